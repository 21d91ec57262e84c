/**
 * An 80-bit extended number, as the COMM chunk holds the sample rate.
 *
 * @returns the number to three decimals; NaN for infinities, for what is no number, and beyond the range of a double
 * Source: Apple, Audio Interchange File Format 1.3, Data Types; IEEE 754 double extended
 */
export function extended80(view: DataView, at: number): number {
  const head = view.getUint16(at);
  const exponent = head & 0x7fff;
  if (exponent === 0x7fff) return Number.NaN;
  const mantissa = view.getUint32(at + 2) * 2 ** 32 + view.getUint32(at + 6);
  const size = mantissa * 2 ** (exponent - 16383 - 63);
  const rounded = Math.round((head & 0x8000 ? -size : size) * 1000) / 1000;
  return Number.isFinite(rounded) ? rounded : Number.NaN;
}
