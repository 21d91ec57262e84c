import { isLessSpecific, labelOf } from '../../../model/roles.js';
import { isNamed } from '../../../model/rough-mix.js';
import { listed } from '../../../model/units.js';
import type { Views } from '../../context.js';
import { cannotTell, defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';

export default defineRule({
  id: 'part-promised-absent',
  chapter: 'together',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief', 'names'],
  verb: 'send',
  summary: 'A part that the notes promise is there',
  why: 'A part that is promised and does not come is missed on the last day.',
  options: {},
  followsFrom: ['nested-archive', 'not-local', 'unreadable-file', 'notes-present', 'lead-vocal-dry'],

  check(context, report) {
    const promised = context.brief.promised.filter(({ value }) => value.role !== undefined && value.file === undefined);
    const absent = promised.filter(
      ({ value }) => !hasPart(value.role!, context) && !isWrittenInAName(value.what, context),
    );
    if (absent.length === 0) return;
    const silent = context.stemFiles.filter(({ label }) => label.says !== 'part').map(({ path }) => path);
    // Where names say nothing, the part may well be one of them.
    if (silent.length > 0)
      return cannotTell('some names do not say what they hold, so a promised part may be one of them', silent);
    const isOne = absent.length === 1;
    const parts = [...new Set(absent.map(({ value }) => labelOf(value.role!)))];
    report({
      files: [...new Set(absent.map(({ file }) => file))],
      title: isOne ? 'A promised part is not here' : `${parts.length} promised parts are not here`,
      message: `${listed(absent.map(({ value, file, line }) => `${file}:${line} promises "${value.what}"`))}; no stem is named so.`,
      fix: `Send ${isOne ? 'it' : 'them'}, or say under which name ${isOne ? 'it lies' : 'they lie'} here.`,
      data: { roles: absent.map(({ value }) => value.role) },
      act: { phrase: listed(parts.map((part) => part.toLowerCase())), perFile: [] },
      field: absent.map(({ value }) => value.what).join(' '),
    });
  },

  examples: {
    passes: [
      {
        when: 'the promised part is there',
        delivery: delivery(
          stem('Tenor Sax.wav', { label: { role: 'saxophone' } }),
          brief({ promised: { what: 'the sax', role: 'saxophone' } }),
        ),
      },
      {
        when: 'a near miss: a whole family is promised, and one of it is there',
        delivery: delivery(
          stem('Kick.wav', { label: { role: 'kick' } }),
          brief({ promised: { what: 'drums', role: 'drums' } }),
        ),
      },
    ],
    fails: [
      {
        when: 'the sax is promised and not there',
        delivery: delivery(
          stem('Kick.wav', { label: { role: 'kick' } }),
          brief({ promised: { what: 'the sax solo', role: 'saxophone' } }),
        ),
        says: 'handoff.yaml:1 promises "the sax solo"; no stem is named so.',
      },
    ],
  },
});

function hasPart(role: string, { stemFiles }: Views): boolean {
  return stemFiles.some(({ label }) => {
    const own = label.role;
    return own !== null && (own === role || isLessSpecific(role, own) || isLessSpecific(own, role));
  });
}

function isWrittenInAName(what: string, { stemFiles, files }: Views): boolean {
  const words = what.normalize('NFC').toLowerCase();
  return (
    files.some(({ path }) => isNamed(path, what)) ||
    stemFiles.some(({ path }) => words.length > 2 && path.normalize('NFC').toLowerCase().includes(words))
  );
}
