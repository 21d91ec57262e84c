import type { DeliveredFile } from '../../../model/delivery.js';
import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule, type ReportFinding } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { hasDefaultName } from './default-name.js';
import { nameWords } from './name-words.js';

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
    const voices = vague.filter((file) => nameWords(file).some((word) => VOICES.has(word)));
    askForTheLead(voices, stemFiles, report);
    sayNothing(
      vague.filter((file) => !voices.includes(file)),
      report,
    );
  },

  examples: {
    passes: [
      { when: 'an instrument is named', delivery: delivery(stem('Kick.wav', { label: { role: 'kick' } })) },
      {
        when: 'a near miss: a word that we do not know is still a name',
        delivery: delivery(stem('Microcosm.wav', { label: { role: null, says: 'part' } })),
      },
      {
        when: 'a voice beside the lead, whose name says no more than that',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          stem('Vox 3.wav', { label: { says: 'generic', number: 3 } }),
        ),
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
        when: 'two voices, neither of them called the lead',
        delivery: delivery(
          stem('Vox 1.wav', { label: { says: 'generic', number: 1 } }),
          stem('Vox 2.wav', { label: { says: 'generic', number: 2 } }),
        ),
        severity: 'info',
        says: 'Vox 1.wav and Vox 2.wav are voices by name, and no name says which one is the lead.',
      },
      {
        when: 'a name is a number',
        delivery: delivery(stem('07.wav', { label: { says: 'nothing' } }), stem('Kick.wav')),
        says: '07.wav: this name could be any part of the song.',
      },
    ],
  },
});

/** "Vox 1", "Vox 2": voices, and nothing says which one leads. One alone is the lead. */
function askForTheLead(voices: readonly DeliveredFile[], stems: readonly DeliveredFile[], report: ReportFinding): void {
  if (voices.length < 2 || stems.some(({ label }) => label.role === 'lead-vocal')) return;
  report({
    files: voices.map(({ path }) => path),
    severity: 'info',
    title: `${counted(voices.length, 'voice')}, and which one leads is not said`,
    message: `${listed(voices.map(({ path }) => fileName(path)))} are voices by name, and no name says which one is the lead.`,
    fix: 'Put Lead, Double, BGV or Ad-lib into the names.',
    data: { voices: voices.length },
    act: { verb: 'rename', phrase: '' },
    field: 'voices',
  });
}

function sayNothing(vague: readonly DeliveredFile[], report: ReportFinding): void {
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
        remark: label.suggestedName === null ? 'with the part in it' : `to something like ${label.suggestedName}`,
      })),
    },
  });
}

const VOICES = new Set(
  'vox vocal vocals voc vocs voice voices stimme gesang voix chant voz voces vozes voce voci'.split(' '),
);
