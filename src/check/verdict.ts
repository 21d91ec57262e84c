import type { Owner } from '../model/brief.js';
import type { DeliveredFile, Delivery } from '../model/delivery.js';
import { grouped } from '../model/grouped.js';
import type { Act, Finding, HandoffItem, Verb, Verdict } from '../model/report.js';
import { capitalised, counted, countWord, listed } from '../model/units.js';

/** What words alone close, without a new file. */
const ANSWERS: readonly Verb[] = ['answer', 'write-down', 'choose', 'agree'];
const AUDIO_KINDS = ['stem', 'rough-mix', 'reference', 'alternate-mix'];

/**
 * The verdict, the first that holds. Waived findings do not count; folded ones stand with their parent.
 *
 * @param isPartial only some rules were asked: what was not asked is not passed
 */
export function verdictOf(
  delivery: Delivery,
  findings: readonly Finding[],
  handoff: readonly HandoffItem[],
  isPartial: boolean,
): Verdict {
  if (nothingCouldBeRead(delivery)) return 'cannot-check';
  const counting = findings.filter(({ waived }) => waived === undefined);
  if (counting.some(({ severity }) => severity === 'error')) return 'not-ready';
  const isAsking =
    counting.some(({ severity }) => severity === 'warning') ||
    handoff.some(({ status }) => status === 'open' || status === 'cannot-tell') ||
    delivery.files.some((file) => file.kind === 'stem' && !isRead(file, delivery));
  return isAsking || isPartial || delivery.coverage.quick ? 'ready-with-questions' : 'ready';
}

/** The verdict in one sentence: what it takes, in units of work. */
export function verdictBecause(
  verdict: Verdict,
  delivery: Delivery,
  acts: readonly Act[],
  handoff: readonly HandoffItem[],
): string {
  if (verdict === 'cannot-check') return cannotCheckBecause(delivery);
  if (verdict === 'ready') {
    // An item about which nothing is said holds nothing up, and it may have to be guessed.
    return handoff.some(({ status }) => status === 'not-said')
      ? 'Nothing is missing that holds up the mix.'
      : 'Nothing is missing, nothing has to be guessed.';
  }
  if (verdict === 'not-ready') return acts.length > 0 ? thingsToDo(acts) : 'See the gaps below.';
  if (delivery.songs.length > 0) return 'Several songs lie here, and each is judged when its own path is given.';
  if (acts.length === 0) {
    return delivery.coverage.quick
      ? 'Nothing stands out so far; no sample was read.'
      : 'The mix can start. Not everything could be judged.';
  }
  const what = acts.every(({ verb }) => ANSWERS.includes(verb)) ? 'answer' : 'thing';
  const count = acts.length === 1 ? `One ${what}` : `${capitalised(countWord(acts.length))} ${what}s`;
  return `The mix can start. ${count} now would save a revision later.`;
}

/** "Five things to do: three for the producer, one for the artist, one to decide together." */
function thingsToDo(acts: readonly Act[]): string {
  const groups = [...grouped(acts, forWhom)].map(([whom, { length }]) => ({ whom, count: length }));
  const head = acts.length === 1 ? 'One thing to do' : `${capitalised(countWord(acts.length))} things to do`;
  if (groups.length > 1) {
    return `${head}: ${groups.map(({ whom, count }) => `${countWord(count)} ${whom}`).join(', ')}.`;
  }
  const all = acts.length === 1 ? '' : acts.length === 2 ? 'both ' : 'all ';
  return `${head}, ${all}${groups[0]?.whom ?? ''}.`;
}

/** As the headings over the acts count them: what several people do together is nobody's alone. */
function forWhom({ owners, decision }: Act): string {
  if (owners.length > 1) return decision ? 'to decide together' : `for ${listed(owners.map(ownerWords))}`;
  return owners.length === 0 ? 'for anybody' : `for the ${ownerWords(owners[0]!)}`;
}

function ownerWords(owner: Owner): string {
  return owner.replace('-', ' ');
}

function nothingCouldBeRead({ files, coverage }: Delivery): boolean {
  if (coverage.unread.some(({ path }) => path === '' || path === '.')) return true;
  const audio = files.filter(({ kind }) => AUDIO_KINDS.includes(kind));
  return audio.length > 0 && audio.every(({ header }) => header === undefined);
}

function cannotCheckBecause({ files, coverage }: Delivery): string {
  const folder = coverage.unread.find(({ path }) => path === '' || path === '.');
  if (folder !== undefined) return folder.message;
  const audio = files.filter(({ kind }) => AUDIO_KINDS.includes(kind));
  const [first] = audio;
  const reason = first?.faults[0]?.message ?? coverage.unread.find(({ path }) => path === first?.path)?.message;
  const none =
    audio.length === 1
      ? 'The one audio file could not be opened'
      : `None of ${counted(audio.length, 'audio file')} could be opened`;
  return reason === undefined ? `${none}.` : `${none}: ${listed([reason])}`;
}

function isRead(file: DeliveredFile, { coverage }: Delivery): boolean {
  if (coverage.unread.some(({ path }) => path === file.path)) return false;
  return file.header !== undefined && (coverage.quick || file.measured !== undefined);
}
