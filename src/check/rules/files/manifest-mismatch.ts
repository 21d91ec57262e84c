import type { ManifestFacts } from '../../../model/delivery.js';
import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, stem } from '../../examples.js';

export default defineRule({
  id: 'manifest-mismatch',
  chapter: 'files',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'send',
  summary:
    'Files agree with the manifest beside them (sha256sum, md5sum, BagIt, MHL): changed, missing, extra, renamed',
  why: 'A manifest says byte for byte what was sent. A file that differs was damaged, changed or left behind on the way.',
  how: 'Send the named files again. If they were changed on purpose, write the manifest anew: `stemcheck manifest <folder>`.',
  options: {},
  followsFrom: ['truncated-file'],

  check({ delivery }, report) {
    for (const { path, results, algorithm } of delivery.manifests) {
      const name = fileName(path);
      const of = (is: ManifestFacts['results'][number]['is']) => results.filter((result) => result.is === is);
      const changed = of('changed').map((result) => result.path);
      const missing = of('missing').map((result) => result.path);
      const renamed = of('renamed');
      const extra = of('extra').map((result) => result.path);
      if (changed.length > 0) {
        report({
          files: changed,
          field: 'changed',
          title: `${counted(changed.length, 'file')} ${changed.length === 1 ? 'is' : 'are'} not what the manifest says`,
          message: `${listed(changed)} ${changed.length === 1 ? 'has' : 'have'} another ${algorithm} sum than ${name} states.`,
          fix: 'Send the file again; if it was changed on purpose, write the manifest anew.',
          data: { manifest: path, changed: changed.length },
          act: { phrase: '' },
        });
      }
      if (missing.length > 0) {
        report({
          files: [path],
          field: 'missing',
          title: `${counted(missing.length, 'file')} of the manifest ${missing.length === 1 ? 'is' : 'are'} not here`,
          message: `${name} lists ${listed(missing)}, which ${missing.length === 1 ? 'does' : 'do'} not lie in the folder, under no name.`,
          fix: 'Send what is missing; if it was left out on purpose, write the manifest anew.',
          data: { manifest: path, missing },
          act: { phrase: listed(missing.map(fileName)), perFile: [] },
        });
      }
      if (renamed.length > 0) {
        report({
          files: renamed.flatMap(({ now }) => now ?? []),
          field: 'renamed',
          severity: 'info',
          title: `${counted(renamed.length, 'file')} ${renamed.length === 1 ? 'has' : 'have'} another name than in the manifest`,
          message: `${listed(renamed.map((one) => `${one.path} lies here as ${one.now ?? 'another name'}`))}, with the same content.`,
          fix: 'Leave it, or write the manifest anew.',
          data: { manifest: path, renamed },
          act: { verb: 'nothing', phrase: '' },
        });
      }
      if (extra.length > 0) {
        report({
          files: extra,
          field: 'extra',
          severity: 'info',
          title: `${counted(extra.length, 'file')} ${extra.length === 1 ? 'is' : 'are'} not in the manifest`,
          message: `${listed(extra)} ${extra.length === 1 ? 'lies' : 'lie'} in the folder and not in ${name}, so nobody can say whether ${extra.length === 1 ? 'it is' : 'they are'} as sent.`,
          fix: 'Write the manifest anew if they belong to the delivery.',
          data: { manifest: path, extra: extra.length },
          act: { verb: 'nothing', phrase: '' },
        });
      }
    }
  },

  examples: {
    passes: [
      {
        when: 'every sum agrees',
        delivery: delivery(stem('Kick.wav'), file('sha256.txt', 'manifest'), manifest('Kick.wav', 'same')),
      },
      { when: 'a near miss: there is no manifest', delivery: delivery(stem('Kick.wav'), file('notes.txt', 'notes')) },
    ],
    fails: [
      {
        when: 'a file is another one',
        delivery: delivery(stem('Kick.wav'), file('sha256.txt', 'manifest'), manifest('Kick.wav', 'changed')),
        says: 'Kick.wav has another sha256 sum than sha256.txt states.',
        severity: 'error',
      },
      {
        when: 'a file was left behind',
        delivery: delivery(stem('Kick.wav'), file('sha256.txt', 'manifest'), manifest('Pad.wav', 'missing')),
        says: 'sha256.txt lists Pad.wav, which does not lie in the folder, under no name.',
        severity: 'error',
      },
      {
        when: 'a file was renamed',
        delivery: delivery(stem('Kick.wav'), file('sha256.txt', 'manifest'), manifest('BD.wav', 'renamed', 'Kick.wav')),
        says: 'BD.wav lies here as Kick.wav, with the same content.',
        severity: 'info',
      },
    ],
  },
});

function manifest(path: string, is: ManifestFacts['results'][number]['is'], now?: string) {
  const results = [{ path, is, ...(now === undefined ? {} : { now }) }];
  return { facts: { manifests: [{ path: 'sha256.txt', algorithm: 'sha256', entries: [], results }] } };
}
