import type { DeliveredFile } from '../../../model/delivery.js';
import { grouped } from '../../../model/grouped.js';
import { counted, folderOf, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { partName } from './name-words.js';

export default defineRule({
  id: 'superseded-version',
  chapter: 'names',
  severity: 'warning',
  item: 'takes-chosen',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  uses: ['relations'],
  verb: 'leave-out',
  summary: 'No older version beside the newer one; an error where nothing tells which is newer',
  why: 'Both versions play at once, or the mixer picks one. The older one is noticed when the mix is done.',
  how: 'Leave the older version out of the folder. Where both belong to the song, let the names say so: `Synth Low`, `Synth High`.',
  options: {},
  followsFrom: ['duplicate-stem'],

  check({ stemFiles, song, delivery }, report) {
    const equal = delivery.relations.sameSound.map(({ files }) => new Set(files));
    for (const files of partsInVersions(stemFiles, song)) {
      // Equal sound under two names is duplicate-stem's.
      if (equal.some((same) => files.every(({ path }) => same.has(path)))) continue;
      const newest = newestOf(files);
      const older = files.filter((file) => file !== newest);
      const names = older.map(({ path }) => stemName(path));
      if (newest === null) {
        report({
          files: files.map(({ path }) => path),
          severity: 'error',
          title: `${counted(files.length, 'version')}, and which one counts is not said`.slice(0, 60),
          message: `${listed(names)} are versions of one part, and nothing tells which is the newer one.`,
          fix: 'Send the one that counts, and leave the others out.',
          data: { versions: names },
          act: { verb: 'choose', phrase: `one of ${listed(names, 2)}` },
        });
        continue;
      }
      report({
        files: older.map(({ path }) => path),
        title: `${counted(older.length, 'older version')} beside the newer one`,
        message: `${listed(names)} ${names.length === 1 ? 'lies' : 'lie'} beside ${stemName(newest.path)}, which is newer.`,
        fix: `Leave ${listed(names)} out of the folder, or say what ${names.length === 1 ? 'it is' : 'they are'} for.`,
        data: { older: names, newest: stemName(newest.path) },
        act: {
          verb: 'leave-out',
          phrase: '',
          perFile: older.map(({ path }) => ({ path, remark: `${stemName(newest.path)} is newer` })),
        },
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'one version of each part',
        delivery: delivery(
          stem('Kick v2.wav', { label: { version: 2 } }),
          stem('Snare v1.wav', { label: { version: 1 } }),
        ),
      },
      {
        when: 'a near miss: two parts whose names differ in more than the version',
        delivery: delivery(
          stem('Synth Low v1.wav', { label: { version: 1 } }),
          stem('Synth High v2.wav', { label: { version: 2 } }),
        ),
      },
      {
        when: 'the two versions are a wet and a dry one',
        delivery: delivery(
          stem('Lead Vox DRY.wav', { label: { dry: 'dry' } }),
          stem('Lead Vox WET v2.wav', { label: { dry: 'wet', version: 2 } }),
        ),
      },
    ],
    fails: [
      {
        when: 'version 1 lies beside version 2',
        delivery: delivery(
          stem('Bass v1.wav', { label: { version: 1 } }),
          stem('Bass v2.wav', { label: { version: 2 } }),
        ),
        severity: 'warning',
        says: 'Bass v1 lies beside Bass v2, which is newer.',
      },
      {
        when: 'a file without a version lies beside version 2',
        delivery: delivery(stem('Bass.wav'), stem('Bass v2.wav', { label: { version: 2 } })),
        says: 'Bass lies beside Bass v2, which is newer.',
      },
      {
        when: 'one is final and the other has a number',
        delivery: delivery(
          stem('Bass FINAL.wav', { label: { final: true } }),
          stem('Bass v3.wav', { label: { version: 3 } }),
        ),
        severity: 'error',
        says: 'Bass FINAL and Bass v3 are versions of one part, and nothing tells which is the newer one.',
      },
    ],
  },
});

/** Stems of one folder and part that differ in their version, two or more of them. */
function partsInVersions(files: readonly DeliveredFile[], song: string | null): DeliveredFile[][] {
  if (!files.some(({ label }) => label.version !== null || label.final)) return [];
  const keyed = files.flatMap((file) => {
    const { muted, take, dry } = file.label;
    const name = muted === true || take !== null ? '' : partName(file, song);
    // "v1" and "v2" alone are verses or sketches, not two states of one part.
    return name === '' ? [] : [{ file, key: `${folderOf(file.path)}\n${dry ?? ''}\n${name}` }];
  });
  const parts = [...grouped(keyed, ({ key }) => key).values()].map((part) => part.map(({ file }) => file));
  return parts.filter((part) => {
    const states = new Set(part.map(({ label }) => `${label.version ?? ''} ${label.final}`));
    return states.size === part.length && part.length > 1;
  });
}

/** The file with the highest number, unless another calls itself final; a file without a number is older than any. */
function newestOf(files: readonly DeliveredFile[]): DeliveredFile | null {
  const finals = files.filter(({ label }) => label.final);
  const numbered = files.filter(({ label }) => label.version !== null);
  const [final] = finals;
  if (finals.length === 1 && final !== undefined && numbered.every((file) => file === final)) return final;
  if (finals.length > 0 && finals.length < files.length) return null;
  if (numbered.some(({ label }) => typeof label.version !== 'number')) return null;
  const highest = Math.max(...numbered.map(({ label }) => Number(label.version)));
  return numbered.find(({ label }) => label.version === highest) ?? null;
}
