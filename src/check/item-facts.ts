import { type Brief, type Deadline, isNone, type Said, type Statement, type Tempo } from '../model/brief.js';
import type { DeliveredFile } from '../model/delivery.js';
import type { ItemId } from '../model/report.js';
import { isVocal } from '../model/roles.js';
import {
  capitalised,
  counted,
  countWord,
  fileName,
  formatBpm,
  formatKey,
  formatSeconds,
  listed,
  stemName,
} from '../model/units.js';
import { dryTwinPaths, type Views } from './context.js';
import { jobInNotes } from './job-words.js';

/** What is there for one item of the handoff list, in a short clause, and where it is said. */
export type Fact = { readonly because: string; readonly from: string | null };

/** The facts of each item; null where there is none. */
export const ITEM_FACTS: Readonly<Record<ItemId, (views: Views) => Fact | null>> = {
  'final-stems': stemsFact,
  labelled: labelsFact,
  'takes-chosen': takesFact,
  'rough-mix': roughMixFact,
  references: referencesFact,
  tempo: tempoFact,
  key: keyFact,
  'creative-effects': effectsFact,
  'dry-vocals': dryVocalsFact,
  target: targetFact,
  delivery: deliveryFact,
  scope: scopeFact,
};

const FILE_NAMES = 'file names';
const QUOTE_LENGTH = 60;

/** "handoff.yaml:4", "handoff.yaml:4, 9": where statements stand; null for none. */
export function placesOf(...fields: readonly Said<unknown>[]): string | null {
  const lines = new Map<string, number[]>();
  for (const statement of fields.flatMap((field) => field.slice(0, 1))) {
    const known = lines.get(statement.file) ?? [];
    if (!known.includes(statement.line)) lines.set(statement.file, [...known, statement.line]);
  }
  const places = [...lines].map(([file, at]) => `${file}:${at.sort((a, b) => a - b).join(', ')}`);
  return places.length > 0 ? places.join('; ') : null;
}

/** A person's words in quotation marks, cut at a word near 60 characters. */
export function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= QUOTE_LENGTH) return `"${line}"`;
  const cut = line.slice(0, QUOTE_LENGTH);
  return `"${cut.slice(0, Math.max(cut.lastIndexOf(' '), QUOTE_LENGTH / 2))} …"`;
}

/** The values of a field that are no "none: reason". */
export function saidValues<T>(field: Said<T>): Exclude<T, { readonly none: string }>[] {
  return field.map(({ value }) => value).filter((value) => !isNone(value)) as Exclude<T, { readonly none: string }>[];
}

function stemsFact({ stemFiles, stems, delivery }: Views): Fact | null {
  if (stemFiles.length === 0) return null;
  const seconds = stems.flatMap(({ header }) => header.seconds ?? []);
  const start = delivery.relations.rough?.stems.every(({ kind }) => kind === 'aligned' || kind === 'silent')
    ? 'one start, '
    : '';
  const many = counted(stems.length, 'stem');
  if (seconds.length === 0) return { because: many, from: null };
  const [shortest, longest] = [Math.min(...seconds), Math.max(...seconds)];
  const length = formatSeconds(longest);
  const because =
    longest - shortest < 0.001
      ? `${many}, ${start}${length}${stems.length > 1 ? ' each' : ''}`
      : `${many}, ${start}up to ${length}`;
  return { because, from: null };
}

function labelsFact(views: Views): Fact | null {
  const stemFiles = mixStems(views);
  if (stemFiles.length === 0) return null;
  const speaking = stemFiles.filter(({ label }) => label.says === 'part').length;
  const because =
    speaking === stemFiles.length
      ? stemFiles.length === 1
        ? 'It says what it is'
        : `All ${stemFiles.length} say what they are`
      : `${speaking} of ${stemFiles.length} say what they are`;
  return { because, from: FILE_NAMES };
}

function takesFact({ brief, stemFiles }: Views): Fact | null {
  const said = brief.takes[0];
  if (said?.value === 'open') {
    const isAgreed = saidValues(brief.job).includes('comping');
    return { because: isAgreed ? 'Open; comping is part of the job' : quoted(said.quote), from: placesOf(brief.takes) };
  }
  if (stemFiles.length === 0) return null;
  return { because: 'One take of each part', from: placesOf(brief.takes) ?? FILE_NAMES };
}

