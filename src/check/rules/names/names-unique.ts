import type { DeliveredFile } from '../../../model/delivery.js';
import { grouped } from '../../../model/grouped.js';
import { counted, folderOf, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';

export default defineRule({
  id: 'names-unique',
  chapter: 'names',
  severity: 'warning',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  verb: 'rename',
  summary: 'No two stems of one set share one name (wet and dry sets may)',
  why: 'Imported into one session, two files of one name become "Lead" and "Lead 2", or one replaces the other.',
  how: 'Put into the name what the folder says: `Gtr Lead`, `Synth Lead`. Where one of the two is out of date, leave it out.',
  options: {},
  followsFrom: ['name-collision', 'duplicate-stem', 'one-song-per-folder', 'superseded-version'],

  check({ stemFiles }, report) {
    for (const [name, files] of byName(stemFiles)) {
      // Two names in one folder that differ in case or Unicode form are name-collision's.
      const isApart = new Set(files.map(({ path }) => `${folderOf(path)}/${extensionOf(path)}`)).size > 1;
      if (!isApart || areSets(files)) continue;
      const places = files.map(({ path }) => path);
      report({
        files: places,
        title: `${counted(files.length, 'stem')} are called ${stemName(files[0]!.path)}`.slice(0, 60),
        message: `${counted(files.length, 'stem')} are called ${stemName(files[0]!.path)}: ${listed(places)}.`,
        fix: 'Give each its own name, or leave out the one that is not meant.',
        data: { name, files: files.length },
        act: {
          verb: 'rename',
          phrase: '',
          perFile: places.map((path) => ({ path, remark: 'so that it is one of a kind' })),
        },
      });
    }
  },

  examples: {
    passes: [
      { when: 'each has its own', delivery: delivery(stem('Kick.wav'), stem('Snare.wav')) },
      {
        when: 'a near miss: a wet and a dry set share their names, one folder each',
        delivery: delivery(
          stem('WET/Lead Vox.wav', { label: { dry: 'wet' } }),
          stem('DRY/Lead Vox.wav', { label: { dry: 'dry' } }),
        ),
      },
    ],
    fails: [
      {
        when: 'two folders hold one name',
        delivery: delivery(stem('Guitars/Lead.wav'), stem('Synths/Lead.wav')),
        says: '2 stems are called Lead: Guitars/Lead.wav and Synths/Lead.wav.',
      },
      {
        when: 'one part came in two containers',
        delivery: delivery(stem('Kick.aif'), stem('Kick.wav')),
        says: '2 stems are called Kick: Kick.aif and Kick.wav.',
      },
    ],
  },
});

function byName(files: readonly DeliveredFile[]): Map<string, DeliveredFile[]> {
  const used = files.filter(({ label }) => label.muted !== true);
  return grouped(used, ({ path }) => stemName(path).normalize('NFC').toLowerCase());
}

/** A wet, a dry and an unmarked set: one file each. */
function areSets(files: readonly DeliveredFile[]): boolean {
  return new Set(files.map(({ label }) => label.dry)).size === files.length;
}

function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(dot + 1).toLowerCase();
}
