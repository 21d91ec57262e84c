import type {
  Brief,
  BriefFault,
  Deadline,
  Effects,
  EffectsPolicy,
  Key,
  None,
  Reference,
  Statement,
  Tempo,
  Waiver,
} from '../../../model/brief.js';
import { readArrangement, readDeliverable, readJobPart, readTakes } from './choices.js';
import { readDeadline } from './deadline.js';
import { readKey } from './key.js';
import { fieldOf, type LineName } from './line-names.js';
import { type HandoffLine, handoffLines } from './lines.js';
import { readReference } from './reference.js';
import { meant } from './schema.js';
import { readTempo } from './tempo.js';
import { isUnclear, type Unclear, unclear } from './unclear.js';
import { inQuotes } from './written.js';

/** The fields of the Brief that a handoff file can fill. */
type HandoffFields = { -readonly [Field in HandoffField]: Brief[Field] };
type HandoffField = Exclude<LineName, 'scope' | 'meant'> | 'job';
export type Handoff = {
  readonly brief: Partial<HandoffFields>;
  readonly waivers: readonly Waiver[];
  readonly faults: readonly BriefFault[];
};

const MOST_ENTRIES = 2_000; // of one list
const MOST_FAULTS = 20;

/**
 * Reads handoff.yaml or handoff.json.
 *
 * @param text the whole file, decoded; any text
 * @param file the path that statements and faults name
 * @returns each field that a line fills, with its line and words; fields without a line, or with an empty one, are left
 *          out. What cannot be read is a fault with the line to write instead, and takes nothing else with it
 */
export function readHandoff(text: string, file: string): Handoff {
  const { lines, faults } = handoffLines(text, file);
  const read = statementsOf(lines, file);
  return { ...read, faults: [...faults, ...read.faults].slice(0, MOST_FAULTS) };
}

/** What lines of a key and a value state, and which of them cannot be read. */
export function statementsOf(lines: readonly HandoffLine[], file: string): Handoff {
  const brief: Record<string, Statement<unknown>[]> = {};
  const waivers: Waiver[] = [];
  const faults: BriefFault[] = [];
  for (const line of lines) {
    for (const read of entriesOf(line)) {
      const { line: at, quote } = line.at(read.path);
      if (isUnclear(read.value)) {
        faults.push(lineUnclear(line, read.value, read.path, file));
      } else if (line.name === 'meant') {
        const rule = line.at([...read.path, 'rule']);
        waivers.push({ ...(read.value as WaiverSaid), file, line: rule.line, column: rule.column });
      } else {
        const field = fieldOf(line.name);
        const said = { value: read.value, file, line: at, quote: read.path.length === 0 ? line.quote : quote };
        brief[field] = [...(brief[field] ?? []), said];
      }
    }
  }
  return { brief: brief as Partial<HandoffFields>, waivers, faults };
}

type Entry = { readonly value: unknown; readonly path: readonly PropertyKey[] };
type LineForm = {
  /** completes "tempo is …" */
  readonly expects: string;
  readonly example: string;
  /** one entry of a list, where the entries can be written one below the other */
  readonly entry?: string;
  /** "none: <reason>" is an answer */
  readonly orNone?: true;
  /** each entry of a list is a statement of its own; words are split at commas where `commas` says so */
  readonly each?: 'entries' | 'words';
  read(value: unknown): unknown | Unclear;
};

