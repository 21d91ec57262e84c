import { counted, formatDb, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { type MeasuredFile, soundingFiles } from '../../measured.js';
import { isAmbience, isBass } from '../../part-habits.js';
import { pathsOf, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'hum',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['editor'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'No mains hum',
  why: 'Hum of an amplifier or a cable is heard in the pauses, and comes up with every compressor.',
  standsOn:
    '1 of 264 real files of 8 s and more fires, unproven; hum at −50 dBFS is found in 36 %, at −40 dBFS in 59 % of 64 pieces.',
  options: {},

  check({ opened }, report) {
    const humming = soundingFiles(opened).filter(
      // A bass or a drone on 50 Hz that never stops looks the same, but for its pauses.
      (file) =>
        file.measured.hum !== null && (file.measured.hum.where === 'pauses' || !(isBass(file) || isAmbience(file))),
    );
    if (humming.length === 0) return;
    const isOne = humming.length === 1;
    report({
      files: pathsOf(humming),
      title: `${whoIs(humming)} ${isOne ? 'carries' : 'carry'} mains hum`,
      message: `${listed(humming.map(humWords), 4)}.`,
      fix: 'Send it as it is if the take is right; the mixer can filter it.',
      data: { hum: humming.map(({ path, measured }) => ({ file: path, ...measured.hum })) },
    });
  },

  examples: {
    passes: [
      { when: 'there is none', delivery: delivery(stem('Gtr.wav', { measured: {} })) },
      {
        when: 'a near miss: a bass that plays close to 50 Hz all the time',
        delivery: delivery(
          stem('Bass.wav', {
            label: { role: 'bass' },
            measured: { hum: { mainsHz: 50, harmonics: [1, 2, 3], levelDbfs: -40, where: 'all' } },
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'a guitar amplifier hums',
        delivery: delivery(
          stem('Gtr Amp.wav', {
            label: { role: 'electric-guitar' },
            measured: { hum: { mainsHz: 60, harmonics: [1, 2, 3, 5], levelDbfs: -60, where: 'all' } },
          }),
        ),
        says: 'Gtr Amp carries mains hum (60 Hz and 3 harmonics, −60.0 dBFS).',
      },
    ],
  },
});

function humWords({ path, measured }: MeasuredFile): string {
  const { mainsHz, harmonics, levelDbfs, where } = measured.hum!;
  const overtones = harmonics.filter((harmonic) => harmonic > 1).length;
  return `${stemName(path)} carries mains hum${where === 'pauses' ? ' in its pauses' : ''} (${mainsHz} Hz and ${counted(overtones, 'harmonic')}, ${formatDb(levelDbfs, 'dBFS')})`;
}
