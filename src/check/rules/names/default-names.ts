import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { hasDefaultName } from './default-name.js';

export default defineRule({
  id: 'default-names',
  chapter: 'names',
  severity: 'warning',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  verb: 'rename',
  summary: "No stem carries a DAW's default name; an error when more than half of the stems say nothing",
  why: 'A name that the program made up says nothing to anybody else. A mixer has to listen to every file before the first fader moves.',
  how: 'Name the tracks in the session before exporting, since most programs take the file name from the track. Already exported files can be renamed in place: what is in them, and which one of several, such as `Gtr Clean L`.',
  // A name that has to be changed anyway is asked for once.
  followsFrom: ['path-portable', 'name-collision'],
  // With more than half of the set unnamed there is no session to open, only files to listen through.
  options: { errorAboveShare: 0.5 },

  check({ stemFiles, options }, report) {
    const unnamed = stemFiles.filter(hasDefaultName);
    if (unnamed.length === 0) return;
    const nothing = stemFiles.filter(({ label }) => label.says === 'nothing').length;
    const isMost = nothing > stemFiles.length * options.errorAboveShare;
    const names = unnamed.map(({ path }) => fileName(path));
    report({
      files: unnamed.map(({ path }) => path),
      severity: isMost ? 'error' : 'warning',
      title: `${counted(names.length, 'name')} of ${stemFiles.length} ${names.length === 1 ? 'was' : 'were'} made up by a program`,
      message: `${listed(names)} ${names.length === 1 ? 'is a name' : 'are names'} that a program gives by itself, in a set of ${counted(stemFiles.length, 'stem')}.`,
      fix: 'Give each the name of what plays in it: Kick, Gtr Clean L, Lead Vox.',
      data: { unnamed: names, sayNothing: nothing, stems: stemFiles.length },
      act: {
        verb: 'rename',
        phrase: '',
        perFile: unnamed.map(({ path, label }) => ({
          path,
          remark: label.suggestedName === null ? 'after what plays in it' : `to something like ${label.suggestedName}`,
        })),
      },
    });
  },

  examples: {
    passes: [
      { when: 'every name says a part', delivery: delivery(stem('Kick.wav'), stem('Snare.wav')) },
      {
        when: 'a near miss: the name ends as a program ends names, and still says the part',
        delivery: delivery(stem('Kick_01.wav')),
      },
    ],
    fails: [
      {
        when: 'one of three is called as the program called it',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Snare.wav'),
          stem('Audio 1_01.wav', { label: { says: 'nothing', defaultNameOf: 'protools' } }),
        ),
        severity: 'warning',
        says: 'Audio 1_01.wav is a name that a program gives by itself, in a set of 3 stems.',
      },
      {
        when: 'two of three are, which is most of the set',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Audio 1_01.wav', { label: { says: 'nothing', defaultNameOf: 'protools' } }),
          stem('Audio 2_01.wav', { label: { says: 'nothing', defaultNameOf: 'protools' } }),
        ),
        severity: 'error',
        says: 'Audio 1_01.wav and Audio 2_01.wav are names that a program gives by itself, in a set of 3 stems.',
      },
    ],
  },
});
