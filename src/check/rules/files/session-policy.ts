import { sessionName } from '../../../model/session-bundle.js';
import { counted, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, stem } from '../../examples.js';

export default defineRule({
  id: 'session-policy',
  chapter: 'files',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'send',
  summary: 'A DAW session is welcome beside the stems and never instead of them',
  why: 'A session opens only with the same program, version and plug-ins. Stems open everywhere and for ever.',
  options: {
    // Half of the studios like to have it at hand, the others never open it: no opinion unless a profile has one.
    besideStems: 'welcome',
  },

  check({ files, stemFiles, delivery, options }, report) {
    const sessions = files.filter(({ kind }) => kind === 'session');
    const isInstead = stemFiles.length === 0;
    if (sessions.length === 0 || (!isInstead && options.besideStems === 'welcome')) return;
    const programs = [
      ...new Set(
        delivery.sessions.filter(({ path }) => sessions.some((s) => s.path === path)).map(({ program }) => program),
      ),
    ];
    const what =
      sessions.length === 1 && programs.length === 1
        ? `A session of ${programs[0]}`
        : counted(sessions.length, 'session file');
    const title = isInstead ? 'A session came instead of stems' : 'A session lies beside the stems';
    report({
      files: sessions.map(({ path }) => path),
      title,
      message: `${what} (${listed(sessions.map(({ path }) => sessionName(path)))}) lies in the folder${isInstead ? ', and no stem beside it' : ''}.`,
      fix: isInstead
        ? 'Export each track from one start as WAV, and send these beside the session.'
        : 'Leave the session out; this studio works from stems alone.',
      data: { sessions: sessions.length, stems: stemFiles.length },
      act: isInstead ? { phrase: 'the stems beside the session', perFile: [] } : { verb: 'leave-out', phrase: '' },
    });
  },

  examples: {
    passes: [
      { when: 'there is no session', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: the session lies beside the stems',
        delivery: delivery(stem('Kick.wav'), file('Night Drive.als', 'session')),
      },
    ],
    fails: [
      {
        when: 'the session came alone',
        delivery: delivery(file('Night Drive.als', 'session')),
        says: '1 session file (Night Drive.als) lies in the folder, and no stem beside it.',
      },
    ],
  },
});
