import { counted, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { type MeasuredFile, soundingFiles, timeAt } from '../../measured.js';
import { isChopped, isComposite, isDrum, isEffect } from '../../part-habits.js';
import { pathsOf } from '../../set-words.js';

export default defineRule({
  id: 'clicks',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['editor'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'No isolated clicks in sustained sounds',
  why: 'A cut without a fade or a word-clock slip leaves a click, which an editor removes in a minute once it is known.',
  standsOn:
    '34 of 1,302 real files fire and not all are faults; a click at −10 dBFS is found in 62 %, at −30 dBFS in 38 % of 120 tries. So it is a note.',
  options: { shortestSeconds: 4 },

  check({ opened, options }, report) {
    const clicking = soundingFiles(opened).filter(
      (file) =>
        file.measured.clicks.length > 0 &&
        (file.header.seconds ?? 0) >= options.shortestSeconds &&
        !isDrum(file) &&
        !isComposite(file) &&
        !isEffect(file) &&
        !isChopped(file),
    );
    if (clicking.length === 0) return;
    const count = clicking.reduce((sum, file) => sum + clickFrames(file).length, 0);
    const isOne = clicking.length === 1;
    report({
      files: pathsOf(clicking),
      title: `${counted(count, 'single click')} in ${isOne ? 'one stem' : counted(clicking.length, 'stem')}`,
      message: `${listed(
        clicking.map(
          (file) =>
            `${stemName(file.path)} has ${counted(clickFrames(file).length, 'single click')} (first at ${timeAt(file, file.measured.clicks[0]!.frame)})`,
        ),
        4,
      )}.`,
      fix: 'Solo it there and listen; a short fade or a click remover closes it.',
      data: { clicks: clicking.map(({ path, measured }) => ({ file: path, clicks: measured.clicks.slice(0, 20) })) },
      ...(isOne
        ? {
            at: clickFrames(clicking[0]!)
              .slice(0, 20)
              .map((frame) => ({ fromFrame: frame, toFrame: frame + 1 })),
          }
        : {}),
    });
  },

  examples: {
    passes: [
      { when: 'there is none', delivery: delivery(stem('Pad.wav', { measured: {} })) },
      {
        when: 'a near miss: the same jump in a drum',
        delivery: delivery(stem('Rim.wav', { label: { role: 'rimshot' }, measured: { clicks: [click(2_164_800)] } })),
      },
    ],
    fails: [
      {
        when: 'two clicks in a pad',
        delivery: delivery(
          stem('Pad.wav', { label: { role: 'pad' }, measured: { clicks: [click(2_164_800), click(3_000_000)] } }),
        ),
        says: 'Pad has 2 single clicks (first at 0:45.100).',
      },
      {
        when: 'one click, on both sides at once',
        delivery: delivery(
          stem('Pad.wav', {
            label: { role: 'pad' },
            measured: { clicks: [click(2_164_800), { ...click(2_164_800), channel: 1 }] },
          }),
        ),
        says: 'Pad has 1 single click (first at 0:45.100).',
      },
    ],
  },
});

/** A click on both sides at once is one click. */
function clickFrames({ measured }: MeasuredFile): readonly number[] {
  return [...new Set(measured.clicks.map(({ frame }) => frame))];
}

function click(frame: number) {
  return { frame, channel: 0, stepDbfs: -20, overLocal: 40 };
}
