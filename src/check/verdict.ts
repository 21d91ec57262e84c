import { OWNERS, type Owner } from '../model/brief.js';
import type { DeliveredFile, Delivery } from '../model/delivery.js';
import type { Act, Finding, HandoffItem, Verdict } from '../model/report.js';
import { capitalised, counted, countWord, listed } from '../model/units.js';

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
export function verdictBecause(verdict: Verdict, delivery: Delivery, acts: readonly Act[]): string {
  if (verdict === 'cannot-check') return cannotCheckBecause(delivery);
  if (verdict === 'ready') return 'Nothing is missing, nothing has to be guessed.';
  if (verdict === 'not-ready') return acts.length > 0 ? thingsToDo(acts) : 'See the gaps below.';
  if (acts.length === 0) {
    return delivery.coverage.quick
      ? 'Nothing stands out so far; no sample was read.'
      : 'The mix can start. Not everything could be judged.';
  }
  const answers = acts.length === 1 ? 'One answer' : `${capitalised(countWord(acts.length))} answers`;
  return `The mix can start. ${answers} now would save a revision later.`;
}

/** "Five things to do: three for the producer, one for the artist, one to decide together." */
function thingsToDo(acts: readonly Act[]): string {
  const together = acts.filter(({ decision, owners }) => decision && owners.length > 1);
  const single = acts.filter((act) => !together.includes(act));
  const parts = OWNERS.flatMap((owner) => {
    const count = single.filter(({ owners }) => owners[0] === owner).length;
    return count === 0 ? [] : [`${countWord(count)} for the ${ownerWords(owner)}`];
  });
  if (together.length > 0) parts.push(`${countWord(together.length)} to decide together`);
  const head = acts.length === 1 ? 'One thing to do' : `${capitalised(countWord(acts.length))} things to do`;
  return acts.length === 1 ? `${head}, ${parts[0]?.replace(/^one /, '')}.` : `${head}: ${parts.join(', ')}.`;
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
