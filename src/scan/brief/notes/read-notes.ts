import type { Fact } from './fact.js';
import { readKey } from './key.js';
import { languageOf } from './lexicon/index.js';
import { readLines } from './lines.js';
import { readMeter } from './meter.js';
import { sentencesOf, tokenize } from './sentences.js';
import { fold } from './fold.js';
import { readTempo } from './tempo.js';

export type Notes = {
  readonly facts: readonly Fact[];
  /** fields that the text states twice with different values */
  readonly contradictions: readonly string[];
  /** true where the text or one of its lines is longer than what is read */
  readonly cut: boolean;
};

export function readNotes(text: string, options: { readonly today?: string } = {}): Notes {
  const { lines, cut } = readLines(text);
  void options;
  const facts: Fact[] = [];
  const language = languageOf(tokenize(fold(text.slice(0, 20_000))));
  for (const line of lines) {
    for (const sentence of sentencesOf(line, language)) {
      const at = { line: line.number, quote: line.raw.includes(sentence.text) ? sentence.text : line.raw.trim() };
      const tempo = readTempo(sentence);
      if (tempo !== null) facts.push({ field: 'tempo', value: tempo, ...at });
      const key = readKey(sentence);
      if (key !== null) facts.push({ field: 'key', value: key as never, ...at });
      const meter = readMeter(sentence);
      if (meter !== null) facts.push({ field: 'meter', value: meter, ...at });
    }
  }
  return { facts, contradictions: [], cut };
}
