import { formatCount, formatSpan } from '../../../model/units.js';
import type { Views } from '../../context.js';
import { defineRule, type Reported } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { certainty, compared, type StemInMix, stemsInRough } from '../../in-rough.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';
import { lengthsOf, setLength } from '../../stem-lengths.js';

/** Delays that plug-ins report or forget, in frames: block sizes and their doubles. */
const PLUGIN_DELAYS: readonly number[] = [32, 64, 128, 256, 512, 1024, 2048, 4096, 8192];

export default defineRule({
  id: 'stem-offset',
  chapter: 'timing',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['relations'],
  verb: 'export-again',
  summary:
    "Every stem lies where it lies in the rough mix, to the sample; the typical size of a plug-in's latency is named as such",
  why: 'A stem that lies late or early plays beside the beat, or thins out what it doubles. In the rough mix it was right.',
  how: 'Export all stems in one run from one start with delay compensation on. A stem that was trimmed needs its silence in front again.',
  standsOn:
    'Among the accepted offsets of held-out songs none was wrong; a claim is made only beyond the width of its own peak.',
  options: {
    // Below a millisecond nobody hears a lone part; beside a twin one does, and the twins have rules of their own.
    leastFrames: 3,
  },
  followsFrom: ['clock-drift', 'sample-rate-mislabelled', 'sample-rate-consistent'],

  check(context, report) {
    const off = [...stemsInRough(context, 'offset'), ...dryTwinsOff(context)].filter(
      ({ rough }) =>
        rough.lateFrames !== null &&
        Math.abs(rough.lateFrames) > Math.max(context.options.leastFrames, rough.withinFrames ?? 0),
    );
    const inTime = stemsInRough(context, 'aligned').length;
    const groups = new Map<number, StemInMix[]>();
    for (const one of off) {
      const late = one.rough.lateFrames!;
      const near = [...groups.keys()].find((known) => Math.abs(known - late) <= (one.rough.withinFrames ?? 1));
      groups.set(near ?? late, [...(groups.get(near ?? late) ?? []), one]);
    }
    for (const group of groups.values()) report(finding(group, inTime, context));
  },

  examples: {
    passes: [
      {
        when: 'all lie where the rough mix has them',
        delivery: delivery(stem('Kick.wav'), roughMix('Rough.wav'), compared([{ path: 'Kick.wav', kind: 'aligned' }])),
      },
      {
        when: 'a near miss: a kick lies within the width of its own peak',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Kick.wav', kind: 'offset', lateFrames: 9, withinFrames: 12 }]),
        ),
      },
    ],
    fails: [
      {
        when: 'a guitar is 4,812 frames late',
        delivery: delivery(
          stem('Gtr R.wav'),
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([
            { path: 'Gtr R.wav', kind: 'offset', lateFrames: 4812 },
            { path: 'Kick.wav', kind: 'aligned' },
          ]),
        ),
        says: 'It lies 4,812 frames behind the place where the rough mix has it (score 0.97, ± 1 frame). The other stem that was found is in time.',
      },
      {
        when: 'a stem is early by exactly what it is shorter',
        delivery: delivery(
          stem('Gtr.wav', { seconds: 199.5 }),
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([
            { path: 'Gtr.wav', kind: 'offset', lateFrames: -24_000 },
            { path: 'Kick.wav', kind: 'aligned' },
          ]),
        ),
        says: 'It lies 24,000 frames ahead of the place where the rough mix has it (score 0.97, ± 1 frame), and is that much shorter than the set: its head was cut off. The other stem that was found is in time.',
      },
      {
        when: 'a stem lies early by the size of a plug-in delay',
        delivery: delivery(
          stem('Pad.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Pad.wav', kind: 'offset', lateFrames: -512 }]),
        ),
        says: "It lies 512 frames ahead of the place where the rough mix has it (score 0.97, ± 1 frame). That is the size of a plug-in's delay.",
      },
    ],
  },
});

/** Lengths this close together are one length. */
const SAME_LENGTH_SECONDS = 0.001;