function roughMixFact(views: Views): Fact | null {
  const { roughMixes, roughMix, brief } = views;
  const first = roughMix ?? roughMixes[0];
  if (first === undefined) return null;
  const from = placesOf(brief.roughMix) ?? FILE_NAMES;
  if (roughMix === null) {
    if (roughMixes.length > 1) return { because: `${capitalised(countWord(roughMixes.length))} rough mixes`, from };
    return { because: first.header ? stemName(first.path) : `${fileName(first.path)} could not be read`, from };
  }
  return { because: [stemName(roughMix.path), ...heardIn(views)].join('; '), from };
}

/** What the comparison stands for: places, how much of the rough mix the stems explain, and what that can prove. */
function heardIn(views: Views): string[] {
  const { rough } = views.delivery.relations;
  // The dry file of a wet vocal is laid on the rough mix too, and is no stem of its own.
  const ofTheMix = new Set(mixStems(views).map(({ path }) => path));
  const compared = rough?.stems.filter(({ path, kind }) => kind !== 'silent' && ofTheMix.has(path)) ?? [];
  const inTime = compared.filter(({ kind }) => kind === 'aligned').length;
  if (rough === null || inTime === 0) return [];
  const { nullDb, provesDownToDb, unexplained } = rough;
  const share = nullDb === null ? '' : `, explaining ${percent(1 - 10 ** (nullDb / 10))} of it`;
  const timing = `${inTime} of ${compared.length} in time${share}`;
  const isComplete =
    unexplained !== null && unexplained.spans.length === 0 && provesDownToDb !== null && provesDownToDb <= -6;
  return isComplete ? [timing, `no part found missing, down to −${Math.abs(provesDownToDb)} dB`] : [timing];
}

/** "92 %", "99.9 %", "all": nearly all is not all. */
function percent(share: number): string {
  if (share >= 0.9995) return 'all';
  return `${(100 * share).toFixed(share > 0.99 ? 1 : 0)} %`;
}

function referencesFact({ brief, references }: Views): Fact | null {
  const said = saidValues(brief.references);
  const count = Math.max(said.length, references.length);
  if (count === 0) return null;
  const noted = said.filter(({ comment }) => comment !== undefined && comment !== '').length;
  const notes =
    noted === 0
      ? count === 1
        ? ', without a note'
        : ', none with a note'
      : noted >= count
        ? count === 1
          ? ', with a note'
          : ', each with a note'
        : `, ${countWord(noted)} with a note`;
  return { because: capitalised(countWord(count)) + notes, from: placesOf(brief.references) ?? FILE_NAMES };
}

function tempoFact({ brief, delivery, files }: Views): Fact | null {
  const said = saidValues(brief.tempo)[0];
  if (said !== undefined) return { because: tempoWords(said), from: placesOf(brief.tempo) };
  const session = delivery.sessions.find(({ tempo }) => tempo !== null);
  if (session?.tempo != null) return { because: formatBpm(session.tempo), from: session.path };
  const named = files.find(({ label }) => label.inName.bpm !== undefined);
  return named === undefined ? null : { because: formatBpm(named.label.inName.bpm!), from: FILE_NAMES };
}

function tempoWords({ bpm, approx, changes = [] }: Tempo): string {
  const later = changes.map((change) => {
    const place = change.bar === undefined ? (change.at ?? '') : `bar ${change.bar}`;
    return `${change.bpm}${place === '' ? '' : ` from ${place.replace(/^(?:from|at|ab) /i, '')}`}`;
  });
  return [`${approx ? 'about ' : ''}${formatBpm(bpm)}`, ...later.slice(0, 3)].join(', ');
}

function keyFact({ brief, files }: Views): Fact | null {
  const said = saidValues(brief.key)[0];
  if (said !== undefined) return { because: formatKey(said), from: placesOf(brief.key) };
  const named = files.find(({ label }) => label.inName.key !== undefined);
  return named === undefined ? null : { because: named.label.inName.key!, from: FILE_NAMES };
}

