import { nearest } from '../../../model/nearest.js';

/** The lines of a handoff file, in the order in which they are written and asked for. */
export const ALL_LINES = [
  'song',
  'tempo',
  'key',
  'meter',
  'arrangement',
  'takes',
  'effects',
  'dryVocals',
  'roughMix',
  'references',
  'target',
  'deadline',
  'deliverables',
  'scope',
  'approver',
  'revisions',
  'meant',
] as const;
export type LineName = (typeof ALL_LINES)[number];

// What people write for a line when they write it from memory; proposed, never taken for it.
const MEANT_BY: Readonly<Record<string, LineName>> = {
  bpm: 'tempo',
  title: 'song',
  name: 'song',
  track: 'song',
  signature: 'meter',
  timesignature: 'meter',
  comp: 'takes',
  fx: 'effects',
  dry: 'dryVocals',
  vocals: 'dryVocals',
  rough: 'roughMix',
  demo: 'roughMix',
  refs: 'references',
  mood: 'target',
  feeling: 'target',
  emotion: 'target',
  due: 'deadline',
  date: 'deadline',
  versions: 'deliverables',
  job: 'scope',
  approval: 'approver',
  rounds: 'revisions',
  waivers: 'meant',
  ignore: 'meant',
};
const BY_LETTERS: ReadonlyMap<string, LineName> = new Map(ALL_LINES.map((name) => [letters(name), name]));

/** The line that a key names; case, spaces, hyphens and underscores do not count. Null for any other key. */
export function lineNamed(key: string): LineName | null {
  return BY_LETTERS.get(letters(key)) ?? null;
}

/** The line that a misspelt key most likely means; null where none is near. */
export function nearestLine(key: string): LineName | null {
  const said = letters(key);
  if (Object.hasOwn(MEANT_BY, said)) return MEANT_BY[said] ?? null;
  const near = nearest(said, [...BY_LETTERS.keys()]);
  return near === null ? null : (BY_LETTERS.get(near) ?? null);
}

/** The field of the Brief that a line fills. */
export function fieldOf(name: LineName): string {
  if (name === 'scope') return 'job';
  return name === 'meant' ? 'waivers' : name;
}

function letters(key: string): string {
  return key
    .slice(0, 60)
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}
