type Decoder = { decode(bytes: Uint8Array): string };
// The one name that this room needs of its host: Node, workers and browsers all have it.
declare const TextDecoder: new (label: string, options?: { readonly fatal?: boolean }) => Decoder;

const MOST_CHARACTERS = 4096;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** A chunk or box name as a number, big-endian: `fourCc('RIFF')`. */
export function fourCc(name: string): number {
  return (
    ((name.charCodeAt(0) << 24) | (name.charCodeAt(1) << 16) | (name.charCodeAt(2) << 8) | name.charCodeAt(3)) >>> 0
  );
}

/** The four characters of a chunk name, with everything but printable ASCII shown as "?". */
export function nameOf(code: number): string {
  return [24, 16, 8, 0]
    .map((shift) => (code >>> shift) & 0xff)
    .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?'))
    .join('');
}

/** True for a name that a format could have given a chunk: letters, digits, spaces and a few signs. */
export function isPlausibleName(code: number): boolean {
  for (let shift = 0; shift < 32; shift += 8) {
    const byte = (code >>> shift) & 0xff;
    if (byte < 0x20 || byte > 0x7e) return byte === 0xa9 && shift === 24;
  }
  return true;
}

/** ASCII at a place of a view, or '' where the view is too short. */
export function ascii(view: DataView, at: number, length: number): string {
  if (at < 0 || at + length > view.byteLength) return '';
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(view.getUint8(at + i));
  return text;
}

/**
 * Text of a fixed or counted field, up to the first NUL: UTF-8 where it is, else Windows-1252, as most programs write.
 *
 * @returns the text without spaces at its ends, at most 4,096 characters; undefined where nothing is left
 */
export function fieldText(view: DataView): string | undefined {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const end = bytes.indexOf(0);
  return tidy(decode(end < 0 ? bytes : bytes.subarray(0, end)));
}

/** UTF-16 text, up to the first NUL. */
export function utf16Text(view: DataView, littleEndian: boolean): string | undefined {
  let text = '';
  for (let at = 0; at + 2 <= view.byteLength && text.length < MOST_CHARACTERS; at += 2) {
    const unit = view.getUint16(at, littleEndian);
    if (unit === 0) break;
    text += String.fromCharCode(unit);
  }
  return tidy(text);
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return windows1252.decode(bytes);
    throw error;
  }
}

function tidy(text: string): string | undefined {
  const trimmed = text.slice(0, MOST_CHARACTERS).trim();
  return trimmed === '' ? undefined : trimmed;
}