/** Dry versions that lie off their wet twin, where the twin lies in time. */
function dryTwinsOff(context: Views): readonly StemInMix[] {
  const { delivery, opened } = context;
  const inTime = new Set(stemsInRough(context, 'aligned').map(({ file }) => file.path));
  const judged = new Set(
    delivery.relations.rough?.stems.filter(({ lateFrames }) => lateFrames !== null).map(({ path }) => path),
  );
  return delivery.relations.dryTwins.flatMap(({ wet, dry }) => {
    const file = opened.find(({ path }) => path === dry);
    const twin = delivery.relations.twins.find(({ a, b }) => (a === wet && b === dry) || (a === dry && b === wet));
    if (file === undefined || twin === undefined || judged.has(dry) || !inTime.has(wet) || twin.lagFrames === 0)
      return [];
    // lagFrames: how much later b lies than a.
    const lateFrames = twin.b === dry ? twin.lagFrames : -twin.lagFrames;
    const rough = delivery.relations.rough!.stems.find(({ path }) => path === wet)!;
    return [{ file, rough: { ...rough, path: dry, kind: 'offset' as const, lateFrames, score: null } }];
  });
}

function finding(group: readonly StemInMix[], inTime: number, { delivery, opened }: Views): Reported {
  const [first] = group;
  const files = group.map(({ file }) => file);
  const rate = delivery.relations.rough!.sampleRate;
  const late = first!.rough.lateFrames!;
  const isOne = group.length === 1;
  const size = `${formatCount(Math.abs(late))} frames`;
  const isTrimmed = late < 0 && group.every((one) => isShorterBy(one, -late / rate, opened));
  const pluginWords = PLUGIN_DELAYS.includes(Math.abs(late)) ? " That is the size of a plug-in's delay." : '';
  return {
    files: pathsOf(files),
    title: `${whoIs(files, 36)} ${isOne ? 'is' : 'are'} ${formatSpan(Math.abs(late) / rate)} ${late > 0 ? 'late' : 'early'}`,
    message: `${isOne ? 'It lies' : `${stemNames(files)} lie`} ${size} ${late > 0 ? 'behind' : 'ahead of'} the place where the rough mix has ${isOne ? 'it' : 'them'}${certainty(first!.rough)}${isTrimmed ? ', and is that much shorter than the set: its head was cut off' : ''}.${pluginWords}${restWords(inTime)}`,
    fix: isTrimmed
      ? `Export ${isOne ? 'it' : 'them'} again from the same start as the others, with the silence in front.`
      : `Export ${isOne ? 'it' : 'them'} again ${Math.abs(late) <= rate / 2 ? 'with delay compensation on, ' : ''}from the same start as the others.`,
    data: {
      lateFrames: group.map(({ rough }) => rough.lateFrames),
      lateMilliseconds: Math.round((late / rate) * 10_000) / 10,
      withinFrames: first!.rough.withinFrames,
      score: first!.rough.score,
      pluginDelay: pluginWords !== '',
    },
    evidence: group.slice(0, 4).map(({ file, rough }) => ({
      kind: 'offset',
      file: file.path,
      lagFrames: rough.lateFrames,
      score: rough.score,
      plusMinusFrames: rough.withinFrames,
    })),
    act: {
      phrase:
        !isTrimmed && Math.abs(late) <= rate / 2 ? 'with delay compensation on' : 'from the same start as the others',
    },
  };
}

/** Early by what it lacks: the file was cut at its head, and no plug-in delayed the others. */
function isShorterBy({ file }: StemInMix, seconds: number, opened: Views['opened']): boolean {
  const set = setLength(lengthsOf(opened), SAME_LENGTH_SECONDS);
  const own = file.header.seconds;
  return set !== null && own !== null && Math.abs(set - own - seconds) <= SAME_LENGTH_SECONDS;
}

function restWords(inTime: number): string {
  if (inTime === 0) return '';
  return inTime === 1
    ? ' The other stem that was found is in time.'
    : ` The other ${inTime} stems that were found are in time.`;
}
