import type { Ask, Brief, JobPart, Stage, Statement } from '../../../model/brief.js';
import { listed } from '../../../model/units.js';
import { placeOf, quoted } from '../handoff/told.js';
import { wordsOf } from '../names/name-words.js';

/** Whether the agreed job holds one of these parts. Without handoff.yaml nothing is agreed. */
export function isAgreed(brief: Brief, ...parts: readonly JobPart[]): boolean {
  return brief.job.some(({ value }) => parts.includes(value));
}

/**
 * Wishes of some stages that nobody agreed on yet. Left out are those that another rule speaks of: the choice of takes
 * (comping-asked) and an open arrangement (arrangement-locked), which stand on the same line.
 */
export function openAsks(brief: Brief, stages: readonly Stage[]): Statement<Ask>[] {
  const spoken = new Set(
    [...brief.takes, ...brief.arrangement]
      .filter(({ value }) => value === 'open')
      .map(({ file, line }) => `${file}\n${line}`),
  );
  return brief.asks.filter(
    ({ value, file, line }) =>
      stages.includes(value.stage) && !spoken.has(`${file}\n${line}`) && !isMetByJob(value, brief.job),
  );
}

/** "Replace the snare" is mixing where sample replacement is agreed: the triage names the part of the job that decides. */
function isMetByJob({ mixIf }: Ask, job: readonly Statement<JobPart>[]): boolean {
  if (mixIf === undefined) return false;
  const words = wordsOf(mixIf);
  return job.some(({ value }) => value !== 'mix' && wordsOf(value).every((word) => words.includes(word)));
}

/** '"Replace the snare" (notes.txt, line 4) and "Rewrite the hook" (notes.txt, line 6)'. */
export function quotedAsks(asks: readonly Statement<Ask>[]): string {
  return listed(asks.map((ask) => `${quoted(ask.value.quote, 60)} (${placeOf(ask)})`));
}

export function filesOf(statements: readonly Statement<unknown>[]): string[] {
  return [...new Set(statements.map(({ file }) => file))];
}
