import type { OpenedFile } from '../../../model/delivery.js';
import { counted, formatRate, formatSeconds, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { groupedBy, pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'sample-rate-consistent',
  chapter: 'format',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  uses: ['session'],
  verb: 'export-again',
  summary: 'All stems have one sample rate',
  why: 'A stem at another rate plays at another pitch and speed, or is converted without anyone deciding so.',
  how: 'Set the export to the rate of the session and export the named stems again. Converting the file afterwards is second best.',
  options: {},

  check({ opened, setRate }, report) {
    const groups = groupedBy(opened, ({ header }) => header.sampleRate);
    if (groups.length < 2) return;
    if (setRate === null) return report(tie(groups));
    const inSet = opened.filter(({ header }) => header.sampleRate === setRate);
    for (const { key: rate, files } of groups) {
      if (rate === setRate) continue;
      const isOne = files.length === 1;
      report({
        files: pathsOf(files),
        title: `${whoIs(files)} ${isOne ? 'is' : 'are'} at ${formatRate(rate)}, the set at ${formatRate(setRate)}`,
        message: `${stemNames(files)} ${isOne ? 'runs' : 'run'} at ${formatRate(rate)}, the other ${counted(inSet.length, 'stem')} at ${formatRate(setRate)}. ${consequence(files[0]!, setRate, isOne)}`,
        fix: `Export ${isOne ? 'it' : 'them'} again at ${formatRate(setRate)} from the session.`,
        data: { sampleRateHz: rate, setHz: setRate, stems: files.length, others: inSet.length },
        evidence: files.slice(0, 8).map(({ path, header }) => ({
          kind: 'rate',
          file: path,
          sampleRateHz: rate,
          setHz: setRate,
          frames: header.frames,
        })),
        act: {
          phrase: `at ${formatRate(setRate)}`,
          perFile: files.map(({ path }) => ({
            path,
            remark: `at ${formatRate(setRate)} instead of ${formatRate(rate).replace(/ kHz$/, '')}`,
          })),
        },
      });
    }
  },

  examples: {
    passes: [
      { when: 'all stems run at one rate', delivery: delivery(stem('Kick.wav'), stem('Bass.wav')) },
      {
        when: 'a near miss: all run at 44.1 kHz, and a reference elsewhere does not matter',
        delivery: delivery(stem('Kick.wav', { sampleRate: 44_100 }), stem('Bass.wav', { sampleRate: 44_100 })),
      },
    ],
    fails: [
      {
        when: 'one of three runs at 44.1 kHz',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Bass.wav'),
          stem('Shaker.wav', { sampleRate: 44_100, seconds: 186.857 }),
        ),
        says: 'Shaker runs at 44.1 kHz, the other 2 stems at 48 kHz. Placed in a 48 kHz session unconverted it ends at 2:51.675 and sounds 147 cents high.',
      },
      {
        when: 'half of the stems run at each rate, and nobody is blamed',
        delivery: delivery(stem('Kick.wav'), stem('Shaker.wav', { sampleRate: 44_100 })),
        says: '1 stem runs at 48 kHz (Kick) and 1 stem at 44.1 kHz (Shaker). Nothing says which is the rate of the song.',
      },
    ],
  },
});

/** What happens when the file is placed in the session as it is: the length and pitch that one would hear. */
function consequence({ header }: OpenedFile, setRate: number, isOne: boolean): string {
  const cents = Math.round(1200 * Math.log2(setRate / header.sampleRate));
  const pitch = `${isOne ? 'sounds' : 'sound'} ${Math.abs(cents)} cents ${cents > 0 ? 'high' : 'low'}`;
  const session = `a ${formatRate(setRate)} session unconverted`;
  if (!isOne || header.frames === null) return `Placed in ${session} ${isOne ? 'it' : 'they'} ${pitch}.`;
  return `Placed in ${session} it ends at ${formatSeconds(header.frames / setRate)} and ${pitch}.`;
}

function tie(groups: readonly { readonly key: number; readonly files: readonly OpenedFile[] }[]) {
  const rates = groups.map(({ key }) => formatRate(key));
  const [first, ...rest] = groups.map(({ key, files }, index) => {
    const verb = index === 0 ? (files.length === 1 ? ' runs' : ' run') : '';
    return `${counted(files.length, 'stem')}${verb} at ${formatRate(key)} (${stemNames(files, 2)})`;
  });
  return {
    files: [],
    title: `The stems run at ${counted(groups.length, 'rate')}: ${listed(rates, 3)}`,
    message: `${first} and ${rest.join(', ')}. Nothing says which is the rate of the song.`,
    fix: 'Export all stems again at the rate of the session, and say in the notes which one that is.',
    data: { ratesHz: groups.map(({ key }) => key), stems: groups.map(({ files }) => files.length) },
    act: { phrase: "at the session's rate" },
  };
}