function effectsFact({ brief, stemFiles }: Views): Fact | null {
  const said = brief.effects[0];
  const printed = stemFiles.filter(({ label }) => label.printed).length;
  if (said === undefined) return null;
  return { because: effectsWords(brief, printed), from: placesOf(brief.effects) };
}

function effectsWords({ effects }: Brief, printed: number): string {
  const { policy, files } = effects[0]!.value;
  if (policy === 'none') return 'None, and it says so';
  if (policy === 'guide') return 'Printed as a guide only';
  if (policy === 'free') return 'Left to the mixer';
  if (files.length === 0) return 'What is printed belongs to the song';
  const declared = `${countWord(files.length)} declared`;
  return printed === 0 ? capitalised(declared) : capitalised(`${countWord(printed)} printed, ${declared}`);
}

function dryVocalsFact({ brief, dryVocals, stemFiles }: Views): Fact | null {
  if (dryVocals.length > 0) {
    const from = placesOf(brief.dryVocals) ?? FILE_NAMES;
    return {
      because: listed(
        dryVocals.map(({ path }) => stemName(path)),
        2,
      ),
      from,
    };
  }
  const leads = stemFiles.filter(({ label }) => label.role === 'lead-vocal');
  if (leads.length === 0) return null;
  const wet = leads.find(({ label }) => label.dry === 'wet');
  if (wet !== undefined) return { because: `${stemName(wet.path)} only`, from: FILE_NAMES };
  return { because: `${stemName(leads[0]!.path)}, taken as dry`, from: FILE_NAMES };
}

function targetFact({ brief }: Views): Fact | null {
  const said = saidValues(brief.target)[0];
  return said === undefined ? null : { because: quoted(said), from: placesOf(brief.target) };
}

function deliveryFact({ brief }: Views): Fact | null {
  const due = brief.deadline[0];
  const versions = saidValues(brief.deliverables);
  const from = placesOf(brief.deadline, brief.deliverables);
  if (due === undefined && versions.length === 0) return null;
  if (versions.length === 0) return { because: `${deadlineWords(due!)}, versions not said`, from };
  const list = listed(versions, 4);
  return { because: due === undefined ? `No deadline; ${list}` : `${deadlineWords(due)}: ${list}`, from };
}

function deadlineWords({ value }: Statement<Deadline | { readonly none: string }>): string {
  if (isNone(value)) return 'No deadline';
  if (value.date !== undefined) return dayWords(value.date);
  return value.vague === undefined ? 'Deadline said' : quoted(value.vague);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "18 Dec" from 2026-12-18; as written where it is no such date. */
function dayWords(isoDate: string): string {
  const parts = /^\d{4}-(\d{2})-(\d{2})/.exec(isoDate);
  const month = MONTHS[Number(parts?.[1]) - 1];
  return month === undefined ? isoDate : `${Number(parts![2])} ${month}`;
}

function scopeFact({ brief }: Views): Fact | null {
  const arrangement = brief.arrangement[0];
  const job = saidValues(brief.job);
  const inNotes = jobInNotes(brief);
  const from = placesOf(brief.arrangement, brief.job.length > 0 || inNotes === undefined ? brief.job : [inNotes]);
  if (arrangement === undefined && job.length === 0 && inNotes === undefined) return null;
  if (arrangement?.value === 'open') return { because: quoted(arrangement.quote), from };
  const locked = arrangement === undefined ? 'Arrangement not said' : 'Arrangement final';
  const agreed =
    job.length === 0
      ? inNotes
        ? quoted(inNotes.value.quote)
        : 'the job not said'
      : job.length === 1
        ? `${job[0]} only`
        : listed(job, 4);
  return { because: `${locked}; ${agreed}`, from };
}

/** The stems of the mix, opened or not: dry twins are counted apart. */
export function mixStems({ delivery, stemFiles }: Views): readonly DeliveredFile[] {
  const dryTwins = dryTwinPaths(delivery, stemFiles);
  return stemFiles.filter(({ path }) => !dryTwins.has(path));
}

/** Whether the names show any voice at all. */
export function hasVocal({ stemFiles }: Views): boolean {
  return stemFiles.some(({ label }) => isVocal(label.role));
}
