import { isVocal } from '../../../model/roles.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { wordsOf } from '../names/name-words.js';
import { isEmpty, notePaths, notSaid, placeOf, unreadWords } from './told.js';

export default defineRule({
  id: 'deliverables-listed',
  chapter: 'handoff',
  severity: 'warning',
  item: 'delivery',
  owners: ['artist'],
  stage: 'agreement',
  needs: ['brief'],
  verb: 'answer',
  summary: 'The versions to deliver are listed, and "TV" or "performance" says which vocals stay',
  why: 'An instrumental printed together with the mix takes minutes; asked for a year later it means to rebuild the session.',
  how: 'List them: `deliverables: [main, instrumental, acapella, clean, performance]`. For a TV or performance mix, say which vocals stay: backing vocals with or without the doubles.',
  options: {},
  // Two questions about the versions are asked as one.
  followsFrom: ['notes-present', 'clean-version-marked'],

  check({ brief, files, stemFiles }, report) {
    if (isEmpty(files)) return;
    if (brief.deliverables.length === 0) {
      const unread = unreadWords(brief, 'deliverables');
      if (unread !== null) return cannotTell(unread);
      report({
        files: notePaths({ brief, files }),
        title: 'The versions to deliver are not said',
        message: notSaid(brief, 'which versions are due'),
        fix: 'Name the versions: main, instrumental, acapella, clean, performance.',
        data: { field: 'deliverables' },
        act: { verb: 'answer', phrase: 'which versions are due' },
      });
      return;
    }
    const show = brief.deliverables.find(({ value }) => value === 'tv' || value === 'performance');
    if (show === undefined || wordsOf(show.quote).some((word) => VOICES.has(word))) return;
    // With no backing vocals there is only one way to read it: without the lead.
    const backing = stemFiles.filter(({ label }) => isVocal(label.role) && label.role !== 'lead-vocal');
    const lead = stemFiles.some(({ label }) => label.role === 'lead-vocal');
    if (!lead || backing.length === 0) return;
    report({
      files: [show.file],
      severity: 'info',
      title: `Which vocals stay in the ${show.value === 'tv' ? 'TV' : 'performance'} mix is not said`,
      message: `${placeOf(show)}, asks for a ${show.value === 'tv' ? 'TV' : 'performance'} mix and does not say which vocals stay in it: the backing vocals, the doubles, or none.`,
      fix: 'Write it behind the version: performance, without the lead, with the backing vocals.',
      data: { version: show.value, backingVocals: backing.length },
      act: { verb: 'answer', phrase: 'which vocals stay in the performance mix' },
      field: 'voices',
    });
  },

  examples: {
    passes: [
      { when: 'they are listed', delivery: delivery(stem('Kick.wav'), brief({ deliverables: ['main', 'clean'] })) },
      {
        when: 'a near miss: a performance mix of a song with one voice, which can only mean without it',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          brief({ deliverables: ['main', 'performance'] }),
        ),
      },
    ],
    fails: [
      {
        when: 'the notes list none',
        delivery: delivery(stem('Kick.wav'), brief({ tempo: { bpm: 92 } })),
        says: 'handoff.yaml does not say which versions are due.',
      },
      {
        when: 'a performance mix is asked for, and there are backing vocals',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          stem('BGV.wav', { label: { role: 'backing-vocal' } }),
          brief({ deliverables: ['main', 'performance'] }),
        ),
        severity: 'info',
        says: 'handoff.yaml, line 2, asks for a performance mix and does not say which vocals stay in it: the backing vocals, the doubles, or none.',
      },
    ],
  },
});

const VOICES = new Set(
  'lead leads vocal vocals vox voice voices backing bgv bgvs bvs double doubles singer gesang stimme stimmen voix voz voces vozes voce voci coro coros cori chœurs'.split(
    ' ',
  ),
);