const FORMS: Readonly<Record<LineName, LineForm>> = {
  song: { expects: 'the title of the song', example: 'Night Drive', read: readWords },
  tempo: {
    expects: 'a number of beats per minute, or "none: <why>"',
    example: '92',
    orNone: true,
    read: readTempo satisfies (value: unknown) => Tempo | Unclear,
  },
  key: {
    expects: 'a key such as F# minor, or "none: <why>"',
    example: 'F# minor',
    orNone: true,
    read: readKey satisfies (value: unknown) => Key | Unclear,
  },
  meter: { expects: 'a meter such as 4/4 or 6/8', example: '4/4', read: readMeter },
  arrangement: { expects: 'final or open', example: 'final', read: readArrangement },
  takes: { expects: 'chosen or open', example: 'chosen', read: readTakes },
  effects: {
    expects: 'a list of the printed effects that are part of the song, or [] for none',
    example: '[Lead Vox Throw.wav]',
    read: readEffects,
  },
  dryVocals: {
    expects: 'a list of the dry vocals, or "none: <why>"',
    example: '[Lead Vox DRY.wav]',
    orNone: true,
    read: readNames,
  },
  roughMix: {
    expects: 'the file name of the rough mix, or "none: <why>"',
    example: 'Night Drive ROUGH v3.wav',
    orNone: true,
    read: readWords,
  },
  references: {
    expects: 'a list of tracks, each with a note, or "none: <why>"',
    example: '[{title: "Artist, Song", note: the low end}]',
    entry: '{title: "Artist, Song", note: the low end}',
    orNone: true,
    each: 'entries',
    read: readReference satisfies (value: unknown) => Reference | Unclear,
  },
  target: {
    expects: 'one sentence on what the listener should feel',
    example: '"lonely at first: then it lets go"',
    orNone: true,
    read: readWords,
  },
  deadline: {
    expects: 'a date such as 2026-12-18, or words such as "no rush"',
    example: '2026-12-18',
    orNone: true,
    read: readDeadline satisfies (value: unknown) => Deadline | Unclear,
  },
  deliverables: {
    expects: 'a list of versions such as [main, instrumental]',
    example: '[main, instrumental]',
    orNone: true,
    each: 'words',
    read: readDeliverable,
  },
  scope: {
    expects: 'a list of what the job includes, such as [mix, tuning]',
    example: '[mix]',
    each: 'words',
    read: readJobPart,
  },
  approver: { expects: 'the person who says that the mix is done', example: 'Kim', read: readWords },
  revisions: { expects: 'a number of rounds', example: '2', read: readWords },
  meant: {
    expects: 'a list of {rule, files, because}',
    example: '[{rule: clipping, files: [02 Snare.wav], because: the crunch is the sound}]',
    entry: '{rule: clipping, files: [02 Snare.wav], because: the crunch is the sound}',
    each: 'entries',
    read: readMeant,
  },
};

/** The statements of one line, each a value or an Unclear. An empty line says nothing. */
function entriesOf({ name, value }: HandoffLine): Entry[] {
  const form = FORMS[name];
  if (isNothing(value)) return [];
  const none = form.orNone ? noneOf(value) : null;
  if (none !== null) return [{ value: none, path: [] }];
  if (form.each === undefined) return [{ value: form.read(value), path: [] }];
  if (form.each === 'words' && typeof value === 'string') {
    return value
      .split(/[,;+&]|\sand\s/)
      .filter((word) => word.trim() !== '')
      .map((word) => ({ value: form.read(word), path: [] }));
  }
  if (!Array.isArray(value)) {
    return [{ value: typeof value === 'object' && form.each === 'words' ? unclear() : form.read(value), path: [] }];
  }
  return value
    .slice(0, MOST_ENTRIES)
    .map((entry: unknown, index) => ({ entry, path: [index] }))
    .filter(({ entry }) => !isNothing(entry))
    .map(({ entry, path }) => ({ value: (form.orNone ? noneOf(entry) : null) ?? form.read(entry), path }));
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return false;
  return value == null || (typeof value === 'string' && /^(?:|~|null|\?|tbd|todo)$/i.test(value.trim()));
}

const NO_REASON = 'no reason is given';

