import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { hasDefaultName } from './default-name.js';

export default defineRule({
  id: 'names-meaningful',
  chapter: 'names',
  severity: 'warning',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  verb: 'rename',
  summary:
    'Every name, with its folder, holds a word that is more than a number, a side, a section or a generic word; a role that we do not know is no fault',
  why: '"Lead" may be a voice, a guitar or a synth, and "Loop 2" anything at all. A mixer places, groups and colours tracks by name before listening.',
  how: 'Put the instrument into the name, or the file into a folder that says it: `Lead Gtr`, or `Guitars/Lead`. The name of a synth or of an idea is fine, as long as it is a name.',
  options: {},
  followsFrom: ['path-portable', 'name-collision'],

  check({ stemFiles }, report) {
    // A folder that tells the part gives the file a role, however short its own name is.
    const vague = stemFiles.filter(
      (file) => file.label.says !== 'part' && file.label.role === null && !hasDefaultName(file),
    );
    if (vague.length === 0) return;
    const names = vague.map(({ path }) => fileName(path));
    const isOne = names.length === 1;
    report({
      files: vague.map(({ path }) => path),
      title: `${counted(names.length, 'name')} ${isOne ? 'does' : 'do'} not say what is in ${isOne ? 'it' : 'them'}`,
      message: `${listed(names)}: ${isOne ? 'this name' : 'these names'} could be any part of the song.`,
      fix: 'Put the instrument or the voice into the name: Lead Gtr, Drum Loop 2.',
      data: { vague: names },
      act: {
        verb: 'rename',
        phrase: '',
        perFile: vague.map(({ path, label }) => ({
          path,
          remark: label.suggestedName === null ? 'with the part in it' : `perhaps ${label.suggestedName}`,
        })),
      },
    });
  },

  examples: {
    passes: [
      { when: 'an instrument is named', delivery: delivery(stem('Kick.wav', { label: { role: 'kick' } })) },
      {
        when: 'a near miss: a word that we do not know is still a name',
        delivery: delivery(stem('Microcosm.wav', { label: { role: null, says: 'part' } })),
      },
      {
        when: 'the folder says what the name leaves open',
        delivery: delivery(stem('Guitars/Lead.wav', { label: { role: 'lead-guitar', says: 'generic' } })),
      },
    ],
    fails: [
      {
        when: 'a name could be anything',
        delivery: delivery(stem('Lead.wav', { label: { says: 'generic' } })),
        says: 'Lead.wav: this name could be any part of the song.',
      },
      {
        when: 'a name is a number',
        delivery: delivery(stem('07.wav', { label: { says: 'nothing' } }), stem('Kick.wav')),
        says: '07.wav: this name could be any part of the song.',
      },
    ],
  },
});
