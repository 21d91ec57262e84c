import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { excerpt, type MeasuredFile, soundingFiles } from '../../measured.js';
import { isHalf } from '../../part-habits.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

/** One step of 16 bit: two channels that differ by no more are one. */
const ONE_STEP = 1.01 / 32_768;

export default defineRule({
  id: 'mono-as-stereo',
  chapter: 'sound',
  severity: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  verb: 'nothing',
  summary: 'A stereo file with two equal channels could be mono',
  why: 'Nothing is wrong with it. The mixer knows that there is no width in it and can place it as a mono part.',
  standsOn: '31 of 860 real stereo files fire, all rightly.',
  options: {},

  check({ opened }, report) {
    const mono = soundingFiles(opened).filter((file) => !isHalf(file) && isMono(file));
    if (mono.length === 0) return;
    const isOne = mono.length === 1;
    const panned = mono.filter((file) => !isEqual(file));
    const balance = isOne && panned.length === 1 ? panned[0]!.measured.balanceDb : null;
    report({
      files: pathsOf(mono),
      title: `${whoIs(mono)} ${isOne ? 'is one channel' : 'are each one channel'}, stored twice`,
      message:
        balance === null
          ? `Left and right of ${stemNames(mono)} hold the same sound. ${isOne ? 'It' : 'They'} can be used as mono.`
          : `Left and right of ${stemNames(mono)} hold the same sound, ${Math.round(Math.abs(balance))} dB louder on the ${balance > 0 ? 'left' : 'right'}.`,
      fix: `Leave ${isOne ? 'it as it is' : 'them as they are'}; the mixer can use ${isOne ? 'it' : 'them'} as mono.`,
      data: { stems: mono.length, maxDifference: mono.map(({ measured }) => measured.maxDifference) },
      evidence: mono.slice(0, 4).map((file) => ({
        kind: 'channels',
        file: file.path,
        maxDifference: file.measured.maxDifference,
        correlation: file.measured.correlation,
        ...excerpt(file, 'stereo'),
      })),
    });
  },

  examples: {
    passes: [
      { when: 'left and right differ', delivery: delivery(stem('Keys.wav', { measured: {} })) },
      {
        when: 'a near miss: a file of one channel',
        delivery: delivery(
          stem('Bass.wav', {
            channels: 1,
            measured: { identicalChannels: null, maxDifference: null, correlation: null },
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'both channels are equal',
        delivery: delivery(
          stem('Bass DI.wav', { measured: { identicalChannels: true, maxDifference: 0, correlation: 1 } }),
        ),
        says: 'Left and right of Bass DI hold the same sound. It can be used as mono.',
      },
    ],
  },
});

function isMono(file: MeasuredFile): boolean {
  const { correlation, silentSide } = file.measured;
  if (file.header.channels !== 2 || silentSide !== null) return false;
  return isEqual(file) || (correlation !== null && correlation > 0 && 1 - correlation * correlation < 1e-6);
}

function isEqual({ measured }: MeasuredFile): boolean {
  return measured.identicalChannels === true || (measured.maxDifference !== null && measured.maxDifference <= ONE_STEP);
}
