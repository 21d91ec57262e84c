/** "3:06.857": minutes, seconds and, where they are not zero, milliseconds. */
export function formatSeconds(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  const minutes = Math.floor(milliseconds / 60_000);
  const rest = milliseconds - minutes * 60_000;
  const whole = String(Math.floor(rest / 1000)).padStart(2, '0');
  const thousandths = rest % 1000;
  return `${minutes}:${whole}${thousandths === 0 ? '' : `.${String(thousandths).padStart(3, '0')}`}`;
}

/** "100.3 ms", "1.5 s", "1:32": how long something lasts or how far it is off. */
export function formatSpan(seconds: number): string {
  if (seconds < 0.9995) return `${Math.round(seconds * 10_000) / 10} ms`;
  return seconds < 59.95 ? `${Math.round(seconds * 10) / 10} s` : formatSeconds(Math.round(seconds));
}

/** "44.1 kHz", "48 kHz", "22,050 Hz": a rate as studios name it, never rounded. */
export function formatRate(hz: number): string {
  return hz >= 1000 && Number.isInteger(hz / 100) ? `${hz / 1000} kHz` : `${formatCount(hz)} Hz`;
}

/** "4,812": a count with thousands separated, the same in every locale. */
export function formatCount(count: number): string {
  // English grouping is part of every build of Node and of browsers, so the locale of the machine does not matter.
  return `${count < 0 ? '−' : ''}${Math.abs(count).toLocaleString('en-US', { maximumFractionDigits: 20 })}`;
}

/** "−8.7 dBFS": a level to a tenth of a decibel with a real minus sign. */
export function formatDb(db: number, unit: string): string {
  const tenths = (Math.round(Math.abs(db) * 10) / 10).toFixed(1);
  const sign = tenths === '0.0' ? '' : db < 0 ? '−' : '+';
  return `${sign}${tenths} ${unit}`;
}

/** "1 stem", "14 stems": the plural is written by code, never "stem(s)". */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c"; beyond `most` names, "a, b, c and 19 more". */
export function listed(words: readonly string[], most = 3): string {
  const shown = words.length > most + 1 ? [...words.slice(0, most), `${words.length - most} more`] : [...words];
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** The file name without folders and extension, as it is named in prose. */
export function stemName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

const SMALL_NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "no", "one" … "twelve", then digits: a small count inside a sentence. */
export function countWord(count: number): string {
  return SMALL_NUMBERS[count] ?? formatCount(count);
}

/** The sentence with its first letter in upper case. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The file name with its extension and without folders, as it is named where a file must be found. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path, '' at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** "84 bpm", "92.5 bpm": beats per minute, at most two decimals. */
export function formatBpm(bpm: number): string {
  return `${Math.round(bpm * 100) / 100} bpm`;
}

/** "E flat major", "F sharp minor", "D": a key as it is spoken. */
export function formatKey({ tonic, mode }: { readonly tonic: string; readonly mode?: string }): string {
  const spoken = tonic.slice(0, 1) + tonic.slice(1).replace(/[b♭]/g, ' flat').replace(/[#♯]/g, ' sharp');
  return mode === undefined ? spoken : `${spoken} ${mode}`;
}
