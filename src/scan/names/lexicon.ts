import { CUES } from './cues.js';
import { PARTS } from './vocabulary.js';

/** A word or phrase and what it means: a part's role, or a cue. */
export type Phrase = { readonly words: readonly string[]; readonly role: string | null; readonly cue: string | null };

type Lexicon = {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  readonly single: ReadonlyMap<string, Phrase>;
};

let built: Lexicon | null = null;

/** The words of vocabulary.ts and cues.ts by their first word, longest phrase first; built when first asked for. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}

/** Whether the folded word is known by itself, as it stands or as a plural. */
export function isWord(word: string): boolean {
  return lookUp(word) !== null;
}

/** The meaning of one folded word; null where it is not known. An English plural means what its singular means. */
export function lookUp(word: string): Phrase | null {
  const { single } = lexicon();
  const found = single.get(word);
  if (found !== undefined) return found;
  // "BassDrums" is a bass and drums, not a row of bass drums.
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('drums')) return null;
  const singular = single.get(word.slice(0, -1));
  return singular?.role != null ? singular : null;
}

function build(): Lexicon {
  const byFirstWord = new Map<string, Phrase[]>();
  const single = new Map<string, Phrase>();
  const add = (line: string, role: string | null, cue: string | null) => {
    for (const entry of line.split(', ')) {
      const words = entry.split(' ');
      const first = words[0] ?? '';
      const phrase: Phrase = { words, role, cue };
      if (words.length === 1) {
        // Parts are added first: where a part and a cue claim one word, the part keeps it.
        if (!single.has(first)) single.set(first, phrase);
        continue;
      }
      const phrases = byFirstWord.get(first);
      if (phrases === undefined) byFirstWord.set(first, [phrase]);
      else phrases.push(phrase);
    }
  };
  for (const [role, line] of Object.entries(PARTS)) add(line, role, null);
  for (const [cue, line] of Object.entries(CUES)) add(line, null, cue);
  for (const phrases of byFirstWord.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return { byFirstWord, single };
}
