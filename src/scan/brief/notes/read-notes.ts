import { asksOf } from '../triage/asks.js';
import { readArrangement } from './arrangement.js';
import { type Aside, readAsides, titleOf } from './asides.js';
import { readDeadline } from './deadline.js';
import { readDeliverables } from './deliverables.js';
import { readDryWet } from './dry-wet.js';
import { readEffects } from './effects.js';
import type { Fact, NoteField, NoteValues } from './fact.js';
import { isNegated, labelOf } from './frame.js';
import { readKey } from './key.js';
import { textLanguage } from './lexicon/index.js';
import { readLines } from './lines.js';
import { readMeter } from './meter.js';
import { passagesOf } from './passages.js';
import { isUnderReferences, readReferences } from './references.js';
import { beginningOf, marksOf, type Sentence, says } from './sentences.js';
import { settle } from './settle.js';
import { readTakes } from './takes.js';
import { readTarget } from './target.js';
import { readBareTempo, readTempo } from './tempo.js';

export type Notes = {
  readonly facts: readonly Fact[];
  /** song, approver, revisions, promised parts, files named as rough mix or dry vocal */
  readonly asides: readonly Aside[];
  /** fields that the text states twice with different values; both stand in `facts` */
  readonly contradictions: readonly string[];
  /** true where the text or one of its lines is longer than what is read */
  readonly cut: boolean;
};

/**
 * Reads the facts of a mix from notes in plain text.
 *
 * @param text notes, mails, chats, in English, German, French, Spanish, Portuguese, Italian; any length
 * @param options.today ISO date from which relative days count where the text (a mail, a chat) carries no date of its
 *        own; without both they stay `vague` with their words
 * @returns facts in the order of the text, one an entry of a list; none where nothing is said
 */
export function readNotes(text: string, options: { readonly today?: string } = {}): Notes {
  const { lines, cut } = readLines(text);
  const language = textLanguage(text);
  const facts: Fact[] = [];
  const asides: Aside[] = [...titleOf(lines)];
  let asked: Asked = null;
  for (const { whole, parts } of passagesOf(lines, language)) {
    const sentence = asked === null ? whole : answering(whole, asked);
    // What a message calls tomorrow counts from the day of the message.
    const today = whole.line.saidOn ?? options.today ?? null;
    const said = factsOf(sentence, today, asked);
    const places = parts.length === 1 ? null : placesOf(said, parts, today);
    said.forEach((fact, index) => {
      facts.push({ ...fact, ...placeOf(places?.[index] ?? whole) } as Fact);
    });
    asides.push(...readAsides(sentence).map((aside) => ({ ...aside, ...placeOf(parts[0] ?? whole) })));
    asked = askedBy(sentence);
  }
  if (language !== null && facts.length > 0) facts.push({ field: 'lang', value: language, line: 1, quote: '' });
  return { ...settle(facts), asides, cut };
}

type Said = { [F in NoteField]: { readonly field: F; readonly value: NoteValues[F] } }[NoteField];
type Asked = 'tempo' | 'deadline' | 'target' | 'references' | null;

function factsOf(sentence: Sentence, today: string | null, asked: Asked): Said[] {
  if (isTrackRow(sentence)) return [];
  const said: Said[] = [];
  const label = labelOf(sentence.folded);
  const references = readReferences(sentence);
  const tempo = readTempo(sentence) ?? (asked === 'tempo' ? bareTempo(sentence) : null);
  if ((tempo !== null && references.length === 0) || (tempo !== null && /bpm\b|\btempo\b/.test(sentence.folded)))
    said.push({ field: 'tempo', value: tempo });
  const key = readKey(sentence);
  if (key !== null && (references.length === 0 || key.mode !== undefined)) said.push({ field: 'key', value: key });
  const meter = readMeter(sentence);
  if (meter !== null) said.push({ field: 'meter', value: meter });
  said.push(...references.map((value) => ({ field: 'references' as const, value })));
  const deadline = readDeadline(sentence, today);
  if (deadline !== null) said.push({ field: 'deadline', value: deadline });
  said.push(...readDeliverables(sentence, label).map((value) => ({ field: 'deliverables' as const, value })));
  // What stands behind a reference says what to listen for there: "how dry the vocal sits".
  const own =
    references.length === 0 ? sentence : beginningOf(sentence, isUnderReferences(sentence) ? 0 : cueAt(sentence));
  const arrangement = readArrangement(own);
  if (arrangement !== null) said.push({ field: 'arrangement', value: arrangement });
  const takes = readTakes(own);
  if (takes !== null) said.push({ field: 'takes', value: takes });
  const effects = readEffects(own);
  if (effects !== null) said.push({ field: 'effects', value: effects });
  const dryWet = readDryWet(own);
  if (dryWet !== null) said.push({ field: 'dryWet', value: dryWet });
  const target = asked === 'target' ? sentence.text : ownAim(sentence, references.length > 0);
  const isHurry = deadline?.vague !== undefined && sentence.tokens.length <= 5;
  const isCount = (tempo !== null || key !== null) && labelOf(sentence.folded) === '';
  if (target !== null && !isHurry && !isCount && arrangement === null && takes === null)
    said.push({ field: 'target', value: target });
  return [...said, ...wishesOf(sentence, said)];
}

