import { isVocal } from '../../../model/roles.js';
import { listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { placeOf } from './told.js';

export default defineRule({
  id: 'wet-dry-labelled',
  chapter: 'handoff',
  severity: 'warning',
  item: 'dry-vocals',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  verb: 'rename',
  summary: 'Where a part comes twice, wet and dry, the names say which is which',
  why: 'Two files of one voice look like a lead and its double. Played together they comb, and the mixer has to find out by ear.',
  how: 'Put DRY and WET into the names, or into the names of the two folders.',
  options: {},
  followsFrom: ['duplicate-stem', 'takes-final'],

  check({ brief, stemFiles, delivery }, report) {
    const isUnsaid = (path: string) => stemFiles.some((file) => file.path === path && file.label.dry === null);
    const bySound = delivery.relations.dryTwins
      .filter(({ wet, dry, because }) => because === 'sound' && isUnsaid(wet) && isUnsaid(dry))
      .map(({ wet, dry }) => ({ paths: [dry, wet], because: 'one is the other with effects on it' }));
    for (const { paths, because } of bySound) pair(paths, because);
    if (bySound.length > 0) return;

    const promise = brief.dryWet.find(({ value }) => value === 'both');
    const isSaid = stemFiles.some(({ label }) => label.dry !== null && isVocal(label.role));
    const leads = stemFiles.filter(
      ({ label }) => label.role === 'lead-vocal' && !label.isDouble && label.take === null && label.muted !== true,
    );
    if (promise === undefined || isSaid || leads.length !== 2) return;
    pair(
      leads.map(({ path }) => path),
      `${placeOf(promise)}, says that dry and wet are both here`,
    );

    function pair(paths: readonly string[], because: string) {
      const names = paths.map(stemName);
      report({
        files: paths,
        title: `Which of two files is dry is not said`,
        message: `${listed(names)} hold one part: ${because}. Neither name says which is dry and which is wet.`,
        fix: 'Put DRY into the name of the one without effects and WET into the other.',
        data: { pair: names },
        act: { verb: 'rename', phrase: '' },
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'the names say it',
        delivery: delivery(
          stem('Lead Vox DRY.wav', { label: { role: 'lead-vocal', dry: 'dry' } }),
          stem('Lead Vox WET.wav', { label: { role: 'lead-vocal', dry: 'wet' } }),
          brief({ dryWet: 'both' }),
        ),
      },
      {
        when: 'a near miss: one of the two says it, which is enough',
        delivery: delivery(
          stem('Lead Vox DRY.wav', { label: { role: 'lead-vocal', dry: 'dry' } }),
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          brief({ dryWet: 'both' }),
        ),
      },
      {
        when: 'two leads, and nobody speaks of dry and wet: two singers',
        delivery: delivery(
          stem('Lead Vox 1.wav', { label: { role: 'lead-vocal', number: 1 } }),
          stem('Lead Vox 2.wav', { label: { role: 'lead-vocal', number: 2 } }),
        ),
      },
    ],
    fails: [
      {
        when: 'the notes promise both, and the two names are alike',
        delivery: delivery(
          stem('Lead Vox 1.wav', { label: { role: 'lead-vocal', number: 1 } }),
          stem('Lead Vox 2.wav', { label: { role: 'lead-vocal', number: 2 } }),
          brief({ dryWet: 'both' }),
        ),
        says: 'Lead Vox 1 and Lead Vox 2 hold one part: handoff.yaml, line 1, says that dry and wet are both here. Neither name says which is dry and which is wet.',
      },
    ],
  },
});
