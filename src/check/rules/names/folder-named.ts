import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { wordsOf } from './name-words.js';

const SAYS_NO_ARTIST = new Set(
  (
    'stems stem multitracks multitrack tracks mix mixing rough final files audio export exports bounce session project wav ' +
    'delivery for the to song v ver version bpm khz hz bit new'
  ).split(' '),
);

export default defineRule({
  id: 'folder-named',
  chapter: 'names',
  severity: 'off',
  strict: 'info',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'rename',
  summary: 'The folder says artist and song',
  why: 'A mixer keeps dozens of folders. "Stems" or "Mix final" is found again only by opening it.',
  how: 'Call the folder `Artist - Song` before packing it.',
  options: {},

  check({ delivery, brief, song }, report) {
    const folder = delivery.root.split(/[/\\]/).findLast((part) => part !== '') ?? '';
    // Checked from inside, the folder is "." and its name is not known.
    if (folder === '' || folder === '.' || folder === '..') return cannotTell('the folder was given without its name');
    const words = wordsOf(folder).filter((word) => !SAYS_NO_ARTIST.has(word) && !/^\d+$/.test(word));
    const title = wordsOf(brief.song[0]?.value ?? song ?? '');
    const saysSong = title.length > 0 && title.every((word) => wordsOf(folder).includes(word));
    const saysMore = words.some((word) => !title.includes(word));
    if (saysSong && saysMore) return;
    report({
      files: [],
      title: 'The folder does not say artist and song',
      message: `The folder is called "${folder}"${saysSong ? ', which is the song without the artist' : ''}.`,
      fix: 'Call it Artist - Song.',
      data: { folder, saysSong },
      act: { verb: 'rename', phrase: 'the folder: Artist - Song' },
    });
  },

  examples: {
    passes: [
      {
        when: 'both are in it',
        delivery: delivery(stem('Kick.wav'), brief({ song: 'Night Drive' }), {
          facts: { root: '/in/Mira Holt - Night Drive' },
        }),
      },
      {
        when: 'a near miss: the song first, with words beside',
        delivery: delivery(stem('Kick.wav'), brief({ song: 'Night Drive' }), {
          facts: { root: 'Night_Drive_MiraHolt_stems/' },
        }),
      },
    ],
    fails: [
      {
        when: 'it says what is in it',
        delivery: delivery(stem('Kick.wav'), brief({ song: 'Night Drive' }), { facts: { root: 'Stems final' } }),
        says: 'The folder is called "Stems final".',
      },
      {
        when: 'it says the song only',
        delivery: delivery(stem('Kick.wav'), brief({ song: 'Night Drive' }), { facts: { root: 'Night Drive' } }),
        says: 'The folder is called "Night Drive", which is the song without the artist.',
      },
    ],
  },
});
