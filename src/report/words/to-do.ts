import type { Owner } from '../../model/brief.js';
import type { Act, Report } from '../../model/report.js';

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

/** "Producer"; "Artist and producer, together"; "Anybody" where nobody is named. */
export function ownersInWords(owners: readonly Owner[]): string {
  const words = owners.map((owner) => owner.replaceAll('-', ' '));
  if (words.length === 0) return 'Anybody';
  const said = words.length === 1 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}, together`;
  return capital(said);
}

/**
 * "Five things to do: three for the producer, one for the artist, one to decide together." Empty where there is
 * nothing to do.
 */
export function thingsToDo(acts: readonly Act[]): string {
  if (acts.length === 0) return '';
  const shares = new Map<string, number>();
  for (const act of acts) shares.set(shareOf(act), (shares.get(shareOf(act)) ?? 0) + 1);
  const all = `${capital(inWords(acts.length))} ${acts.length === 1 ? 'thing' : 'things'} to do`;
  const [only] = shares.keys();
  if (shares.size === 1) return `${all}, ${acts.length > 2 ? 'all ' : acts.length === 2 ? 'both ' : ''}${only}.`;
  return `${all}: ${[...shares].map(([share, count]) => `${inWords(count)} ${share}`).join(', ')}.`;
}

function shareOf({ owners, decision }: Act): string {
  if (decision || owners.length > 1) return 'to decide together';
  return owners.length === 0 ? 'for anybody' : `for the ${owners[0]?.replaceAll('-', ' ')}`;
}

/** "Stage: recording, because one part still has two takes."; empty while the song is in mixing. */
export function stageInWords({ stage, stageBecause }: Report): string {
  if (stage === 'mixing') return '';
  const because = stageBecause?.replace(/\.$/, '');
  return because ? `Stage: ${stage}, because ${because}.` : `Stage: ${stage}.`;
}

const NUMBERS = [
  'none',
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

/** "five" up to twelve, figures beyond. */
export function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
