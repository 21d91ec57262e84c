import { isNone } from '../../../model/brief.js';
import { countingRoughMix, distinctRoughMixes } from '../../../model/rough-mix.js';
import { capitalised, countWord, fileName, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, roughMix, stem } from '../../examples.js';

export default defineRule({
  id: 'rough-mix-single',
  chapter: 'together',
  severity: 'warning',
  item: 'rough-mix',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  uses: ['brief'],
  verb: 'answer',
  summary: 'One rough mix, or it is said which one counts',
  why: 'Two rough mixes show two directions. The mixer follows one of them, and it is the wrong one half of the time.',
  how: 'Leave only the rough mix that counts in the folder, or name it: `roughMix: <file>` in handoff.yaml.',
  options: {},

  check({ files, brief }, report) {
    const prints = distinctRoughMixes(files);
    if (prints.length < 2) return;
    const counting = countingRoughMix(files, brief);
    const isSaid = brief.roughMix.some(({ value }) => !isNone(value)) && counting !== null;
    if (isSaid) return;
    const names = prints.map(({ path }) => stemName(path));
    report({
      files: prints.map(({ path }) => path),
      title: `${capitalised(countWord(prints.length))} rough mixes, and none is said to count`,
      message: `${listed(names)} lie in the folder. ${counting === null ? 'Nothing says which one counts.' : `${stemName(counting.path)} has the highest version and was taken.`}`,
      fix: `Leave only the one that counts, or write  roughMix: ${fileName((counting ?? prints[0]!).path)}  in handoff.yaml.`,
      data: { roughMixes: names, taken: counting?.path ?? null },
      act: { phrase: `which of ${listed(names, 3)} is the rough mix that counts` },
    });
  },

  examples: {
    passes: [
      { when: 'there is one', delivery: delivery(stem('Kick.wav'), roughMix('Rough v2.wav')) },
      {
        when: 'a near miss: one rough mix as WAV and as MP3',
        delivery: delivery(stem('Kick.wav'), roughMix('Rough.wav'), roughMix('Rough.mp3', { lossy: true })),
      },
      {
        when: 'two lie there, and handoff.yaml names one',
        delivery: delivery(roughMix('Rough A.wav'), roughMix('Rough B.wav'), brief({ roughMix: 'Rough B.wav' })),
      },
    ],
    fails: [
      {
        when: 'two versions lie there',
        delivery: delivery(
          roughMix('Rough v1.wav', { label: { version: 1 } }),
          roughMix('Rough v2.wav', { label: { version: 2 } }),
        ),
        says: 'Rough v1 and Rough v2 lie in the folder. Rough v2 has the highest version and was taken.',
      },
      {
        when: 'two without a version lie there',
        delivery: delivery(roughMix('Rough loud.wav'), roughMix('Rough.wav')),
        says: 'Rough loud and Rough lie in the folder. Nothing says which one counts.',
      },
    ],
  },
});
