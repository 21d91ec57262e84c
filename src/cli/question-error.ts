/**
 * The question could not be asked (exit code 2): what is wrong, then what to write instead.
 * `what` completes "stemcheck: "; `details` are lines for people, printed indented below it.
 */
export class QuestionError extends Error {
  override readonly name = 'QuestionError';
  constructor(
    readonly what: string,
    readonly details: readonly string[] = [],
  ) {
    super(what);
  }
}
