import type { Delivery } from '../../model/delivery.js';
import { isNamed } from '../../model/rough-mix.js';
import type { LineName } from '../../scan/brief/handoff/line-names.js';
import { type AnswerValue, dayInWords, typedAnswer } from './answers.js';
import { type InitQuestion, isNo, isYes } from './question.js';

const TEXTS: Partial<Record<LineName, { asks: string; help: readonly string[] }>> = {
  song: { asks: 'What is the song called?', help: ['The title as it is to stand on the mix.'] },
  takes: {
    asks: 'Are the takes chosen?  chosen / open',
    help: [
      'chosen: every part here is the one take that is meant.',
      'open: takes lie side by side, and somebody still has to choose.',
    ],
  },
  references: {
    asks: 'Which records should the mixer know, and for what?  Or "none: why".',
    help: [
      'For example:  Artist - Song: low end, and how close the voice is',
      'Several: put a semicolon between them. A link or a file name will do as well.',
    ],
  },
  tempo: {
    asks: 'What is the tempo?  Or "none: why".',
    help: ['Beats per minute: 92, or about 84. A song without a click:  none: played free'],
  },
  meter: { asks: 'What is the meter?', help: ['For example 4/4, 6/8 or 7/8.'] },
  key: {
    asks: 'What key is it in?  Or "none: why".',
    help: ['The key that sounds: F# minor, Bb major. The tuner of the mixer is set by it.'],
  },
  effects: {
    asks: 'Which printed effects are part of the song?  File names, or none.',
    help: [
      'An effect that is printed into a stem and has to stay: a throw, a filter, a chopped voice.',
      'none: everything came without, or the mixer decides.',
    ],
  },
  dryVocals: {
    asks: 'The lead vocal came with its effects only. Where is the dry one?  File names, or "none: why".',
    help: [
      'Export the lead once more without reverb and delay, and name the file here.',
      'Or say why there is none:  none: printed through the amp, on purpose',
    ],
  },
  target: {
    asks: 'What should somebody feel when they hear this? One sentence.',
    help: [
      'Not the sound, the feeling. For example: "the house is empty and she',
      'is relieved", or: "everybody at the party knows, nobody says it".',
    ],
  },
  deadline: {
    asks: 'When do you need it?  A date, or a number of days or weeks.',
    help: ['For example 18 December, next Friday, 3 weeks; or "no rush", or "none: why".'],
  },
  deliverables: {
    asks: 'Which versions?  main, instrumental, clean, acapella, performance',
    help: [
      'main: the song. instrumental: without voices. acapella: voices alone. clean: without words that the radio masks.',
      'performance: without the lead, for the stage. Others, such as radio edit or stems, can be written as well.',
    ],
  },
  arrangement: {
    asks: 'Is the arrangement final?  final / open',
    help: [
      'final: no part and no section changes any more.',
      'open: something may still be added, moved or taken out; the mix then waits, or is done twice.',
    ],
  },
  scope: {
    asks: 'What does the job include?  mix, master, editing, tuning, comping, sample-replacement, production',
    help: ['What was agreed, not what would be nice. Most often:  mix'],
  },
};

// Lines that name delivered files: a name that nothing bears would be a gap of its own.
const OF_FILES: readonly LineName[] = ['effects', 'dryVocals'];

/**
 * A line of handoff.yaml, asked for in words.
 *
 * @param today days and weeks are counted from here
 * @param files of the delivery: a line that names files may name only these
 */
export function wordsQuestion(name: LineName, today: Date, files: Delivery['files']): InitQuestion {
  const text = TEXTS[name] ?? { asks: `${name}?`, help: [] };
  return {
    id: name,
    asks: [text.asks],
    help: text.help,
    async answer(typed) {
      const read = await typedAnswer(name, yesNoAs(name, typed), today);
      if ('problem' in read) return read;
      const stray = OF_FILES.includes(name) ? absentFrom(files, read.value) : undefined;
      if (stray !== undefined) return { problem: `There is no file "${stray}" in the folder.` };
      const remark = dayInWords(read.value) ?? undefined;
      return { answers: { [name]: { value: read.value } }, ...(remark === undefined ? {} : { remark: `${remark}.` }) };
    },
  };
}

/** "Is the arrangement final?" may be answered with yes. */
function yesNoAs(name: LineName, typed: string): string {
  const answers: Partial<Record<LineName, readonly [string, string]>> = {
    arrangement: ['final', 'open'],
    takes: ['chosen', 'open'],
  };
  const pair = answers[name];
  if (pair === undefined) return typed;
  if (isYes(typed)) return pair[0];
  return isNo(typed) ? pair[1] : typed;
}

/** The first of the names that no file of the folder bears, with or without its ending. */
function absentFrom(files: Delivery['files'], value: AnswerValue): string | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.map(String).find((name) => !files.some(({ path }) => isNamed(path, name)));
}