// "Klingen soll es wie <artist> - <title>": the song is the answer, unless a clause beside it names a feeling.
function ownAim(sentence: Sentence, hasReference: boolean): string | null {
  const target = readTarget(sentence);
  return hasReference && target === sentence.text ? null : target;
}

function cueAt(sentence: Sentence): number {
  const [cue] = marksOf(sentence, 'reference');
  return sentence.tokens[cue?.from ?? 0]?.at ?? 0;
}

// A sentence that names a song to compare with, a feeling, or who is free to choose an effect has said what it wants.
function wishesOf(sentence: Sentence, said: readonly Said[]): Said[] {
  const isAnswered = said.some(
    ({ field, value }) =>
      field === 'references' ||
      field === 'target' ||
      field === 'effects' ||
      (field === 'arrangement' && value === 'open' && !/\b(?:know|sure|too many)\b/.test(sentence.folded)),
  );
  // A tempo that ramps up is no wish for a fader, and dry vocals are none for less reverb.
  const isFigure = said.some(
    ({ field }) => field === 'tempo' || field === 'key' || field === 'meter' || field === 'dryWet',
  );
  if (isFigure && !sentence.isQuestion && !says(sentence, 'wish', 'please', 'canYou')) return [];
  const isOrder = said.some(({ field }) => field === 'deliverables') && !asksForMaster(sentence);
  if (isAnswered || isOrder) return [];
  return asksOf(sentence)
    .filter((ask) => ask.decided)
    .map(({ decided, ...value }) => ({ field: 'scope' as const, value }));
}

function asksForMaster(sentence: Sentence): boolean {
  return marksOf(sentence, 'master').some((mark) => !isNegated(sentence, mark));
}

// "05 Lead Vox (dry)" is a file, not a statement about the vocals.
function isTrackRow({ line }: Sentence): boolean {
  return /^\d{2,3}[ _-]{1,3}\p{Lu}/u.test(line.text) && !/\bbpm\b/i.test(line.text);
}

function bareTempo(sentence: Sentence): { bpm: number } | null {
  const bpm = readBareTempo(sentence.folded);
  return bpm === null ? null : { bpm };
}

const LONGEST_QUESTION_TOKENS = 14;
// What a message asks, the next one answers, and a form answers behind its question: "tempo?" and "87".
function askedBy(sentence: Sentence): Asked {
  const { folded, isQuestion, line } = sentence;
  const isForm = isQuestion && line.text.length > sentence.text.length;
  if (sentence.tokens.length > LONGEST_QUESTION_TOKENS || (!isForm && !isQuestion && line.speaker === null))
    return null;
  if (/\b(?:tempo|bpm)\b/.test(folded) && (isForm || /\b(?:tempo|bpm)\b.{0,12}\?/.test(folded))) return 'tempo';
  if (!isForm && line.speaker === null) return null;
  if (/\b(?:when|wann|quand|cuando|quando)\b/.test(folded)) return 'deadline';
  if (/\b(?:references?|refs?|referenz(?:en)?|referencias?|riferiment[oi])\b/.test(folded)) return 'references';
  return isForm && /\b(?:mood|vibe|feel|feeling|emotion|stimmung|ambiance|clima|atmosfera)\b/.test(folded)
    ? 'target'
    : null;
}

function answering(sentence: Sentence, asked: Exclude<Asked, null>): Sentence {
  if (asked === 'deadline') return { ...sentence, marks: [...sentence.marks, { concept: 'due', from: 0, to: 1 }] };
  // The cue stands in the question: nothing of the answer belongs to it.
  return asked === 'references'
    ? { ...sentence, marks: [...sentence.marks, { concept: 'reference', from: 0, to: 0 }] }
    : sentence;
}

// A fact of a wrapped sentence stands in the line that tells it alone; where none does, in the line it begins in.
function placesOf(said: readonly Said[], parts: readonly Sentence[], today: string | null): (Sentence | undefined)[] {
  const alone = parts.map((part) => factsOf(part, today, null).map(({ field, value }) => keyOf(field, value)));
  return said.map(({ field, value }) => {
    const at = alone.findIndex((keys) => keys.includes(keyOf(field, value)));
    return parts[Math.max(0, at)];
  });
}

function keyOf(field: NoteField, value: unknown): string {
  return `${field} ${JSON.stringify(value)}`;
}

function placeOf(sentence: Sentence): { line: number; quote: string } {
  return { line: sentence.line.number, quote: quoteOf(sentence) };
}

function quoteOf(sentence: Sentence): string {
  return sentence.line.raw.includes(sentence.text) ? sentence.text : sentence.line.raw.trim();
}
