import type { DeliveredFile } from '../../model/delivery.js';
import type { Report } from '../../model/report.js';
import { counted, formatRate, formatSeconds } from '../../model/units.js';

/** Files of the song's own sound, apart: stems of the mix, and dry twins of some of them. */
export type StemSet = { readonly stems: readonly DeliveredFile[]; readonly dry: readonly DeliveredFile[] };

/**
 * Stems and dry vocals, counted apart. A dry vocal is dry by its name beside a wet twin, or by what the scan
 * related; a set that is dry as a whole is simply the stems.
 */
export function stemSet({ files, relations }: Report): StemSet {
  const stems = files.filter((file) => file.kind === 'stem');
  const twins = new Set(relations.dryTwins.map(({ dry }) => dry.normalize('NFC')));
  const isDry = (file: DeliveredFile) => file.label.dry === 'dry' || twins.has(file.path.normalize('NFC'));
  const dry = stems.filter(isDry);
  return dry.length === stems.length ? { stems, dry: [] } : { stems: stems.filter((file) => !isDry(file)), dry };
}

/** "14 stems, 48 kHz, 24 bit, 3:06.857": rate and width of most of the sound, length of the longest stem. */
export function setInWords(report: Report): string {
  const { stems } = stemSet(report);
  const headers = stems.flatMap(({ header }) => (header ? [header] : []));
  const rate = mostSeconds(headers.map((header) => [header.sampleRate, header.seconds]));
  const width = mostSeconds(headers.map((header) => [widthOf(header), header.seconds]));
  const seconds = Math.max(0, ...headers.map((header) => header.seconds ?? 0));
  return [
    counted(stems.length, 'stem'),
    rate === null ? '' : formatRate(rate),
    width ?? '',
    seconds === 0 ? '' : formatSeconds(seconds),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** "24 bit", "32 bit float"; null for a lossy file, which has no width. */
export function widthOf({ bitDepth, float }: { bitDepth: number | null; float: boolean }): string | null {
  return bitDepth === null ? null : `${bitDepth} bit${float ? ' float' : ''}`;
}

function mostSeconds<T>(values: readonly (readonly [T, number | null])[]): T | null {
  const total = new Map<T, number>();
  // A file of unknown length still counts a little.
  for (const [value, seconds] of values) total.set(value, (total.get(value) ?? 0) + (seconds ?? 0) + 1e-3);
  let best: T | null = null;
  let most = 0;
  for (const [value, seconds] of total) {
    if (seconds <= most) continue;
    best = value;
    most = seconds;
  }
  return best;
}
