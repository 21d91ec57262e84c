import type { DeliveredFile } from '../../../model/delivery.js';
import { familyOf, isVocal } from '../../../model/roles.js';
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
    const finals = stemFiles.flatMap(({ label }) =>
      label.muted === true || label.guide || label.role === null ? [] : [label.role],
    );
    const alone = stemFiles.filter((file) => {
      const part = guidedPart(file);
      return part !== null && !finals.some((role) => isFinalOf(role, part));
    });
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
        when: 'a near miss: a guide of a guitar beside the guitars',
        delivery: delivery(
          stem('Gtr L.wav', { label: { role: 'electric-guitar' } }),
          stem('Scratch Gtr.wav', { label: { role: 'guide', guide: true, guideOf: 'guitar' } }),
        ),
      },
      {
        when: 'a near miss: a click, which has no final take',
        delivery: delivery(stem('Click.wav', { label: { role: 'click', guide: true } })),
      },
    ],
    fails: [
      {
        when: 'the word for a guide stands behind the part',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Lead Vox Guide.wav', { label: { role: 'guide', guide: true, guideOf: 'lead-vocal' } }),
        ),
        says: 'Lead Vox Guide calls itself a guide, and no final take of the part lies here.',
      },
      {
        when: 'the only lead vocal is a guide',
        delivery: delivery(stem('Kick.wav'), stem('Scratch Vox.wav', { label: { role: 'lead-vocal', guide: true } })),
        says: 'Scratch Vox calls itself a guide, and no final take of the part lies here.',
      },
    ],
  },
});

/** The part that a file is a guide of. Clicks, slates and talkback are marked by what they are and have no final take. */
function guidedPart({ path, label }: DeliveredFile): string | null {
  if (!label.guide || label.muted === true || wordsOf(path).some((word) => TALK.has(word))) return null;
  const part = label.role === 'guide' ? label.guideOf : label.role;
  return part === 'click' || part === 'guide' ? null : part;
}

/** Any lead, whatever its number or section, is the final one of a guide of the lead; any voice that of a "guide vox". */
function isFinalOf(role: string, part: string): boolean {
  return role === part || (part === 'vocals' ? isVocal(role) : !isVocal(part) && familyOf(role) === familyOf(part));
}
