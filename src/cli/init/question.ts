import type { Answers } from './answers.js';

/** What an answer adds, and a remark to show; or why it cannot be read. */
export type Outcome = { readonly answers: Answers; readonly remark?: string } | { readonly problem: string };
export type InitQuestion = {
  readonly id: string;
  /** the question, and lines with what can be chosen */
  readonly asks: readonly string[];
  /** what "?" shows */
  readonly help: readonly string[];
  answer(typed: string): Promise<Outcome>;
};

export const isYes = (typed: string) => /^(?:y|yes|yep|ja|oui|si|sí)$/i.test(typed.trim());
export const isNo = (typed: string) => /^(?:n|no|nope|nein|non)$/i.test(typed.trim());
