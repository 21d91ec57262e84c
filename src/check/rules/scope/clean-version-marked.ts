import type { Statement } from '../../../model/brief.js';
import type { DeliveredFile } from '../../../model/delivery.js';
import { isVocal } from '../../../model/roles.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, file, stem } from '../../examples.js';
import { placeOf } from '../handoff/told.js';
import { wordsOf } from '../names/name-words.js';
import { filesOf } from './agreed.js';

/** Voices that carry the words of a song; backing vocals alone are mostly vowels. */
const SINGS_WORDS = new Set(['lead-vocal', 'vocals', 'vocal-double', 'ad-lib', 'spoken-word']);
/** A vocal without the words, and texts that hold them; words of names, without accents. */
const CLEAN_VOCAL = new Set('clean censored bleeped radio edited sauber zensiert limpia limpa pulita'.split(' '));
const LYRICS = new Set('lyrics lyric songtext text texte paroles letra letras testo testi words'.split(' '));
/** How notes say which words to mask. */
const MARKS = new Set(
  'mute muted mask masked bleep bleeped censor censored silence reverse reversed stumm piepen zensieren masquer silenciar censurar'.split(
    ' ',
  ),
);

export default defineRule({
  id: 'clean-version-marked',
  chapter: 'scope',
  severity: 'info',
  item: 'delivery',
  owners: ['artist'],
  stage: 'agreement',
  needs: ['brief'],
  uses: ['names'],
  verb: 'answer',
  summary:
    'A clean version is asked for and there is a voice: the words to mask are marked, or a clean vocal or lyrics are there',
  why: 'Which words are masked, and how, is for the artist to say: silence, a reverse, another word.',
  how: 'Send the lyrics with the words marked, or a clean vocal, or write the words with their times into the notes.',
  options: {},

  check({ brief, files, stemFiles }, report) {
    const clean = brief.deliverables.find(({ value }) => value === 'clean');
    if (clean === undefined || !stemFiles.some(({ label }) => SINGS_WORDS.has(label.role ?? ''))) return;
    if (stemFiles.some(isCleanVocal) || files.some(holdsLyrics) || isMarked(brief.deliverables, brief.asks)) return;
    report({
      files: filesOf([clean]),
      title: 'Which words the clean version masks is not said',
      message: `${placeOf(clean)}, asks for a clean version. No lyrics, no clean vocal and no note say which words are masked.`,
      fix: 'Mark the words in the lyrics, or send a clean vocal.',
      data: { asked: clean.quote },
      act: { verb: 'answer', phrase: 'which words does the clean version mask' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the lyrics are there',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          file('Lyrics.txt', 'notes'),
          brief({ deliverables: ['main', 'clean'] }),
        ),
      },
      {
        when: 'a near miss: a clean version of a song without a voice',
        delivery: delivery(
          stem('Sax.wav', { label: { role: 'saxophone' } }),
          brief({ deliverables: ['main', 'clean'] }),
        ),
      },
    ],
    fails: [
      {
        when: 'a clean version is asked for, and nothing says of what',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          brief({ deliverables: ['main', 'clean'] }),
        ),
        says: 'handoff.yaml, line 2, asks for a clean version. No lyrics, no clean vocal and no note say which words are masked.',
      },
    ],
  },
});

function isCleanVocal({ path, label }: DeliveredFile): boolean {
  return isVocal(label.role) && wordsOf(path).some((word) => CLEAN_VOCAL.has(word));
}

function holdsLyrics({ path, kind }: DeliveredFile): boolean {
  return (kind === 'notes' || kind === 'other') && wordsOf(path).some((word) => LYRICS.has(word));
}

function isMarked(...said: readonly (readonly Statement<unknown>[])[]): boolean {
  return said.flat().some(({ quote }) => wordsOf(quote).some((word) => MARKS.has(word)));
}
