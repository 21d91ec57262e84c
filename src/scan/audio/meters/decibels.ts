/** A linear amplitude in dB; null for nothing, which has no level. */
export function decibels(amplitude: number): number | null {
  return amplitude > 0 ? 20 * Math.log10(amplitude) : null;
}

/** A mean square in dB, with the level of nothing at −240 so that it can be compared. */
export function powerDb(power: number): number {
  return power > 1e-24 ? 10 * Math.log10(power) : -240;
}

export function amplitudeOf(db: number): number {
  return 10 ** (db / 20);
}
