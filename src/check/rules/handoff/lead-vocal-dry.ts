import { isNone } from '../../../model/brief.js';
import type { DeliveredFile } from '../../../model/delivery.js';
import { isVocal } from '../../../model/roles.js';
import { listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { nameWords } from '../names/name-words.js';
import { dryTwinFinder } from './dry-twin.js';
import { placeOf } from './told.js';

export default defineRule({
  id: 'lead-vocal-dry',
  chapter: 'handoff',
  severity: 'warning',
  item: 'dry-vocals',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names', 'brief'],
  verb: 'send',
  summary:
    'Each important vocal (the lead, and what the brief names) that is said to be wet, or whose dry version is promised, has a dry version; one that says neither is taken as dry',
  why: 'Reverb and echo cannot be taken off again. With a dry version beside the wet one the mixer can place the voice and still hear what was meant.',
  how: 'Export the lead once more with reverb, delay and the like bypassed, from the same start, and call it `… DRY`. Tuning, cleaning and what belongs to the sound of the voice may stay on. Where there is no dry version on purpose, write `dryVocals: "none: <why>"`.',
  options: {},

  check({ brief, stemFiles, dryVocals, delivery }, report) {
    if (brief.dryVocals.some(({ value }) => isNone(value))) return;
    const leads = leadVocals(stemFiles);
    const wet = leads.filter(({ label }) => label.dry === 'wet' || label.printed);
    const hasDryTwin = dryTwinFinder(delivery, stemFiles);
    const wetOnly = wet.filter((vocal) => !hasDryTwin(vocal));
    if (wetOnly.length > 0) {
      const names = wetOnly.map(({ path }) => stemName(path));
      const isOne = names.length === 1;
      report({
        files: wetOnly.map(({ path }) => path),
        title: `${isOne ? 'The lead vocal' : `${names.length} lead vocals`} came wet only`,
        message: `${listed(names)} ${isOne ? 'has' : 'have'} effects printed, and no dry version lies beside ${isOne ? 'it' : 'them'}.`,
        fix: 'Export the lead once more without reverb and delay, from the same start, and put DRY into the name.',
        data: { wet: names, dry: dryVocals.length },
        act: { verb: 'send', phrase: 'a dry version of the lead vocal, without reverb and delay' },
      });
      return;
    }
    // "Dry and wet are both included", and there is one file that says neither: one of the two did not come along.
    const promise = brief.dryWet.find(({ value }) => value === 'both');
    const [only] = leads;
    if (promise === undefined || only === undefined || leads.length > 1 || only.label.dry !== null) return;
    if (dryVocals.length > 0) return;
    report({
      files: [only.path],
      title: 'One lead vocal, where dry and wet were promised',
      message: `${stemName(only.path)} is the only lead vocal and says neither dry nor wet. ${placeOf(promise)}, promises both.`,
      fix: 'Send the version that is missing, and put DRY and WET into the two names.',
      data: { vocal: stemName(only.path), promised: 'both' },
      act: { verb: 'send', phrase: 'the lead vocal dry and wet' },
    });
  },

  examples: {
    passes: [
      {
        when: 'wet and dry lie side by side',
        delivery: delivery(
          stem('Lead Vox WET.wav', { label: { role: 'lead-vocal', dry: 'wet' } }),
          stem('Lead Vox DRY.wav', { label: { role: 'lead-vocal', dry: 'dry' } }),
        ),
      },
      {
        when: 'a near miss: a vocal that says neither, and nobody promised more, is taken as dry',
        delivery: delivery(stem('Lead Vox.wav', { label: { role: 'lead-vocal' } })),
      },
      {
        when: 'the doubles are wet, which is no important vocal',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          stem('Lead Dbl WET.wav', { label: { role: 'vocal-double', dry: 'wet', isDouble: true } }),
        ),
      },
      {
        when: 'it was printed on purpose, and the brief says so',
        delivery: delivery(
          stem('Lead Vox WET.wav', { label: { role: 'lead-vocal', dry: 'wet' } }),
          brief({ dryVocals: { none: 'sung through the amp' } }),
        ),
      },
    ],
    fails: [
      {
        when: 'the lead came with its effects printed, and its name reads as an effect',
        delivery: delivery(
          stem('Lead Vox (printed FX).wav', { label: { role: 'vocal-fx', dry: 'wet', printed: true } }),
        ),
        says: 'Lead Vox (printed FX) has effects printed, and no dry version lies beside it.',
      },
      {
        when: 'the lead came wet only',
        delivery: delivery(stem('Lead Vox WET.wav', { label: { role: 'lead-vocal', dry: 'wet' } })),
        says: 'Lead Vox WET has effects printed, and no dry version lies beside it.',
      },
      {
        when: 'both were promised and one came',
        delivery: delivery(stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }), brief({ dryWet: 'both' })),
        says: 'Lead Vox is the only lead vocal and says neither dry nor wet. handoff.yaml, line 1, promises both.',
      },
    ],
  },
});

/** The lead's own files; where none is called so, a lone "Vocals", or the lead with its effects printed, is the lead. */
function leadVocals(files: readonly DeliveredFile[]): DeliveredFile[] {
  const sung = files.filter(
    ({ label }) => label.muted !== true && !label.guide && !label.isDouble && label.take === null,
  );
  const withRole = (role: string) => sung.filter(({ label }) => label.role === role);
  for (const leads of [withRole('lead-vocal'), withRole('vocals')]) if (leads.length > 0) return leads;
  const isAlone = !sung.some(({ label }) => isVocal(label.role));
  return withRole('vocal-fx').filter((file) => {
    const words = nameWords(file);
    return isAlone || (words.some((word) => LEAD.has(word)) && words.some((word) => WITH_EFFECTS.has(word)));
  });
}

const LEAD = new Set(['lead', 'ld', 'lv', 'main', 'haupt', 'principal', 'principale']);
/** "Lead Vox (printed FX)" is the voice with its effects; "Lead Vox Verb" is the effect alone. */
const WITH_EFFECTS = new Set(['printed', 'wet', 'processed', 'effected', 'nass']);
