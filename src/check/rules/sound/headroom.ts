import { counted, formatDb, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { soundingFiles } from '../../measured.js';
import { pathsOf } from '../../set-words.js';

export default defineRule({
  id: 'headroom',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'Peaks leave room; the loudest are named',
  why: 'Nothing is lost as long as nothing clips: the mixer turns the stems down. Many peaks at the very top may show that something limits them.',
  options: {
    // A lone peak at the top is normal in a stem; a third of the set is a habit worth a word.
    leastRoomDb: 0.3,
    fewestStems: 3,
    shareOfStems: 0.34,
  },
  followsFrom: ['clipping', 'normalised-stems', 'master-bus-left-on'],

  check({ opened, options }, report) {
    const sounding = soundingFiles(opened);
    const full = sounding.filter(({ header, measured }) => !header.float && measured.peakDbfs! > -options.leastRoomDb);
    if (full.length < options.fewestStems || full.length < options.shareOfStems * sounding.length) return;
    const loudest = [...full].sort((a, b) => b.measured.peakDbfs! - a.measured.peakDbfs!);
    report({
      files: pathsOf(full),
      title: `${counted(full.length, 'stem')} of ${sounding.length} peak at the very top`,
      message: `${counted(full.length, 'stem')} of ${sounding.length} peak above ${formatDb(-options.leastRoomDb, 'dBFS')}, the loudest ${listed(loudest.slice(0, 3).map(({ path, measured }) => `${stemName(path)} (${formatDb(measured.peakDbfs!, 'dBFS')})`))}.`,
      fix: 'Leave them as they are if nothing limits them; else export with the limiter bypassed.',
      data: { peaksDbfs: full.map(({ measured }) => measured.peakDbfs) },
    });
  },

  examples: {
    passes: [
      { when: 'peaks leave room', delivery: delivery(stem('Kick.wav', { measured: {} })) },
      {
        when: 'a near miss: one of four peaks at 0 dBFS',
        delivery: delivery(...peaks(0, -6, -9, -12)),
      },
    ],
    fails: [
      {
        when: 'three of four peak at the top',
        delivery: delivery(...peaks(-0.1, -0.2, -0.05, -12)),
        says: '3 stems of 4 peak above −0.3 dBFS, the loudest Stem 3 (−0.1 dBFS), Stem 1 (−0.1 dBFS) and Stem 2 (−0.2 dBFS).',
      },
    ],
  },
});

function peaks(...levels: readonly number[]) {
  return levels.map((peakDbfs, index) => stem(`Stem ${index + 1}.wav`, { measured: { peakDbfs } }));
}
