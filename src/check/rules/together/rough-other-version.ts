import type { RoughComparison } from '../../../model/relations.js';
import { formatSeconds, stemName } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { compared } from '../../in-rough.js';

export default defineRule({
  id: 'rough-other-version',
  chapter: 'together',
  severity: 'warning',
  item: 'rough-mix',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['relations'],
  verb: 'send',
  summary: 'The rough mix is of this version of the song',
  why: 'A rough mix of an older arrangement, another tempo or another song shows a direction for something that is not here.',
  how: 'Bounce the rough mix again from the session from which the stems were exported.',
  standsOn:
    'On 60 clean full-length mixes at most one is called another version; a cut or another tempo is told from where the stems lock.',
  options: {},
  followsFrom: ['one-song-per-folder'],

  check({ delivery, roughMix }, report) {
    const { rough, roughBecause } = delivery.relations;
    if (roughMix === null) return; // rough-mix-present and rough-mix-single speak of that
    if (rough === null) return cannotTell(roughBecause ?? 'the rough mix was not compared');
    if (rough.cannotTell !== null) return cannotTell(lowerFirst(rough.cannotTell));
    const words = otherVersion(rough);
    if (words === null) return;
    report({
      files: [rough.roughMix],
      title: words.title,
      message: `${stemName(rough.roughMix)} ${words.message}`,
      fix: 'Send a rough mix of the version that the stems hold, or say which of the two counts.',
      data: { agreement: rough.agreement, steps: rough.steps, mixDriftPpm: rough.mixDriftPpm },
      act: { phrase: 'a rough mix of the version that the stems hold', perFile: [] },
    });
  },

  examples: {
    passes: [
      {
        when: 'the stems lie in the rough mix',
        delivery: delivery(stem('Kick.wav'), roughMix('Rough.wav'), compared([{ path: 'Kick.wav', kind: 'aligned' }])),
      },
      {
        when: 'a near miss: one stem is late',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Kick.wav', kind: 'offset', lateFrames: 480 }]),
        ),
      },
    ],
    fails: [
      {
        when: 'no two stems lock to it',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Kick.wav', kind: 'not-found' }], { agreement: 'none', commonLagFrames: null }),
        ),
        says: 'Rough and the stems could not be laid on each other: no two stems lock at one start. It may be of another version, tempo or key, or so heavily processed that nothing of their waveform is left. Nothing is said about single stems.',
      },
      {
        when: 'from 1:12 on it runs 3.7 s earlier',
        delivery: delivery(
          stem('Kick.wav'),
          roughMix('Rough.wav'),
          compared([{ path: 'Kick.wav', kind: 'aligned' }], { steps: [{ atSeconds: 72, jumpSeconds: -3.7 }] }),
        ),
        says: 'Rough runs 3.7 s earlier than the stems from 1:12 on, all of them alike: it is of another arrangement.',
      },
    ],
  },
});

function otherVersion(rough: RoughComparison): { title: string; message: string } | null {
  const [step] = rough.steps;
  if (step !== undefined) {
    const way = step.jumpSeconds < 0 ? 'earlier' : 'later';
    const by = `${Math.abs(Math.round(step.jumpSeconds * 1000) / 1000)} s`;
    const at = formatSeconds(Math.round(step.atSeconds * 10) / 10);
    return {
      title: `The rough mix runs ${by} ${way} from ${at} on`,
      message: `runs ${by} ${way} than the stems from ${at} on, all of them alike: it is of another arrangement.`,
    };
  }
  if (rough.mixDriftPpm !== null && Math.abs(rough.mixDriftPpm) > 0) {
    const ppm = Math.round(Math.abs(rough.mixDriftPpm));
    const way = rough.mixDriftPpm > 0 ? 'slower' : 'faster';
    return {
      title: `The rough mix runs ${ppm} ppm ${way} than the stems`,
      message: `runs ${ppm} ppm ${way} than all stems: it comes from another clock or tempo.`,
    };
  }
  if (rough.agreement !== 'none') return null;
  return {
    title: 'The stems and the rough mix do not fit each other',
    message:
      'and the stems could not be laid on each other: no two stems lock at one start. It may be of another version, tempo or key, or so heavily processed that nothing of their waveform is left. Nothing is said about single stems.',
  };
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
