import type { DeliveredFile } from '../../../model/delivery.js';
import { counted } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { partName } from '../names/name-words.js';
import { isAgreed } from './agreed.js';

export default defineRule({
  id: 'too-many-ideas',
  chapter: 'scope',
  severity: 'warning',
  item: 'takes-chosen',
  owners: ['artist', 'producer'],
  stage: 'production',
  needs: ['names'],
  uses: ['relations'],
  verb: 'agree',
  summary: 'Many alternates, doubles of doubles and muted ideas: decide what belongs before the mix',
  why: 'A session in which many parts are still a choice is in production. A mixer can balance what belongs to the song, and cannot know what does.',
  how: 'Decide which parts belong, remove the ideas that are not used, choose the vocal layers, then send the final set.',
  options: {
    // One part in takes is takes-final's; from three parts on it is the song that is undecided.
    fewestParts: 3,
    fewestFiles: 6,
    // In a set of a hundred stems six leftovers are a slip, not a session of ideas.
    leastShare: 0.2,
  },

  check({ stemFiles: all, dryVocals, song, brief, options }, report) {
    if (isAgreed(brief, 'production')) return;
    // A dry twin is no part of its own.
    const dry = new Set(dryVocals.map(({ path }) => path));
    const stemFiles = all.filter(({ path }) => !dry.has(path));
    const ideas = stemFiles.filter(isUndecided);
    const parts = new Set(ideas.map((file) => partName(file, song))).size;
    if (parts < options.fewestParts || ideas.length < options.fewestFiles) return;
    if (ideas.length < stemFiles.length * options.leastShare) return;
    const muted = ideas.filter(({ label }) => label.muted !== false).length;
    const takes = ideas.filter(({ label }) => label.muted === false && label.take !== null).length;
    const kinds = [
      ...(takes > 0 ? [counted(takes, 'take or alternate', 'takes and alternates')] : []),
      ...(muted > 0 ? [counted(muted, 'muted or undecided file')] : []),
    ].join(', ');
    report({
      files: ideas.map(({ path }) => path),
      title: `${ideas.length} of ${stemFiles.length} stems are still a choice`,
      message: `${ideas.length} of ${counted(stemFiles.length, 'stem')} are still a choice, over ${parts} parts: ${kinds}. Which of them belong to the song is a production decision.`,
      fix: 'Decide which parts belong, take the others out, then send the final set.',
      data: { ideas: ideas.length, stems: stemFiles.length, parts },
      act: { verb: 'agree', phrase: 'which parts belong to the song' },
    });
  },

  examples: {
    passes: [
      {
        when: 'every stem is meant',
        delivery: delivery(stem('Kick.wav'), stem('Bass.wav'), stem('Lead Vox.wav')),
      },
      {
        when: 'a near miss: six takes, all of one part, of which takes-final speaks',
        delivery: delivery(...[1, 2, 3, 4, 5, 6].map((take) => stem(`Lead Vox take ${take}.wav`, { label: { take } }))),
      },
      {
        when: 'production is part of the job',
        delivery: delivery(...session(), brief({ job: ['mix', 'production'] })),
      },
    ],
    fails: [
      {
        when: 'half of the session is a choice',
        delivery: delivery(...session()),
        says: '6 of 8 stems are still a choice, over 3 parts: 4 takes and alternates, 2 muted or undecided files. Which of them belong to the song is a production decision.',
      },
    ],
  },
});

function isUndecided({ label }: DeliveredFile): boolean {
  return label.muted !== false || label.take !== null;
}

function session(): DeliveredFile[] {
  return [
    stem('Kick.wav'),
    stem('Bass.wav'),
    stem('Synth alt 1.wav', { label: { take: 'alt' } }),
    stem('Synth alt 2.wav', { label: { take: 'alt' } }),
    stem('Lead Vox take 1.wav', { label: { take: 1 } }),
    stem('Lead Vox take 2.wav', { label: { take: 2 } }),
    stem('UNUSED/Organ.wav', { label: { muted: true } }),
    stem('maybe/Organ.wav', { label: { muted: 'maybe' } }),
  ];
}
