import { fileName, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, file, roughMix, stem } from '../../examples.js';
import { wordsOf } from '../names/name-words.js';
import { placeOf } from './told.js';

/** Words beside the title in the name of a rough mix, a session or a folder of a song. */
const BESIDE_THE_TITLE = new Set(
  (
    'rough mix mixes mixdown bounce demo ref final finale master mastered premaster print stereo stems stem multitracks ' +
    'multitrack tracks session sessions project files audio export exports delivery for the mixing v ver version bpm khz bit wav copy'
  ).split(' '),
);

export default defineRule({
  id: 'other-song-brief',
  chapter: 'handoff',
  severity: 'warning',
  item: null,
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief', 'names'],
  verb: 'send',
  summary: 'The brief names the song that lies here',
  why: 'Notes are copied from song to song. With the notes of another song, tempo, key and every wish are wrong.',
  how: 'Send the notes of this song, or correct the title in them. A working title in file names is fine as long as one place names both.',
  options: {},
  followsFrom: ['one-song-per-folder'],

  check({ brief, files, delivery }, report) {
    const said = brief.song[0];
    const title = wordsOf(said?.value ?? '');
    if (said === undefined || title.length === 0) return;
    const written = [delivery.root, ...files.map(({ path }) => path)].map((path) => ` ${wordsOf(path).join(' ')} `);
    const initials = title.map((word) => word[0]).join('');
    const isNamed = (text: string) =>
      text.includes(` ${title.join(' ')} `) || text.includes(` ${title.join('')} `) || text.includes(` ${initials} `);
    if (written.some(isNamed)) return;
    const other = titleOfNames(delivery.root, files);
    // A working title may share a word with the real one.
    if (other === null || other.words.some((word) => title.includes(word))) return;
    report({
      files: [said.file],
      title: `The notes are about "${said.value}"`.slice(0, 60),
      message: `${placeOf(said)}, names the song "${said.value}". ${other.places.join(' and ')} ${other.places.length === 1 ? 'names' : 'name'} another one: "${other.words.join(' ')}".`,
      fix: 'Send the notes of this song, or correct the title in them.',
      data: { said: said.value, names: other.words.join(' ') },
      act: { verb: 'send', phrase: 'the notes of this song, or say that they are' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the rough mix carries the title',
        delivery: delivery(stem('Kick.wav'), roughMix('Night Drive ROUGH.wav'), brief({ song: 'Night Drive' })),
      },
      {
        when: 'a near miss: only the rough mix has another name, which may be a working title',
        delivery: delivery(stem('Kick.wav'), roughMix('idea four ROUGH.wav'), brief({ song: 'Paper Boats' }), {
          facts: { root: 'Stems for mixing' },
        }),
      },
    ],
    fails: [
      {
        when: 'the rough mix and the session agree on another song',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Glasshouse ROUGH.wav'),
          file('Glasshouse.rpp', 'session'),
          brief({ song: 'Paper Boats' }),
          { facts: { root: 'Stems' } },
        ),
        says: 'handoff.yaml, line 1, names the song "Paper Boats". Glasshouse ROUGH.wav and Glasshouse.rpp name another one: "glasshouse".',
      },
    ],
  },
});

type Named = { readonly words: readonly string[]; readonly places: readonly string[] };

/** The title on which two of rough mix, session and folder agree; null where they do not. */
function titleOfNames(root: string, files: readonly { readonly path: string; readonly kind: string }[]): Named | null {
  const named = files.filter(({ kind }) => kind === 'rough-mix' || kind === 'session').map(({ path }) => path);
  const titles = [...named, root]
    .map((path) => ({ place: fileName(path), words: titleWords(stemName(path)) }))
    .filter(({ words }) => words.length > 0);
  const [first] = titles;
  if (first === undefined) return null;
  const agreeing = titles.filter(({ words }) => first.words.every((word) => words.includes(word)));
  return agreeing.length < 2 ? null : { words: first.words, places: agreeing.map(({ place }) => place) };
}

function titleWords(name: string): string[] {
  return wordsOf(name).filter((word) => !BESIDE_THE_TITLE.has(word) && !/^\d+$/.test(word));
}
