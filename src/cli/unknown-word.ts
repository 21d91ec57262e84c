import { nearest } from '../model/nearest.js';
import { QuestionError } from './question-error.js';

/** A word that is none of those that can be written here, with the nearest of them and a line that tells all. */
export function unknownWord(kind: string, written: string, known: readonly string[], all: string): QuestionError {
  const near = nearest(written, known);
  return new QuestionError(`there is no ${kind} "${written}"`, [
    ...(near === null ? [] : [`Did you mean  ${near} ?`]),
    all,
  ]);
}
