import type { OpenedFile } from '../../../model/delivery.js';
import type { Measurements } from '../../../model/measurements.js';
import { counted, formatDb } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

/** Tracks that DAWs export empty as a matter of course. */
const OFTEN_EMPTY: readonly string[] = ['fx-return', 'vocal-fx', 'click', 'guide', 'main-pair'];

export default defineRule({
  id: 'silent-stem',
  chapter: 'sound',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['sound'],
  uses: ['names'],
  verb: 'export-again',
  summary:
    'No stem is silent from end to end; a warning for effect returns, buses, click and guide, which DAWs export empty',
  why: 'A silent stem is a part that was muted, routed elsewhere or frozen away when it was exported. Nobody misses it until the mix is compared.',
  how: 'Solo the track in the session. If it plays, check its output and its mute, and export it again; if it is empty there too, leave it out.',
  standsOn:
    'One of 1,302 real files fired, rightly; zeros and dither are found in all of 120 tries, noise at −75 dBFS in 120 of 120.',
  options: {},

  check({ opened }, report) {
    const silent = opened.filter(({ measured }) => measured !== undefined && isSilent(measured));
    for (const severity of ['error', 'warning'] as const) {
      const group = silent.filter((file) => weightOf(file) === severity);
      if (group.length === 0) continue;
      const isOne = group.length === 1;
      report({
        files: pathsOf(group),
        severity,
        title: `${whoIs(group)} ${isOne ? 'is' : 'are'} silent from start to end`,
        message: `${stemNames(group)} ${isOne ? soundOf(group[0]!) : `hold no sound: ${counted(group.length, 'file')}, the loudest ${loudestOf(group)}`}.`,
        fix: `Export ${isOne ? 'it' : 'them'} again with the track unmuted, or leave ${isOne ? 'it' : 'them'} out if nothing should be there.`,
        data: {
          kinds: group.map(({ measured }) => measured!.silence?.kind ?? 'digital'),
          peakDbfs: group.map(({ measured }) => measured!.peakDbfs),
          noiseRmsDbfs: group.map(({ measured }) => measured!.silence?.noiseRmsDbfs ?? null),
        },
        act: { phrase: 'with the track unmuted, or leave it out' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'the stem sounds', delivery: delivery(stem('Kick.wav', { measured: {} })) },
      {
        when: 'a near miss: it plays once, softly, in three minutes',
        delivery: delivery(stem('Bell.wav', { measured: { peakDbfs: -48, activeSeconds: 1.2 } })),
      },
    ],
    fails: [
      {
        when: 'it holds zeros',
        delivery: delivery(
          stem('Kick Sub.wav', { measured: { peakDbfs: null, silence: { kind: 'digital', noiseRmsDbfs: null } } }),
        ),
        says: 'Kick Sub holds nothing but digital silence.',
        severity: 'error',
      },
      {
        when: 'it holds only noise',
        delivery: delivery(
          stem('Snare.wav', { measured: { peakDbfs: -62.1, silence: { kind: 'noise', noiseRmsDbfs: -76 } } }),
        ),
        says: 'Snare holds only noise at −76.0 dBFS.',
        severity: 'warning',
      },
      {
        when: 'an effect return is empty',
        delivery: delivery(
          stem('Verb Return.wav', {
            label: { role: 'fx-return' },
            measured: { peakDbfs: null, silence: { kind: 'digital', noiseRmsDbfs: null } },
          }),
        ),
        says: 'Verb Return holds nothing but digital silence.',
        severity: 'warning',
      },
    ],
  },
});

function isSilent({ peakDbfs, silence, frames }: Measurements): boolean {
  return silence !== null || (peakDbfs === null && frames > 0);
}

/** Noise alone may be a take that was recorded too low, so it is asked and not told. */
function weightOf({ label, measured }: OpenedFile): 'error' | 'warning' {
  const isOftenEmpty =
    label.bus || label.guide || label.printed || (label.role !== null && OFTEN_EMPTY.includes(label.role));
  return isOftenEmpty || measured!.silence?.kind === 'noise' ? 'warning' : 'error';
}

function soundOf({ measured }: OpenedFile): string {
  const { silence, peakDbfs } = measured!;
  if (silence?.kind === 'noise') {
    return `holds only noise at ${formatDb(silence.noiseRmsDbfs ?? peakDbfs ?? -96, 'dBFS')}`;
  }
  if (silence?.kind === 'dither' && peakDbfs !== null)
    return `holds only dither, at most ${formatDb(peakDbfs, 'dBFS')}`;
  return 'holds nothing but digital silence';
}

function loudestOf(group: readonly OpenedFile[]): string {
  const peaks = group.flatMap(({ measured }) => measured!.peakDbfs ?? []);
  return peaks.length === 0 ? 'none' : formatDb(Math.max(...peaks), 'dBFS');
}
