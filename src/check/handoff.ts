import type { Brief } from '../model/brief.js';
import { type Finding, type HandoffItem, ITEMS, type ItemId, type ItemStatus } from '../model/report.js';
import { capitalised, countWord } from '../model/units.js';
import type { Views } from './context.js';
import type { Need } from './define-rule.js';
import { type Fact, hasVocal, ITEM_FACTS, mixStems, placesOf, quoted } from './item-facts.js';
import { RANK } from './number.js';
import { itemWaiver } from './waive.js';

/** An item that a rule could not judge: for lack of a whole kind of fact, or for a reason in words. */
export type Untold = { readonly item: ItemId | null; readonly needs: Need | null; readonly reason: string };

/** The brief fields whose unreadable line leaves an item untold. */
const ITEM_OF_FIELD: Readonly<Record<string, ItemId>> = {
  takes: 'takes-chosen',
  roughMix: 'rough-mix',
  references: 'references',
  tempo: 'tempo',
  key: 'key',
  meter: 'tempo',
  effects: 'creative-effects',
  dryVocals: 'dry-vocals',
  target: 'target',
  deadline: 'delivery',
  deliverables: 'delivery',
  scope: 'scope',
  arrangement: 'scope',
};

const NEED_WORDS: Partial<Record<Need, string>> = {
  sound: 'the sound was not read',
  relations: 'the sound was not compared',
};

/** The twelve items with their status and why, from numbered findings. */
export function handoffItems(
  views: Views,
  findings: readonly Finding[],
  untold: readonly Untold[],
): readonly HandoffItem[] {
  return ITEMS.map((id) => {
    const own = findings.filter(({ item }) => item === id);
    const gaps = own.filter(({ waived, severity }) => waived === undefined && RANK[severity] >= RANK.warning);
    const fact = ITEM_FACTS[id](views);
    const { status, because, from } = judged(id, views, gaps, fact, untold);
    return { id, status, because, from, findings: own.flatMap(({ number }) => number ?? []).sort((a, b) => a - b) };
  });
}

type Judged = { readonly status: ItemStatus; readonly because: string; readonly from: string | null };

function judged(
  id: ItemId,
  views: Views,
  gaps: readonly Finding[],
  fact: Fact | null,
  untold: readonly Untold[],
): Judged {
  const from = fact?.from ?? null;
  if (gaps.length > 0) return { status: 'gap', because: gapWords(id, views, gaps, fact), from };
  // The words of three songs, read as one, would say things of a song that nobody made.
  if (views.delivery.songs.length > 0) return { status: 'cannot-tell', because: 'Several songs lie here', from: null };
  const open = openQuote(id, views.brief);
  if (open !== null) return { status: 'open', ...open };
  const waiver = itemWaiver(views.brief, id);
  if (waiver !== null) {
    return { status: 'waived', because: quoted(waiver.reason), from: `${waiver.file}:${waiver.line}` };
  }
  if (id === 'dry-vocals' && fact === null) {
    return { status: 'not-applicable', because: hasVocal(views) ? 'No lead vocal by name' : 'There is no vocal', from };
  }
  const lack = lackWords(id, views.brief, fact, untold);
  if (lack !== null) return { status: 'cannot-tell', because: lack, from };
  if (fact === null) return { status: 'not-said', because: notSaid(id), from };
  return { status: 'ok', because: fact.because, from };
}

function gapWords(id: ItemId, views: Views, all: readonly Finding[], fact: Fact | null): string {
  // What is folded is told by its parent; an item whose findings are all folded still says what is missing.
  const own = all.filter(({ followsFrom }) => followsFrom === undefined);
  const gaps = own.length > 0 ? own : all;
  const stems = new Set(mixStems(views).map(({ path }) => path));
  const again = new Set(gaps.filter(({ act }) => act.verb === 'export-again').flatMap(({ files }) => files));
  const affected = [...again].filter((path) => stems.has(path)).length;
  const worst = gaps.reduce((a, b) => (RANK[b.severity] > RANK[a.severity] ? b : a));
  const isOne = gaps.length === 1;
  if (id === 'final-stems' && affected > 1 && !isOne) {
    return `${affected} of ${stems.size} need another export`;
  }
  const countsItself = id === 'labelled' || id === 'references' || id === 'delivery';
  if (countsItself && fact !== null && !/^All |^It says/.test(fact.because)) return fact.because;
  if (fact === null && (id === 'target' || id === 'tempo' || id === 'key' || id === 'delivery')) return notSaid(id);
  return isOne
    ? worst.title
    : `${worst.title}; ${countWord(gaps.length - 1)} more ${gaps.length === 2 ? 'gap' : 'gaps'}`;
}

function openQuote(id: ItemId, brief: Brief): Omit<Judged, 'status'> | null {
  const isCompingAgreed = brief.job.some(({ value }) => value === 'comping');
  const field = id === 'scope' ? brief.arrangement : id === 'takes-chosen' && !isCompingAgreed ? brief.takes : [];
  const said = field.find(({ value }) => value === 'open');
  return said === undefined ? null : { because: quoted(said.quote), from: placesOf([said]) };
}

function lackWords(id: ItemId, brief: Brief, fact: Fact | null, untold: readonly Untold[]): string | null {
  const unread = brief.faults.find(({ field }) => field !== null && ITEM_OF_FIELD[field] === id);
  const unreadWhole = brief.faults.find(({ field, id: fault }) => field === null && fault !== 'line-unclear');
  const isInWords = Object.values(ITEM_OF_FIELD).includes(id);
  if (unread !== undefined && fact === null) return `${unread.file}:${unread.line} could not be read`;
  if (unreadWhole !== undefined && fact === null && isInWords) return `${unreadWhole.file} could not be read`;
  const lack = untold.find(({ item }) => item === id);
  if (lack === undefined) return null;
  const words = (lack.needs === null ? undefined : NEED_WORDS[lack.needs]) ?? lack.reason;
  return fact === null ? capitalised(words) : `${fact.because}; ${words}`;
}

function notSaid(id: ItemId): string {
  if (id === 'final-stems' || id === 'labelled') return 'No stems';
  if (id === 'rough-mix') return 'No rough mix';
  return id === 'delivery' ? 'No deadline, no versions' : 'Not said';
}
