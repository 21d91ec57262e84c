import type { Brief } from '../model/brief.js';
import { wordsOf } from './rules/names/name-words.js';

/**
 * What the job includes is agreed in handoff.yaml or said in the notes: "Mixing only", "nur Mix, kein Master", "mix and
 * master". A sentence about the job names the mix or the master itself.
 */
export function jobIsTold(brief: Brief): boolean {
  return brief.job.length > 0 || jobInNotes(brief) !== undefined;
}

/** The sentence of the notes that says what the job is. */
export function jobInNotes({ asks }: Brief): Brief['asks'][number] | undefined {
  return asks.find(
    ({ value }) =>
      (value.stage === 'mixing' || value.stage === 'mastering') &&
      wordsOf(value.quote).some((word) => JOB_WORDS.some((start) => word.startsWith(start))),
  );
}

const JOB_WORDS = ['mix', 'master', 'mezcla', 'mistura', 'missa', 'abmisch', 'mischung'];
