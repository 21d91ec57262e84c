import type { RoughComparison, UnexplainedSpan } from '../../../model/relations.js';
import { counted, formatRate, formatSeconds, listed, stemName } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { compared } from '../../in-rough.js';

export default defineRule({
  id: 'rough-missing-part',
  chapter: 'together',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['relations'],
  verb: 'send',
  summary:
    'Nothing is heard in the rough mix that no stem holds: from -20 dB under it, over 2 s in one stretch; less is info',
  why: 'A part that is in the rough mix and in no stem was not exported. Nobody can mix it.',
  how: 'Listen to the rough mix at the named place, find the track that plays there, and export it from the same start.',
  standsOn:
    'Mixes of 40 s made from held-out songs: no false alarm in 60 clean ones; a missing part at −3 to −10 dB was found in 13 of 13, at −14 and −18 dB in 10 of 17, at −24 dB and below in none of 6.',
  options: { fromLevelDb: -20, longestSeconds: 2 },
  followsFrom: [
    'silent-stem',
    'lr-pair-complete',
    'nested-archive',
    'unreadable-file',
    'truncated-file',
    'not-local',
    'stem-offset',
    'rough-other-version',
  ],

  check({ delivery, options }, report) {
    const { rough } = delivery.relations;
    if (rough === null || rough.unexplained === null || rough.agreement === 'none') return;
    const { spans, levelDb } = rough.unexplained;
    if (spans.length === 0) return;
    const loud = spans.filter((span) => isPart(span, options.fromLevelDb, options.longestSeconds));
    const told = loud.length > 0 ? loud : spans;
    const unplaced = rough.stems
      .filter(({ kind }) => kind === 'not-found' || kind === 'cannot-tell')
      .map(({ path }) => stemName(path));
    // Where no stem was placed, nothing was taken away from the rough mix, and all of it is "left over".
    if (unplaced.length > 0 && unplaced.length === rough.stems.length) {
      return cannotTell('none of the stems could be placed in the rough mix');
    }
    const [first] = [...told].sort((a, b) => b.levelDb - a.levelDb || a.fromSeconds - b.fromSeconds);
    report({
      files: [],
      severity: loud.length > 0 ? 'error' : 'info',
      title: `The rough mix holds a part that no stem has`,
      message: `The rough mix has sound ${placeWords(first!)} that none of the located stems explains${levelWords(first!, levelDb)}.${moreWords(told.length)}${unplacedWords(unplaced)}`,
      fix: `Listen to the rough mix at ${formatSeconds(Math.round(first!.fromSeconds))}, and send the stem of what plays there.`,
      data: {
        roughMix: rough.roughMix,
        spans: told.slice(0, 20),
        share: rough.unexplained.share,
        levelDb,
        notLocated: unplaced,
      },
      at: told.slice(0, 20).map((span) => framesOf(span, rough)),
      act: {
        phrase: `the stem of what is heard in the rough mix from ${formatSeconds(Math.round(first!.fromSeconds))}`,
        perFile: [],
      },
    });
  },

  examples: {
    passes: [
      {
        when: 'the stems explain the rough mix',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Kick.wav', kind: 'aligned' }], {
            unexplained: { share: 0.0001, spans: [], levelDb: null },
          }),
        ),
      },
      {
        when: 'a near miss: what is left follows the stems, as a reverb does',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Kick.wav', kind: 'aligned' }], {
            diffuse: true,
            unexplained: { share: 0.0004, spans: [], levelDb: null },
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'a guitar plays from 1:02 to 1:34 in the rough mix alone',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Kick.wav', kind: 'aligned' }], {
            unexplained: { share: 0.1, spans: [span(62, 94, -14)], levelDb: -14 },
          }),
        ),
        says: 'The rough mix has sound between 300 Hz and 3 kHz from 1:02 to 1:34 that none of the located stems explains, about 14 dB below it.',
        severity: 'error',
      },
      {
        when: 'something soft is heard for a second',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Kick.wav', kind: 'aligned' }], {
            unexplained: { share: 0.001, spans: [span(62, 63, -26)], levelDb: -26 },
          }),
        ),
        says: 'The rough mix has sound between 300 Hz and 3 kHz from 1:02 to 1:03 that none of the located stems explains, about 26 dB below it.',
        severity: 'info',
      },
    ],
  },
});

function span(fromSeconds: number, toSeconds: number, levelDb: number): UnexplainedSpan {
  return { fromSeconds, toSeconds, fromHz: 300, toHz: 3000, levelDb };
}

function isPart(
  { fromSeconds, toSeconds, levelDb }: UnexplainedSpan,
  fromLevelDb: number,
  longestSeconds: number,
): boolean {
  return levelDb >= fromLevelDb && toSeconds - fromSeconds >= longestSeconds;
}

function placeWords({ fromSeconds, toSeconds, fromHz, toHz }: UnexplainedSpan): string {
  return `between ${rateWords(fromHz)} and ${rateWords(toHz)} from ${formatSeconds(Math.round(fromSeconds))} to ${formatSeconds(Math.round(toSeconds))}`;
}

function rateWords(hz: number): string {
  return formatRate(hz >= 1000 ? Math.round(hz / 100) * 100 : Math.round(hz / 10) * 10);
}

function levelWords(span: UnexplainedSpan, levelDb: number | null): string {
  const level = levelDb ?? span.levelDb;
  return level < 0 ? `, about ${Math.round(-level)} dB below it` : '';
}

function moreWords(spans: number): string {
  return spans > 1 ? ` It is there in ${counted(spans - 1, 'more stretch', 'more stretches')}.` : '';
}

function unplacedWords(names: readonly string[]): string {
  return names.length === 0 ? '' : ` ${listed(names)} could not be placed in it; one of them may be it.`;
}

function framesOf({ fromSeconds, toSeconds }: UnexplainedSpan, { sampleRate }: RoughComparison) {
  return { fromFrame: Math.round(fromSeconds * sampleRate), toFrame: Math.round(toSeconds * sampleRate) };
}
