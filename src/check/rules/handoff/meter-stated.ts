import type { SessionFacts } from '../../../model/delivery.js';
import { fileName } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, session, stem } from '../../examples.js';
import { notePaths, unreadWords } from './told.js';

const COMMON_TIME = '4/4';

export default defineRule({
  id: 'meter-stated',
  chapter: 'handoff',
  severity: 'info',
  item: 'tempo',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief'],
  uses: ['session'],
  verb: 'write-down',
  summary: 'A meter other than 4/4 that the session or MIDI shows is stated',
  why: 'A mixer sets up a grid before listening, and takes 4/4 where nothing else is said.',
  how: 'Write the meter into the notes, and at which bar it changes: `meter: 6/8`.',
  options: {},
  followsFrom: ['notes-present'],

  check({ brief, files, delivery }, report) {
    if (brief.meter.length > 0) return;
    const shown = delivery.sessions.find((session) => otherMeter(session) !== null);
    const meter = shown === undefined ? null : otherMeter(shown);
    if (shown === undefined || meter === null) return;
    const unread = unreadWords(brief, 'meter');
    if (unread !== null) return cannotTell(unread);
    report({
      files: [shown.path, ...notePaths({ brief, files })],
      title: `The meter is ${meter} in the session, not said`,
      message: `${fileName(shown.path)} counts in ${meter}, and no note says so.`,
      fix: `Write it into the notes: meter: ${meter}`,
      data: { meter, session: shown.path },
      act: { verb: 'write-down', phrase: 'the meter' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the brief gives it',
        delivery: delivery(stem('Kick.wav'), brief({ meter: '6/8' }), session('Night Drive.rpp', { meter: '6/8' })),
      },
      {
        when: 'a near miss: nothing is said, and the session counts in 4/4',
        delivery: delivery(stem('Kick.wav'), session('Night Drive.rpp', { meter: '4/4' })),
      },
    ],
    fails: [
      {
        when: 'the session counts in six',
        delivery: delivery(stem('Kick.wav'), session('Night Drive.rpp', { meter: '6/8' })),
        says: 'Night Drive.rpp counts in 6/8, and no note says so.',
      },
    ],
  },
});

function otherMeter({ meter, meterChanges }: SessionFacts): string | null {
  return (
    [meter, ...meterChanges.map((change) => change.meter)].find((one) => one != null && one !== COMMON_TIME) ?? null
  );
}
