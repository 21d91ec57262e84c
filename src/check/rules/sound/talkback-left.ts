import { formatSeconds, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { type MeasuredFile, soundingFiles } from '../../measured.js';
import { shortName } from '../../set-words.js';

/** For the examples: everybody comes in after ten seconds. */
const later = { firstSoundFrame: 480_000, islands: [{ fromFrame: 480_000, toFrame: 9_552_000 }] };

export default defineRule({
  id: 'talkback-left',
  chapter: 'sound',
  severity: 'warning',
  item: 'final-stems',
  owners: ['editor'],
  stage: 'packaging',
  needs: ['sound'],
  uses: ['relations'],
  verb: 'export-again',
  summary: 'No talk, count-in or bleed before the song that the rough mix does not have',
  why: 'A "one, two" before the song is heard in the master if nobody mutes it.',
  how: 'Cut the stretch out of the track, keep the silence in its place, and export again.',
  standsOn:
    'None of 26 real sets fires. Without the rough mix nobody can tell talk from an intro, so it is a note then.',
  options: { pauseSeconds: 1 },

  check({ stems, roughMix, delivery, options }, report) {
    const sounding = soundingFiles(stems).filter(({ label }) => label.role !== 'click' && !label.guide);
    if (sounding.length < 3) return;
    const starts = sounding
      .map((file) => ({ file, seconds: firstSeconds(file) }))
      .sort((a, b) => a.seconds - b.seconds);
    const [alone, next] = starts;
    const island = firstIsland(alone!.file);
    if (island === null || next!.seconds - island.toSeconds < options.pauseSeconds) return;
    // A part that goes on after the pause and one that was there only before the song both count.
    const [rough] = soundingFiles(roughMix === null ? [] : [roughMix]);
    const lagSeconds =
      delivery.relations.rough?.commonLagFrames == null
        ? 0
        : delivery.relations.rough.commonLagFrames / delivery.relations.rough.sampleRate;
    const roughLacksIt = rough !== undefined && firstSeconds(rough) - lagSeconds >= island.toSeconds;
    if (rough !== undefined && !roughLacksIt) return; // the rough mix has it: it is an intro
    const name = stemName(alone!.file.path);
    report({
      files: [alone!.file.path],
      severity: roughLacksIt ? 'warning' : 'info',
      title: `${shortName(name, 28)} sounds alone before the song`,
      message: `${name} sounds alone from ${formatSeconds(round(island.fromSeconds))} to ${formatSeconds(round(island.toSeconds))}; the others begin at ${formatSeconds(round(next!.seconds))}.${roughLacksIt ? ' The rough mix does not have it.' : ''}`,
      fix: 'Listen there. If it is talk, a count-in or bleed, export it again without it; if it is an intro, leave it.',
      data: {
        islandFromSeconds: island.fromSeconds,
        islandToSeconds: island.toSeconds,
        othersFromSeconds: next!.seconds,
      },
      at: [alone!.file.measured.islands[0]!],
      act: { phrase: `without what is heard before ${formatSeconds(round(next!.seconds))}` },
    });
  },

  examples: {
    passes: [
      {
        when: 'all begin together',
        delivery: delivery(...['Kick', 'Bass', 'Gtr'].map((name) => stem(`${name}.wav`, { measured: {} }))),
      },
      {
        when: 'a near miss: a guitar begins alone, and the rough mix has it',
        delivery: delivery(
          stem('Kick.wav', { measured: later }),
          stem('Bass.wav', { measured: later }),
          stem('Gtr.wav', { measured: { islands: [{ fromFrame: 48_000, toFrame: 144_000 }] } }),
          roughMix('Rough.wav', { measured: {} }),
        ),
      },
    ],
    fails: [
      {
        when: 'a count-in stands before everybody else, and the rough mix lacks it',
        delivery: delivery(
          stem('Kick.wav', { measured: later }),
          stem('Bass.wav', { measured: later }),
          stem('Gtr.wav', { measured: { islands: [{ fromFrame: 48_000, toFrame: 144_000 }] } }),
          roughMix('Rough.wav', { measured: later }),
        ),
        says: 'Gtr sounds alone from 0:01 to 0:03; the others begin at 0:10. The rough mix does not have it.',
        severity: 'warning',
      },
    ],
  },
});

function firstSeconds({ measured, header }: MeasuredFile): number {
  return (measured.firstSoundFrame ?? Number.POSITIVE_INFINITY) / header.sampleRate;
}

function firstIsland({ measured, header }: MeasuredFile): { fromSeconds: number; toSeconds: number } | null {
  const [first] = measured.islands;
  if (first === undefined) return null;
  return { fromSeconds: first.fromFrame / header.sampleRate, toSeconds: first.toFrame / header.sampleRate };
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
