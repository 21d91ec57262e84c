import type { Question, Report } from '../../model/report.js';
import { answerInWords, QUESTION_WORDS } from '../words/handoff-list.js';
import { block, padEnd } from './lines.js';
import { type Look, type Mark, marked } from './look.js';

const MARKS: Readonly<Record<Question['status'], Mark>> = {
  answered: 'answered',
  partly: 'partly',
  'not-said': 'unanswered',
};
const QUESTION_COLUMNS = Math.max(...Object.values(QUESTION_WORDS).map((words) => words.length));

/** The three questions, each with its answer beside it; below 70 columns the answer stands under it. */
export function questions({ questions }: Report, look: Look): string[] {
  return questions.flatMap((question) => {
    const mark = MARKS[question.status];
    const words = QUESTION_WORDS[question.id];
    const markColumns = look.glyphs.marks[mark].length;
    const answer = answerInWords(question);
    if (look.width < 70) {
      const indent = 3 + markColumns;
      return [`  ${marked(mark, look)} ${words}`, ...block(answer, indent, look.inner)];
    }
    const indent = 2 + markColumns + 1 + QUESTION_COLUMNS + 2;
    return block(answer, indent, look.width, `  ${marked(mark, look)} ${padEnd(words, QUESTION_COLUMNS)}  `);
  });
}
