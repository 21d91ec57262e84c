import type { Owner } from '../../model/brief.js';
import type { Act, Report } from '../../model/report.js';
import { capitalised, stemName } from '../../model/units.js';

/** Acts under one heading: consecutive acts of the same people, each with its number. */
export type ActGroup = {
  readonly owners: readonly Owner[];
  readonly decision: boolean;
  readonly acts: readonly { readonly number: number; readonly act: Act }[];
};

export function actGroups(acts: readonly Act[]): ActGroup[] {
  const groups: { owners: readonly Owner[]; decision: boolean; acts: { number: number; act: Act }[] }[] = [];
  for (const [at, act] of acts.entries()) {
    const last = groups.at(-1);
    if (last && last.owners.join() === act.owners.join() && last.decision === act.decision) {
      last.acts.push({ number: at + 1, act });
    } else {
      groups.push({ owners: act.owners, decision: act.decision, acts: [{ number: at + 1, act }] });
    }
  }
  return groups;
}

/** A line under an act: one file or several that ask for the same, and what is to be minded about them. */
export type FileLine = { readonly names: readonly string[]; readonly remark: string };

/** From this many on files with the same remark are one line. */
const SAME_LEAST = 4;

/**
 * What to list under an act: a line a file, files with the same remark together. Nothing where the sentence names the
 * only ones, and there is nothing to remark on them.
 */
export function fileLines({ act, files }: Act): FileLine[] {
  if (files.every(({ path, remark }) => act.includes(stemName(path)) && (remark === '' || isSaid(files, act))))
    return [];
  const byRemark = new Map<string, string[]>();
  for (const { path, remark } of files) byRemark.set(remark, [...(byRemark.get(remark) ?? []), stemName(path)]);
  return [...byRemark].flatMap(([remark, names]): FileLine[] =>
    names.length >= SAME_LEAST ? [{ names, remark }] : names.map((name) => ({ names: [name], remark })),
  );
}

/** Whether the sentence holds the remark on its only file. */
function isSaid(files: Act['files'], act: string): boolean {
  return files.length === 1 && act.includes(files[0]!.remark);
}

/** "Producer"; "Artist and producer, together"; "Anybody" where nobody is named. */
export function ownersInWords(owners: readonly Owner[]): string {
  const words = owners.map((owner) => owner.replaceAll('-', ' '));
  if (words.length === 0) return 'Anybody';
  const said = words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}, together`;
  return capitalised(said);
}

/** "Stage: recording, because one part still has two takes."; empty while the song is in mixing. */
export function stageInWords({ stage, stageBecause }: Report): string {
  if (stage === 'mixing') return '';
  return stageBecause ? `Stage: ${stage}, because ${withinSentence(stageBecause)}.` : `Stage: ${stage}.`;
}

/** A title in the middle of a sentence: an article or a number in front loses its capital, a name keeps it. */
function withinSentence(title: string): string {
  const [first = ''] = title.split(' ', 1);
  return SMALL_WORDS.has(first.toLowerCase()) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

const SMALL_WORDS: ReadonlySet<string> = new Set(
  'the a an no one two three four five six seven eight nine ten takes several some all there which'.split(' '),
);
