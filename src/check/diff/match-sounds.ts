import type { DeliveredFile } from '../../model/delivery.js';
import { grouped } from '../../model/grouped.js';
import { stemName } from '../../model/units.js';

/** A file of the old delivery and the one of the new that took its place. */
export type Pair = { readonly was: DeliveredFile; readonly now: DeliveredFile };
export type Matched = {
  /** in the order of the new files */
  readonly pairs: readonly Pair[];
  readonly added: readonly DeliveredFile[];
  readonly gone: readonly DeliveredFile[];
};

/** One way to say that two files are the same part; null: this file takes no part in it. */
type Sameness = { readonly of: (file: DeliveredFile) => string | null; readonly onlyOne: boolean };

// The surest first: a file that is matched by one way is not asked by the next.
const WAYS: readonly Sameness[] = [
  { of: soundAndNameKey, onlyOne: false },
  { of: soundKey, onlyOne: false },
  { of: nameKey, onlyOne: false },
  { of: ({ path }) => stemName(path).normalize('NFC').toLowerCase(), onlyOne: true },
  { of: partKey, onlyOne: true },
];

/**
 * Finds for each sound of the old delivery the one that took its place: by samples, then by name, then by part.
 *
 * @param olds files of the old delivery that hold sound, in path order
 * @param news files of the new one
 */
export function matchSounds(olds: readonly DeliveredFile[], news: readonly DeliveredFile[]): Matched {
  const taken = new Map<DeliveredFile, DeliveredFile>();
  let gone = olds;
  for (const { of, onlyOne } of WAYS) {
    const waiting = grouped(gone, of);
    const open = grouped(
      news.filter((file) => !taken.has(file)),
      of,
    );
    const matched = new Set<DeliveredFile>();
    for (const [key, candidates] of open) {
      const before = key === null ? [] : (waiting.get(key) ?? []);
      if (onlyOne && (before.length !== 1 || candidates.length !== 1)) continue;
      for (const [index, now] of candidates.entries()) {
        const was = before[index];
        if (was === undefined) break;
        taken.set(now, was);
        matched.add(was);
      }
    }
    gone = gone.filter((file) => !matched.has(file));
  }
  return {
    pairs: news.flatMap((now) => {
      const was = taken.get(now);
      return was === undefined ? [] : [{ was, now }];
    }),
    added: news.filter((file) => !taken.has(file)),
    gone,
  };
}

/** Equal for equal samples at an equal rate; null for silence, which is all alike, and for what was not measured. */
export function soundKey({ measured, header }: DeliveredFile): string | null {
  return measured === undefined || measured.peakDbfs === null
    ? null
    : `${measured.meters} ${measured.pcmHash} ${header?.sampleRate}`;
}

function soundAndNameKey(file: DeliveredFile): string | null {
  const sound = soundKey(file);
  return sound === null ? null : `${sound} ${nameKey(file)}`;
}

export function nameKey({ path }: DeliveredFile): string {
  return path.normalize('NFC');
}

/** The part that the name says; null where it names none. */
function partKey({ kind, label }: DeliveredFile): string | null {
  if (kind !== 'stem') return kind;
  const { role, number, side, dry, isDouble, take, section, mic } = label;
  return role === null ? null : JSON.stringify([role, number, side, dry, isDouble, take, section, mic]);
}
