import type { Finding, HandoffItem, ItemId, Question } from '../model/report.js';
import { capitalised, countWord, listed, stemName } from '../model/units.js';
import type { Views } from './context.js';
import { mixStems, placesOf, quoted } from './item-facts.js';

/** The three questions that stand above the list, answered from the words and the items. */
export function questionsOf(
  views: Views,
  handoff: readonly HandoffItem[],
  findings: readonly Finding[],
): readonly Question[] {
  if (views.delivery.songs.length > 0) return SEVERAL_SONGS;
  return [finalParts(views, handoff, findings), creativeEffects(views), arrangement(views)];
}

const SEVERAL_SONGS: readonly Question[] = (['final-parts', 'creative-effects', 'arrangement'] as const).map((id) => ({
  id,
  status: 'not-said',
  answer: 'Several songs lie here: ask each by its own path.',
  from: null,
}));

function finalParts(views: Views, handoff: readonly HandoffItem[], findings: readonly Finding[]): Question {
  const id = 'final-parts';
  const { brief } = views;
  const stemFiles = mixStems(views);
  const from = placesOf(brief.takes);
  const takes = handoff.find((item) => item.id === ('takes-chosen' satisfies ItemId));
  if (takes?.status === 'open') return { id, status: 'partly', answer: `Not all: ${takes.because}.`, from };
  const gap = findings.find(({ item, severity, waived }) => item === 'takes-chosen' && severity !== 'info' && !waived);
  if (takes?.status === 'gap' && gap !== undefined) {
    return { id, status: 'partly', answer: `Not all: ${lowerFirst(gap.title)}.`, from };
  }
  if (stemFiles.length === 0) return { id, status: 'not-said', answer: 'There are no stems.', from: null };
  if (brief.takes[0]?.value === 'chosen') {
    return {
      id,
      status: 'answered',
      answer: stemFiles.length === 1 ? 'The one stem.' : `All ${stemFiles.length}.`,
      from,
    };
  }
  if (brief.takes[0]?.value === 'open') return { id, status: 'answered', answer: 'Comping is part of the job.', from };
  return { id, status: 'partly', answer: 'Not said. The names show one take of each part.', from: null };
}

/** A title in the middle of a sentence; names keep their capitals. */
function lowerFirst(title: string): string {
  return /^(?:The|A|An|One|Two|Three|Four|Five|Six|Several|Takes) /.test(title)
    ? title.slice(0, 1).toLowerCase() + title.slice(1)
    : title;
}

function creativeEffects({ brief, stemFiles }: Views): Question {
  const id = 'creative-effects';
  const said = brief.effects[0];
  if (said === undefined) {
    const printed = stemFiles.filter(({ label }) => label.printed).length;
    const files = printed === 1 ? 'One file calls itself' : `${capitalised(countWord(printed))} files call themselves`;
    return { id, status: 'not-said', answer: printed > 0 ? `Not said. ${files} printed.` : 'Not said.', from: null };
  }
  const { policy, files } = said.value;
  const names = listed(files.map(stemName), 3);
  const answers = {
    none: 'None.',
    guide: 'What is printed is a guide.',
    free: 'They are left to the mixer.',
    keep: files.length === 0 ? 'What is printed is meant.' : `${capitalised(countWord(files.length))}: ${names}.`,
  };
  return { id, status: 'answered', answer: answers[policy], from: placesOf(brief.effects) };
}

function arrangement({ brief }: Views): Question {
  const id = 'arrangement';
  const open = brief.arrangement.find(({ value }) => value === 'open');
  if (open !== undefined)
    return { id, status: 'partly', answer: `Yes: ${quoted(open.quote)}.`, from: placesOf([open]) };
  if (brief.arrangement.length === 0) return { id, status: 'not-said', answer: 'Not said.', from: null };
  return { id, status: 'answered', answer: 'No. It is final.', from: placesOf(brief.arrangement) };
}
