import { familyOf } from '../../../model/roles.js';
import { counted, fileName, folderOf, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { wordsOf } from './name-words.js';

/** Families that a folder's word stands for, in the languages that deliveries come in. */
const FAMILIES_OF = new Map<string, readonly string[]>(
  Object.entries({
    drums: ['drums', 'percussion'],
    drum: ['drums', 'percussion'],
    schlagzeug: ['drums', 'percussion'],
    batterie: ['drums', 'percussion'],
    bateria: ['drums', 'percussion'],
    batteria: ['drums', 'percussion'],
    percussion: ['drums', 'percussion'],
    perc: ['drums', 'percussion'],
    bass: ['bass'],
    basses: ['bass', 'strings'],
    guitars: ['guitar'],
    guitar: ['guitar'],
    gtrs: ['guitar'],
    gitarren: ['guitar'],
    guitares: ['guitar'],
    guitarras: ['guitar'],
    chitarre: ['guitar'],
    keys: ['keys', 'synth'],
    piano: ['keys'],
    synths: ['synth', 'keys', 'bass'],
    synth: ['synth', 'keys', 'bass'],
    strings: ['strings', 'bass'],
    streicher: ['strings', 'bass'],
    brass: ['brass', 'winds'],
    horns: ['brass', 'winds'],
    vocals: ['vocals'],
    vocal: ['vocals'],
    vox: ['vocals'],
    gesang: ['vocals'],
    voix: ['vocals'],
    voces: ['vocals'],
    vozes: ['vocals'],
    voci: ['vocals'],
  }),
);

export default defineRule({
  id: 'folder-groups',
  chapter: 'names',
  severity: 'off',
  strict: 'info',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing', 'names'],
  verb: 'rename',
  summary: 'Sub-folders and what lies in them agree',
  why: 'A mixer drags whole folders onto groups. A bass in the drum folder ends up on the drum bus.',
  how: 'Move the file to its folder, or give it a name that says why it belongs there.',
  options: {},

  check({ stemFiles }, report) {
    const astray = stemFiles.filter(({ path, label }) => {
      const families = familiesOf(folderOf(path));
      const family = label.role === null ? null : familyOf(label.role);
      // Effects, loops and beats lie in any folder.
      return (
        families !== null && family !== null && !['fx', 'other', 'mix'].includes(family) && !families.includes(family)
      );
    });
    if (astray.length === 0) return;
    report({
      files: astray.map(({ path }) => path),
      title: `${counted(astray.length, 'stem')} in the folder of other parts`,
      message: `${listed(astray.map(({ path }) => `${stemName(path)} in ${fileName(folderOf(path))}`))}: the folder and the name say two things.`,
      fix: 'Move it to its own folder, or give it a name that says why it lies there.',
      data: { astray: astray.length },
      act: { verb: 'rename', phrase: '' },
    });
  },

  examples: {
    passes: [
      { when: 'a kick among drums', delivery: delivery(stem('Drums/Kick.wav', { label: { role: 'kick' } })) },
      {
        when: 'a near miss: a shaker lies with the drums, an effect with the vocals',
        delivery: delivery(
          stem('Drums/Shaker.wav', { label: { role: 'shaker' } }),
          stem('Vocals/Riser.wav', { label: { role: 'riser' } }),
        ),
      },
    ],
    fails: [
      {
        when: 'a bass lies with the drums',
        delivery: delivery(stem('Drums/Bass DI.wav', { label: { role: 'bass-di' } })),
        says: 'Bass DI in Drums: the folder and the name say two things.',
      },
    ],
  },
});

function familiesOf(folder: string): readonly string[] | null {
  const words = wordsOf(fileName(folder));
  return words.length === 1 ? (FAMILIES_OF.get(words[0]!) ?? null) : null;
}
