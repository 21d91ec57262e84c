import type { CannotTell } from '../../define-rule.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, file, stem } from '../../examples.js';
import { missingLines } from './missing-lines.js';
import { isEmpty } from './told.js';

export default defineRule({
  id: 'notes-present',
  chapter: 'handoff',
  severity: 'warning',
  item: null,
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing', 'brief'],
  verb: 'write-down',
  summary: 'Notes or handoff.yaml lie beside the stems; folds the findings on each fact that is missing because of it',
  why: 'Tempo, key, references, what the song should do to a listener, the deadline and what the job includes cannot be heard in the stems. They have to be written down once, or asked for one by one.',
  how: 'Write a text file or a `handoff.yaml` beside the stems. `stemcheck init <folder>` asks for what is missing and writes it.',
  options: {},

  check({ brief, files, ...context }, report) {
    if (isEmpty(files)) return;
    // A PDF or a text in an unknown encoding is there and may say everything: its item is a question, no gap.
    const unread = brief.faults
      .filter(({ id }) => id === 'notes-pdf' || id === 'not-text' || id === 'too-long' || id === 'too-deep')
      .map((fault): CannotTell => cannotTell(fault.message, [fault.file]));
    if (unread.length > 0) return unread;
    const isThere = brief.sources.length > 0 || brief.faults.length > 0;
    if (isThere || files.some(({ kind }) => kind === 'notes' || kind === 'brief')) return;
    const lines = missingLines({ ...context, brief, files });
    report({
      files: [],
      title: 'There are no notes beside the stems',
      message: `There are no notes and no handoff.yaml beside the stems. Not written anywhere: ${lines.map(({ what }) => what).join(', ')}.`,
      fix: `Write a handoff.yaml with ${lines.length === 1 ? 'this line' : 'these lines'}, or a notes.txt in your own words: ${lines.map(({ line }) => line).join(' · ')}`,
      data: { missing: lines.map(({ field }) => field), lines: lines.map(({ line }) => line) },
      act: {
        verb: 'write-down',
        phrase: 'what the stems cannot say, in a notes.txt or a handoff.yaml',
      },
    });
  },

  examples: {
    passes: [
      { when: 'a handoff.yaml is there', delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })) },
      {
        when: 'a near miss: the notes are a PDF that could not be read, so nothing is claimed',
        delivery: delivery(
          stem('Kick.wav'),
          file('Notes.pdf', 'notes'),
          brief(
            {},
            {
              sources: [],
              faults: [
                {
                  id: 'notes-pdf',
                  file: 'Notes.pdf',
                  line: 0,
                  column: 0,
                  message: 'The notes are a PDF.',
                  instead: null,
                  field: null,
                },
              ],
            },
          ),
        ),
      },
    ],
    fails: [
      {
        when: 'only stems were sent',
        delivery: delivery(stem('Kick.wav', { label: { inName: { bpm: 92 } } })),
        says: 'There are no notes and no handoff.yaml beside the stems. Not written anywhere: the key, whether the arrangement is final, whether the takes are chosen, which effects belong to the song, the references, what the listener should feel, the deadline, the versions, what the job includes.',
      },
    ],
  },
});
