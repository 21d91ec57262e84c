import type { DeliveredFile } from '../../../model/delivery.js';
import { isNamed } from '../../../model/rough-mix.js';
import { counted, fileName, listed, stemName } from '../../../model/units.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { nameWords } from '../names/name-words.js';
import { dryTwinFinder } from './dry-twin.js';
import { placeOf, unreadWords } from './told.js';

export default defineRule({
  id: 'creative-effects-printed',
  chapter: 'handoff',
  severity: 'warning',
  item: 'creative-effects',
  owners: ['producer'],
  stage: 'production',
  needs: ['names', 'brief'],
  uses: ['relations'],
  verb: 'write-down',
  summary:
    'A file that is wet or printed is claimed in the brief, and each claimed effect is there; no such file and no word is no finding',
  why: 'An effect that belongs to the song has to stay, one that only shows the idea may be built anew. The sound does not say which it is.',
  how: 'Write into handoff.yaml which printed effects are part of the song: `effects: [Lead Vox Throw.wav]`, or `effects: []` where none is.',
  options: {},
  followsFrom: ['notes-present', 'lead-vocal-dry', 'named-file-absent'],

  check({ brief, stemFiles, files, delivery }, report) {
    const absent = brief.effects.flatMap((said) =>
      said.value.files
        .filter((name) => isFileName(name) && !files.some((file) => isNamed(file.path, name)))
        .map((name) => ({ name, said })),
    );
    const [missing] = absent;
    if (missing !== undefined) {
      report({
        files: [...new Set(absent.map(({ said }) => said.file))],
        title: `${counted(absent.length, 'named effect')} ${absent.length === 1 ? 'is' : 'are'} not here`,
        message: `${placeOf(missing.said)}, names ${listed(absent.map(({ name }) => name))} as ${absent.length === 1 ? 'an effect' : 'effects'} of the song, and no such file is here.`,
        fix: 'Send it, or take it out of the list.',
        data: { absent: absent.map(({ name }) => name) },
        act: { verb: 'send', phrase: listed(absent.map(({ name }) => name)) },
        field: 'absent',
      });
    }
    const isClaimed = (file: DeliveredFile) =>
      brief.effects.some(
        ({ value }) => value.files.length === 0 || value.files.some((name) => isNamed(file.path, name)),
      );
    const unclaimed = stemFiles.filter((file) => isWet(file) && file.label.muted !== true && !isClaimed(file));
    if (unclaimed.length === 0) return;
    const unread = unreadWords(brief, 'effects');
    if (unread !== null)
      return cannotTell(
        unread,
        unclaimed.map(({ path }) => path),
      );
    // With a dry version beside it nothing is lost whatever the answer is, and a reverb in a file of its own can be left out.
    const hasDryTwin = dryTwinFinder(delivery, stemFiles);
    const alone = unclaimed.filter((file) => isPartWithEffect(file) && !hasDryTwin(file));
    const asked = alone.length > 0 ? alone : unclaimed;
    const names = asked.map(({ path }) => stemName(path));
    const isOne = names.length === 1;
    report({
      files: asked.map(({ path }) => path),
      severity: alone.length > 0 ? 'warning' : 'info',
      title: `${counted(names.length, 'printed file')} ${isOne ? 'comes' : 'come'} without a word on ${isOne ? 'its' : 'their'} effect`,
      message: `${listed(names)} ${isOne ? 'calls itself' : 'call themselves'} wet or printed, and no note says whether the effect is part of the song.`,
      fix: `Say whether the effect stays or only shows the idea. In handoff.yaml: effects: [${asked
        .slice(0, 3)
        .map(({ path }) => fileName(path))
        .join(', ')}], or effects: [] where none is part of the song.`,
      data: { printed: names },
      act: { verb: 'write-down', phrase: 'which printed effects belong to the song' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the printed file is claimed',
        delivery: delivery(
          stem('Vox Throw PRINT.wav', { label: { printed: true, dry: 'wet' } }),
          brief({ effects: { policy: 'keep', files: ['Vox Throw PRINT.wav'] } }),
        ),
      },
      {
        when: 'a near miss: nothing calls itself wet, and nothing is said',
        delivery: delivery(stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }), brief({ tempo: { bpm: 92 } })),
      },
      {
        when: 'the notes speak of all effects at once',
        delivery: delivery(
          stem('Lead Vox WET.wav', { label: { dry: 'wet' } }),
          brief({ effects: { policy: 'guide', files: [] } }),
        ),
      },
    ],
    fails: [
      {
        when: 'a printed file is not spoken of',
        delivery: delivery(
          stem('14 Vox Throw PRINT.wav', { label: { printed: true, dry: 'wet', role: 'vocal-fx' } }),
          brief({ tempo: { bpm: 92 } }),
        ),
        severity: 'warning',
        says: '14 Vox Throw PRINT calls itself wet or printed, and no note says whether the effect is part of the song.',
      },
      {
        when: 'the dry version lies beside it, so that it is a note',
        delivery: delivery(
          stem('Lead Vox WET.wav', { label: { dry: 'wet', role: 'lead-vocal' } }),
          stem('Lead Vox DRY.wav', { label: { dry: 'dry', role: 'lead-vocal' } }),
          brief({ tempo: { bpm: 92 } }),
        ),
        severity: 'info',
        says: 'Lead Vox WET calls itself wet or printed, and no note says whether the effect is part of the song.',
      },
      {
        when: 'a reverb came as a file of its own, which is a note',
        delivery: delivery(
          stem('Snare Verb.wav', { label: { printed: true, dry: 'wet', role: 'snare' } }),
          brief({ tempo: { bpm: 92 } }),
        ),
        severity: 'info',
        says: 'Snare Verb calls itself wet or printed, and no note says whether the effect is part of the song.',
      },
      {
        when: 'the brief claims a file that did not come along',
        delivery: delivery(
          stem('Lead Vox.wav'),
          brief({ effects: { policy: 'keep', files: ['Tape Stop PRINT.wav'] } }),
        ),
        says: 'handoff.yaml, line 1, names Tape Stop PRINT.wav as an effect of the song, and no such file is here.',
      },
    ],
  },
});

/** A riser or an impact is a sound of its own: its name says "effect" without an effect being printed on anything. */
function isWet({ label }: DeliveredFile): boolean {
  return label.dry === 'wet' || label.printed;
}

/** The effect is on the part, or the name itself speaks of printing; "Snare Verb" is an effect in its own file. */
function isPartWithEffect(file: DeliveredFile): boolean {
  return !file.label.printed || nameWords(file).some((word) => PRINTED.has(word));
}

const PRINTED = new Set(
  'print prints printed wet gedruckt imprime impreso impresa impresso impressa stampato stampata'.split(' '),
);

/** Notes name effects in words ("the delay throws"); only a name with an audio extension can be missed. */
function isFileName(name: string): boolean {
  return /\.(?:wav|wave|aiff?|flac|caf|mp3|m4a)$/i.test(name);
}
