import { fold } from './fold.js';
import { type Concept, type Language, languageOf, type Mark, markConcepts } from './lexicon/index.js';
import type { Line } from './lines.js';
import { type Token, tokenize } from './tokens.js';

/** One sentence of one line, with what its words mean. */
export type Sentence = {
  readonly line: Line;
  /** as written */
  readonly text: string;
  /** lower case without accents, as long as `text` */
  readonly folded: string;
  readonly tokens: readonly Token[];
  readonly marks: readonly Mark[];
  readonly language: Language | null;
  readonly isQuestion: boolean;
};

// A full stop behind these ends no sentence.
const ABBREVIATIONS = new Set(
  'ca approx bzw usw etc vs feat ft no nr st ref evtl z u ggf max min jan feb mar apr jun jul aug sep sept oct okt nov dec dez env aprox sec ad lib mr mrs dr tel inkl incl'.split(
    ' ',
  ),
);

/** Sentences of a line, in order; none for a blank one. */
export function sentencesOf(line: Line, language: Language | null): Sentence[] {
  return splitSentences(line.text).map((text) => sentence(text, line, language));
}

/** The beginning of a sentence, read on its own. */
export function beginningOf(whole: Sentence, end: number): Sentence {
  return sentence(whole.text.slice(0, end), whole.line, whole.language);
}

/** The pieces of one sentence, read as one. */
export function joinSentences(parts: readonly Sentence[]): Sentence {
  const [first] = parts;
  if (first === undefined) throw new RangeError('joinSentences: no sentence to join');
  return sentence(parts.map(({ text }) => text).join(' '), first.line, first.language);
}

/** The clauses of a sentence that commas part, each read on its own; the sentence itself where there is one. */
export function clausesOf(whole: Sentence): Sentence[] {
  const clauses = whole.text.split(/[,;] /).map((text) => text.trim());
  return clauses.length < 2
    ? [whole]
    : clauses.filter((text) => text !== '').map((text) => sentence(text, whole.line, whole.language));
}

const JOINT = /(?:[,;]? (?:and|und|et|y|e|&|\+)|[,;]) (?=\S)/gu;

/** Where a sentence may fall into clauses: at commas, semicolons and "and", with the place where the next one begins. */
export function jointsOf(whole: Sentence): { readonly at: number; readonly next: number }[] {
  return [...whole.folded.matchAll(JOINT)].map(({ index, 0: joint }) => ({ at: index, next: index + joint.length }));
}

/** A stretch of a sentence, read on its own. */
export function stretchOf(whole: Sentence, from: number, to: number): Sentence {
  return sentence(whole.text.slice(from, to).trim(), whole.line, whole.language);
}

function sentence(text: string, line: Line, fallback: Language | null): Sentence {
  const folded = fold(text);
  const tokens = tokenize(folded);
  const language = languageOf(tokens) ?? fallback;
  return { line, text, folded, tokens, marks: markConcepts(tokens, language), language, isQuestion: /[?¿]/.test(text) };
}

function splitSentences(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!endsSentence(text, at, from)) continue;
    let end = at + 1;
    while (end < text.length && '.!?"”»)'.includes(text.charAt(end))) end++;
    parts.push(text.slice(from, end));
    from = end;
    at = end - 1;
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function endsSentence(text: string, at: number, from: number): boolean {
  const sign = text.charAt(at);
  if (sign !== '.' && sign !== '!' && sign !== '?') return false;
  const behind = text.charAt(at + 1);
  if (sign !== '.') return behind === '' || ' !?"”»)'.includes(behind);
  const next = text.charAt(at + 1);
  if (next !== '' && next !== ' ' && next !== '.') return false;
  // "Fred again.. - Delilah": what goes on with a dash has not ended.
  if (/^\.{0,2} [-–—] /.test(text.slice(at + 1, at + 6))) return false;
  const word = /[\p{L}\d]{1,12}$/u.exec(text.slice(Math.max(from, at - 12), at))?.[0] ?? '';
  const goesOnWith = text.slice(at + 2, at + 6);
  // "14. März", "am 3. oder 4.": a number in order, no end.
  if (/^\d{1,2}$/.test(word) && (/^\p{Ll}/u.test(goesOnWith) || startsMonth(goesOnWith))) return false;
  // "C. Tangana": an initial, unless it is the key that the sentence speaks of.
  if (/^\p{Lu}$/u.test(word) && /^\p{Lu}/u.test(goesOnWith))
    return /\b(?:key|in|of|is|tonart|tono|tom)\b[\s:=]{1,3}$/i.test(text.slice(Math.max(from, at - 9), at - 1));
  return !ABBREVIATIONS.has(fold(word)) && (word.length !== 1 || next === '' || /[\dA-H]/.test(word));
}

function startsMonth(text: string): boolean {
  return /^(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|oct|okt|nov|dec|dez)/.test(fold(text));
}

/** Whether any of these concepts is named. */
export function says(sentence: Pick<Sentence, 'marks'>, ...concepts: readonly Concept[]): boolean {
  return sentence.marks.some((mark) => concepts.includes(mark.concept));
}

/** The marks of these concepts. */
export function marksOf(sentence: Pick<Sentence, 'marks'>, ...concepts: readonly Concept[]): Mark[] {
  return sentence.marks.filter((mark) => concepts.includes(mark.concept));
}
