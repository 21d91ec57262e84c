import { counted, stemName } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { compared, stemsInRough } from '../../in-rough.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'stem-not-in-rough',
  chapter: 'together',
  severity: 'warning',
  item: 'takes-chosen',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['relations'],
  verb: 'answer',
  summary: 'Every stem is heard in the rough mix',
  why: 'A stem that the rough mix does not have may be a leftover, or the rough mix may be older than the part. The mixer would have to guess.',
  how: 'Open the session, look whether the track is muted there, and leave it out or say that it is new.',
  standsOn: 'No present stem down to −40 dB was called absent among 300.',
  options: {
    // One carried by many others cannot be told from them.
    mostExplained: 0.9,
    // Where fewer of the stems that sound were placed, it is the rough mix that is another, and no stem left over.
    leastPlaced: 0.5,
  },
  followsFrom: [
    'duplicate-stem',
    'takes-final',
    'one-song-per-folder',
    'superseded-version',
    'muted-or-unused',
    'rough-other-version',
    'too-many-ideas',
  ],

  check(context, report) {
    const dryTwins = new Set(context.delivery.relations.dryTwins.map(({ dry }) => dry));
    const mixed = new Set(context.stems.map(({ path }) => path));
    const absent = stemsInRough(context, 'not-found').filter(
      ({ file, rough }) =>
        mixed.has(file.path) &&
        !dryTwins.has(file.path) &&
        !isOutsideTheMix(file.label.role) &&
        (rough.explained ?? 0) <= context.options.mostExplained,
    );
    if (absent.length === 0) return;
    const { rough } = context.delivery.relations;
    const heard = rough?.stems.filter(({ kind }) => kind !== 'silent') ?? [];
    const placed = heard.filter(({ kind }) => kind !== 'not-found' && kind !== 'cannot-tell').length;
    if (rough?.agreement !== 'sure') return cannotTell('the stems do not agree on one place in the rough mix');
    if (placed < context.options.leastPlaced * heard.length) {
      return cannotTell(`only ${placed} of ${counted(heard.length, 'stem')} could be placed in the rough mix`);
    }
    const files = absent.map(({ file }) => file);
    const isOne = files.length === 1;
    const why = isOne ? absent[0]!.rough.why : null;
    report({
      files: pathsOf(files),
      title: `${whoIs(files, 28)} ${isOne ? 'is' : 'are'} not heard in the rough mix`,
      message: `${isOne ? `There is no trace of ${stemName(files[0]!.path)}` : `There is no trace of ${stemNames(files)}`} in the rough mix: left over, muted, very soft, or changed there (stretched, tuned, only its reverb).${why === null ? '' : ` ${asSentence(why)}`}`,
      fix: `Say whether ${isOne ? 'it belongs' : 'they belong'} to the song, or take ${isOne ? 'it' : 'them'} out.`,
      data: { stems: files.length, why: absent.map(({ rough }) => rough.why) },
      act: {
        phrase: `${isOne ? `does ${stemName(files[0]!.path)} belong` : `do ${stemNames(files)} belong`} to the song`,
      },
    });
  },

  examples: {
    passes: [
      {
        when: 'every stem is heard',
        delivery: delivery(
          stem('Organ.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Organ.wav', kind: 'aligned' }]),
        ),
      },
      {
        when: 'a near miss: nobody can tell',
        delivery: delivery(
          stem('Organ.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Organ.wav', kind: 'cannot-tell', why: 'It repeats itself.' }]),
        ),
      },
      {
        when: 'a near miss: most of the stems are not in it, so the rough mix is of another version',
        delivery: delivery(
          stem('Organ.wav'),
          roughMix('Rough.wav'),
          compared([
            { path: 'Bass.wav', kind: 'aligned' },
            { path: 'Kick.wav', kind: 'cannot-tell', why: 'It repeats itself.' },
            { path: 'Organ.wav', kind: 'not-found' },
          ]),
        ),
      },
    ],
    fails: [
      {
        when: 'a leftover lies among the stems',
        delivery: delivery(
          stem('Organ.wav'),
          roughMix('Rough.wav'),
          compared([
            { path: 'Organ.wav', kind: 'not-found' },
            { path: 'Bass.wav', kind: 'aligned' },
          ]),
        ),
        says: 'There is no trace of Organ in the rough mix: left over, muted, very soft, or changed there (stretched, tuned, only its reverb).',
      },
    ],
  },
});

/** A click or a guide is not meant to be heard. */
function isOutsideTheMix(role: string | null): boolean {
  return role === 'click' || role === 'guide';
}

function asSentence(why: string): string {
  const text = why.slice(0, 1).toUpperCase() + why.slice(1);
  return /[.?]$/.test(text) ? text : `${text}.`;
}
