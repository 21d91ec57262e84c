import type { Brief, Statement } from '../../../model/brief.js';
import { isNone } from '../../../model/brief.js';
import { nearest } from '../../../model/nearest.js';
import { isNamed } from '../../../model/rough-mix.js';
import { fileName, listed, stemName } from '../../../model/units.js';
import type { Views } from '../../context.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, file, roughMix, stem } from '../../examples.js';

const FILE_NAME = /\.(?:wav|wave|aiff?|aifc|caf|flac|mp3|m4a|ogg|opus|wv|mid|midi|txt|pdf|zip)$/i;

export default defineRule({
  id: 'named-file-absent',
  chapter: 'together',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief', 'listing'],
  verb: 'send',
  summary: 'A file that the notes name is there',
  why: 'Whoever names a file means it to be there. It was left behind, or it lies here under another name.',
  options: {},
  followsFrom: ['nested-archive', 'not-local', 'notes-present'],

  check(context, report) {
    const absent = namedFiles(context.brief).filter(({ name }) => !isHere(name, context));
    const byName = new Map(absent.map((one) => [one.name.normalize('NFC'), one]));
    if (byName.size === 0) return;
    const names = [...byName.values()];
    const isOne = names.length === 1;
    const meant = isOne ? meantBy(names[0]!.name, context) : null;
    report({
      files: [...new Set(names.map(({ said }) => said.file))],
      title: isOne ? `A named file is not here` : `${names.length} named files are not here`,
      message: `${listed(names.map(({ name, said }) => `${said.file}:${said.line} names ${name}`))}; no such file lies in the folder.${meant === null ? '' : ` There is ${meant}.`}`,
      fix: `Send ${isOne ? 'it' : 'them'}, or correct the name in the notes.`,
      data: { absent: names.map(({ name }) => name) },
      act: { phrase: listed(names.map(({ name }) => fileName(name))), perFile: [] },
      field: names.map(({ name }) => name).join(' '),
    });
  },

  examples: {
    passes: [
      {
        when: 'the named rough mix is there',
        delivery: delivery(roughMix('Rough v3.wav'), brief({ roughMix: 'Rough v3.wav' })),
      },
      {
        when: 'a near miss: it is named without its extension, and lies in a folder',
        delivery: delivery(stem('Stems/Lead DRY.wav'), brief({ dryVocals: ['Lead DRY'] })),
      },
    ],
    fails: [
      {
        when: 'the dry vocal is named and not there',
        delivery: delivery(stem('Lead.wav'), file('handoff.yaml', 'brief'), brief({ dryVocals: ['Lead DRY.wav'] })),
        says: 'handoff.yaml:1 names Lead DRY.wav; no such file lies in the folder.',
      },
      {
        when: 'two short names have little more than the extension in common',
        delivery: delivery(stem('Snare.wav'), file('handoff.yaml', 'brief'), brief({ dryVocals: ['Nope.wav'] })),
        says: 'handoff.yaml:1 names Nope.wav; no such file lies in the folder.',
      },
      {
        when: 'the name has a slip',
        delivery: delivery(roughMix('Night Drive ROUGH v3.wav'), brief({ roughMix: 'Night Drive ROUHG v3.wav' })),
        says: 'handoff.yaml:1 names Night Drive ROUHG v3.wav; no such file lies in the folder. There is Night Drive ROUGH v3.wav.',
      },
    ],
  },
});

/** The file that the name is a slip of. Its extension is left out: it would make any two short names alike. */
function meantBy(name: string, { files }: Views): string | null {
  const names = files.map(({ path }) => fileName(path));
  const slip = nearest(stemName(name), names.map(stemName));
  return names.find((one) => stemName(one) === slip) ?? null;
}

type NamedFile = { readonly name: string; readonly said: Pick<Statement<unknown>, 'file' | 'line'> };

/** Files that the words name; printed effects are creative-effects-printed's to miss. */
function namedFiles({ roughMix, dryVocals, references, promised, waivers }: Brief): readonly NamedFile[] {
  return [
    ...roughMix.flatMap((said) => (isNone(said.value) ? [] : [{ name: said.value, said }])),
    ...dryVocals.flatMap((said) => (isNone(said.value) ? [] : said.value.map((name) => ({ name, said })))),
    ...references.flatMap((said) =>
      isNone(said.value) || said.value.file === undefined ? [] : [{ name: said.value.file, said }],
    ),
    ...promised.flatMap((said) => (said.value.file === undefined ? [] : [{ name: said.value.file, said }])),
    ...waivers.flatMap((waiver) =>
      waiver.files.filter((name) => FILE_NAME.test(name)).map((name) => ({ name, said: waiver })),
    ),
  ];
}

function isHere(name: string, { files, delivery }: Views): boolean {
  return (
    files.some(({ path }) => isNamed(path, name)) || delivery.coverage.unread.some(({ path }) => isNamed(path, name))
  );
}