/** "none: played free", "none", or {none: played free}. */
function noneOf(value: unknown): None | null {
  if (typeof value === 'string') {
    const reason = /^\s*none\s*(?:$|[:,;.(–-](?<reason>.*)$)/isu.exec(value);
    if (reason === null) return null;
    const said = (reason.groups?.reason ?? '').replace(/^[\s–-]+|\)$/gu, '').trim();
    return { none: said === '' ? NO_REASON : said };
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'none') return null;
  const said = (value as { none: unknown }).none;
  return typeof said === 'string' ? { none: said.trim() || NO_REASON } : null;
}

function readWords(value: unknown): string | Unclear {
  return typeof value === 'string' ? value.trim() : unclear();
}

function readMeter(value: unknown): string | Unclear {
  const meter = typeof value === 'string' ? /^\s*(\d{1,2})\s?\/\s?(1|2|4|8|16|32)(?!\d)/.exec(value) : null;
  return meter === null || Number(meter[1]) === 0 ? unclear() : `${Number(meter[1])}/${meter[2]}`;
}

const POLICIES: Readonly<Record<string, EffectsPolicy>> = { keep: 'keep', guide: 'guide', free: 'free', none: 'none' };
const AUDIO_FILE = /\.(?:wav|wave|aif|aiff|flac|mp3|m4a|ogg|caf|w64)$/i;

function readEffects(value: unknown): Effects | Unclear {
  if (noneOf(value) !== null) return { policy: 'none', files: [] };
  if (typeof value === 'string' && !AUDIO_FILE.test(value.trim())) {
    const said = value.trim().toLowerCase();
    const policy = Object.hasOwn(POLICIES, said) ? POLICIES[said] : undefined;
    return policy === undefined ? unclear() : { policy, files: [] };
  }
  const files = readNames(value);
  if (isUnclear(files)) return files;
  return { policy: files.length === 0 ? 'none' : 'keep', files };
}

function readNames(value: unknown): string[] | Unclear {
  if (typeof value === 'string') return [value.trim()];
  if (!Array.isArray(value)) return unclear();
  const stray = value.findIndex((name) => typeof name !== 'string');
  if (stray >= 0) return unclear({ path: [stray] });
  return value
    .slice(0, MOST_ENTRIES)
    .map((name: string) => name.trim())
    .filter((name) => name !== '');
}

type WaiverSaid = Omit<Waiver, 'file' | 'line' | 'column'>;

function readMeant(value: unknown): WaiverSaid | Unclear {
  const parsed = meant.safeParse(value);
  if (!parsed.success) return unclear({ path: parsed.error.issues[0]?.path ?? [] });
  const { rule, files = [], because } = parsed.data;
  return { rule: String(rule), files: [files].flat().map(String), because: String(because) };
}

function lineUnclear(line: HandoffLine, why: Unclear, path: readonly PropertyKey[], file: string): BriefFault {
  const form = FORMS[line.name];
  const place = line.at([...path, ...why.path]);
  const said = oneRow(place.quote);
  return {
    id: 'line-unclear',
    file,
    line: place.line,
    column: place.column,
    message:
      why.meant === undefined
        ? `${line.name} is ${why.expects ?? form.expects}, not ${inQuotes(said)}.`
        : `${line.name} holds ${inQuotes(why.meant.said)}. Did you mean ${inQuotes(why.meant.word)}?`,
    instead:
      why.meant !== undefined
        ? mended(line, why.meant)
        : path.length > 0 && form.entry !== undefined
          ? `- ${form.entry}`
          : `${line.name}: ${why.instead ?? form.example}`,
    field: line.name,
  };
}

/** The line with the word that was meant, where it stands on one row; else the entry alone. */
function mended({ quote }: HandoffLine, { said, word }: { said: string; word: string }): string {
  return quote.includes('\n') || quote.length > 120 ? `- ${word}` : quote.replace(said, word);
}

function oneRow(words: string): string {
  const row = words.replace(/\s+/g, ' ').trim();
  return row.length > 60 ? `${row.slice(0, 59)}…` : row;
}
