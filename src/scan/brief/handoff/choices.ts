import { nearest } from '../../../model/nearest.js';
import { type Unclear, unclear } from './unclear.js';

const FINAL = ['final', 'finished', 'locked', 'done', 'fixed', 'closed'];
const OPEN = ['open', 'not final', 'not locked', 'unfinished', 'in progress', 'wip', 'still open', 'may change'];
const CHOSEN = ['chosen', 'comped', 'final', 'done', 'selected', 'picked'];
// The second says who chooses; that comping is agreed is said by `scope`.
const UNCHOSEN = ['open', 'comping-in-scope', 'not chosen', 'mixer chooses', 'undecided'];

const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  main: ['main', 'main mix', 'full mix', 'mix', 'full', 'stereo mix', 'main version', 'original', 'album version'],
  instrumental: ['instrumental', 'inst', 'instr', 'instrumental mix', 'no vocals'],
  acapella: ['acapella', 'acappella', 'a cappella', 'acapella mix', 'vocals only', 'a capella'],
  tv: ['tv', 'tv mix', 'tv track', 'tv version'],
  performance: [
    'performance',
    'performance mix',
    'performance track',
    'perf',
    'show track',
    'show mix',
    'live track',
    'playback',
  ],
  clean: ['clean', 'clean version', 'clean mix'],
  explicit: ['explicit', 'dirty', 'explicit version'],
  'radio-edit': ['radio-edit', 'radio edit', 'radio', 'radio mix'],
  extended: ['extended', 'extended mix', 'club mix', 'extended version'],
  'vocal-up': ['vocal-up', 'vocal up', 'vox up'],
  'vocal-down': ['vocal-down', 'vocal down', 'vox down'],
  stems: ['stems', 'mix stems', 'stem mixes'],
  session: ['session', 'mix session', 'project'],
  master: ['master', 'mastered', 'masters'],
  atmos: ['atmos', 'dolby atmos', 'spatial'],
  short: ['short', 'short version', '30s', '60s', 'cutdown', 'snippet'],
};
const JOB_PARTS: Readonly<Record<string, readonly string[]>> = {
  mix: ['mix', 'mixing', 'mix only', 'just the mix', 'mixdown', 'stem mix'],
  master: ['master', 'mastering', 'mastered'],
  editing: ['editing', 'edit', 'edits', 'timing', 'time alignment', 'cleanup', 'clean-up'],
  tuning: ['tuning', 'tune', 'vocal tuning', 'pitch correction', 'autotune', 'melodyne'],
  comping: ['comping', 'comp', 'take selection', 'comp takes'],
  'sample-replacement': ['sample-replacement', 'sample replacement', 'drum replacement', 'drum samples', 'samples'],
  production: ['production', 'additional production', 'producing', 'add production'],
};
const VERSION_NAMED = named(VERSIONS);
const JOB_PART_NAMED = named(JOB_PARTS);

export function readArrangement(value: unknown): 'final' | 'open' | Unclear {
  return oneOf(value, { final: FINAL, open: OPEN });
}

export function readTakes(value: unknown): 'chosen' | 'open' | Unclear {
  return oneOf(value, { chosen: CHOSEN, open: UNCHOSEN });
}

/** A version under its one name; one that no table knows stays as written, unless it is a known one with a slip. */
export function readDeliverable(value: unknown): string | Unclear {
  return canonical(value, VERSION_NAMED);
}

/** A part of the job under its one name; one that no table knows stays as written, unless it is a known one with a slip. */
export function readJobPart(value: unknown): string | Unclear {
  return canonical(value, JOB_PART_NAMED);
}

function oneOf<Choice extends string>(
  value: unknown,
  choices: Readonly<Record<Choice, readonly string[]>>,
): Choice | Unclear {
  if (typeof value !== 'string') return unclear();
  const said = value.trim().toLowerCase();
  for (const [choice, words] of Object.entries(choices) as [Choice, readonly string[]][]) {
    // "final, no more changes": what stands behind a comma explains, it does not take back.
    if (words.some((word) => said === word || (said.startsWith(word) && /^\s?[,;.(–-]/.test(said.slice(word.length)))))
      return choice;
  }
  return unclear();
}

/** "performance, without the lead", "main (with the count-in)": what stands behind a version tells more about it. */
const MORE = /^\s?(?:\(|[,–-]\s|(?:with|without|no|minus|incl)\b)/i;

function canonical(value: unknown, names: ReadonlyMap<string, string>): string | Unclear {
  if (typeof value !== 'string' || value.trim() === '') return unclear();
  const said = value.trim().replace(/\s+/g, ' ');
  const exact = names.get(said.toLowerCase());
  if (exact !== undefined) return exact;
  for (const [word, name] of names) {
    if (said.toLowerCase().startsWith(word) && MORE.test(said.slice(word.length))) return name;
  }
  const word = nearest(said, [...names.keys()]);
  if (word === null) return said;
  return isInflected(said.toLowerCase(), word)
    ? (names.get(word) ?? said)
    : unclear({ meant: { said, word: names.get(word) ?? word } });
}

// "Instrumentals", "instrumentale", "tuned": the same word with an ending, or without one.
function isInflected(said: string, word: string): boolean {
  const [short, long] = said.length < word.length ? [said, word] : [word, said];
  return short.length >= 4 && long.startsWith(short);
}

/** Whether a version or a part of the job is one of those that have a name of their own. */
export function isKnownName(value: string): boolean {
  return Object.hasOwn(VERSIONS, value) || Object.hasOwn(JOB_PARTS, value);
}

function named(table: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(table).flatMap(([name, words]) => words.map((word) => [word, name] as const)));
}
