import type { DeliveredFile } from '../../../model/delivery.js';
import { isVocal } from '../../../model/roles.js';
import { counted, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { wordsOf } from './name-words.js';

const TALK = new Set(['talkback', 'slate', 'chatter', 'countin', 'cuemix']);

export default defineRule({
  id: 'guide-tracks-marked',
  chapter: 'names',
  severity: 'warning',
  item: 'takes-chosen',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  uses: ['relations'],
  verb: 'send',
  summary: 'Click, guide and talkback are marked as such, or not sent',
  why: 'A guide take beside the final one is welcome. A guide where the final one should be means that the final one did not come along, or that its name is out of date.',
  how: 'Send the final take. Where the guide became the final one, take "guide" or "scratch" out of its name.',
  options: {},

  check({ stemFiles }, report) {
    const finals = new Set(
      stemFiles.filter(({ label }) => label.muted !== true && !label.guide).map(({ label }) => label.role),
    );
    // Any lead, whatever its number or section, is the final one of a guide of the lead; any voice that of a "guide vox".
    const isSung = [...finals].some(isVocal);
    const alone = stemFiles.filter(
      (file) => isGuideOfAPart(file) && !finals.has(file.label.role) && !(isSung && file.label.role === 'vocals'),
    );
    if (alone.length === 0) return;
    const names = alone.map(({ path }) => stemName(path));
    const isOne = names.length === 1;
    report({
      files: alone.map(({ path }) => path),
      title: `${counted(names.length, 'guide take')} without the final one`,
      message: `${listed(names)} ${isOne ? 'calls itself a guide' : 'call themselves guides'}, and no final take of the part lies here.`,
      fix: `Send the final take, or rename ${isOne ? 'it' : 'them'} where ${isOne ? 'it is' : 'they are'} the final one.`,
      data: { guides: names },
      act: { verb: 'send', phrase: `the final take of ${listed(names, 2)}` },
    });
  },

  examples: {
    passes: [
      {
        when: 'the final one lies beside the guide',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          stem('Lead Vox GUIDE.wav', { label: { role: 'lead-vocal', guide: true } }),
        ),
      },
      {
        when: 'a near miss: a click, which has no final take',
        delivery: delivery(stem('Click.wav', { label: { role: 'click', guide: true } })),
      },
    ],
    fails: [
      {
        when: 'the only lead vocal is a guide',
        delivery: delivery(stem('Kick.wav'), stem('Scratch Vox.wav', { label: { role: 'lead-vocal', guide: true } })),
        says: 'Scratch Vox calls itself a guide, and no final take of the part lies here.',
      },
    ],
  },
});

/** Clicks, slates and talkback are marked by what they are and have no final take. */
function isGuideOfAPart({ path, label }: DeliveredFile): boolean {
  if (!label.guide || label.muted === true) return false;
  return (
    label.role !== null &&
    label.role !== 'click' &&
    label.role !== 'guide' &&
    !wordsOf(path).some((word) => TALK.has(word))
  );
}
