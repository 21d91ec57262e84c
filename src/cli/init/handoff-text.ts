import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import { ALL_LINES, type LineName, lineNamed } from '../../scan/brief/handoff/line-names.js';
import { type Answers, type AnswerValue, yamlValue } from './answers.js';

/** What stands behind a line that is not answered, as a comment: an example, and how to say that there is none. */
const HINTS: Readonly<Record<LineName, string>> = {
  song: 'Night Drive',
  tempo: '92                 # or: about 84, "none: played free", {bpm: 92, changes: [{bar: 33, bpm: 96}]}',
  key: 'F# minor             # or: "none: no tonal centre"',
  meter: '4/4',
  arrangement: 'final        # final: nothing changes any more; open: something may',
  takes: 'chosen             # chosen: one take of each part; open: somebody has to choose',
  effects: '[Lead Vox Throw.wav]   # printed effects that are part of the song; [] says: none',
  dryVocals: '[Lead Vox DRY.wav]   # or: "none: printed through the amp, on purpose"',
  roughMix: 'Night Drive ROUGH v3.wav   # only where the file name does not say it; or: "none: why"',
  references: '[{title: "Artist, Song", note: low end}]   # or: "none: the rough mix is the reference"',
  target: 'lonely at first, then the chorus lets go   # what somebody should feel; one sentence',
  deadline: '2026-12-18      # or: no rush',
  deliverables: '[main, instrumental]   # also: acapella, clean, performance, tv, stems, radio-edit',
  scope: '[mix]              # also: master, editing, tuning, comping, sample-replacement, production',
  approver: 'Kim             # who says that the mix is done',
  revisions: '2              # rounds of changes that are agreed',
  meant: '[{rule: clipping, files: [02 Snare.wav], because: the crunch is the sound}]   # findings that are intended',
};

/**
 * A new handoff.yaml: answered lines, then the others as comments, each with an example or with the place where the
 * notes say it. Ends with a line end.
 *
 * @param elsewhere where lines are said that are not repeated here
 */
export function newHandoff(answers: Answers, elsewhere: Partial<Record<LineName, string>> = {}): string {
  const answered = ALL_LINES.filter((name) => answers[name] !== undefined);
  const told = ALL_LINES.filter((name) => answers[name] === undefined && elsewhere[name] !== undefined);
  const open = ALL_LINES.filter((name) => answers[name] === undefined && elsewhere[name] === undefined);
  const lines = answered.map((name) => {
    const { value = '', because } = answers[name] ?? {};
    return `${name}: ${yamlValue(value)}${because === undefined ? '' : `   # ${oneRow(because)}`}`;
  });
  return [
    '# What the mixer must not have to guess. Every line can be changed.',
    ...lines,
    ...(told.length === 0 ? [] : ['', '# Said in the notes:']),
    ...told.map((name) => `#   ${name}, in ${oneRow(elsewhere[name] ?? '')}`),
    ...(open.length === 0 ? [] : ['', '# Not said yet: take the "# " away and write your own behind the colon.']),
    ...open.map((name) => `# ${name}: ${HINTS[name]}`),
    '',
  ].join('\n');
}

/**
 * An existing handoff.yaml with answers put in.
 *
 * @param text YAML that can be read
 * @returns the same text, its comments and its order, with the lines changed that are answered and new ones at the
 *          end; references and `meant` are added to those that stand there
 */
export function mergedHandoff(text: string, answers: Answers): string {
  const document = parseDocument(text);
  for (const name of ALL_LINES) {
    const answer = answers[name];
    if (answer === undefined) continue;
    const pair = isMap(document.contents)
      ? (document.contents.items as Pair[]).find(
          (one) => isScalar(one.key) && lineNamed(String(one.key.value)) === name,
        )
      : undefined;
    const key = pair !== undefined && isScalar(pair.key) ? String(pair.key.value) : name;
    const before = pair === undefined ? undefined : document.toJS()[key];
    document.set(key, document.createNode(added(name, before, answer.value), { flow: true }));
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The same for an existing handoff.json, indented by two. */
export function mergedJson(text: string, answers: Answers): string {
  const merged = JSON.parse(text) as Record<string, unknown>;
  for (const name of ALL_LINES) {
    const answer = answers[name];
    if (answer === undefined) continue;
    const key = Object.keys(merged).find((one) => lineNamed(one) === name) ?? name;
    merged[key] = added(name, merged[key], answer.value);
  }
  return `${JSON.stringify(merged, null, 2)}\n`;
}

/** What a line is to hold: an answer takes the place of what stands there, but for lists that only grow. */
function added(name: LineName, before: unknown, value: AnswerValue): unknown {
  const grows = (name === 'references' || name === 'meant') && Array.isArray(before) && Array.isArray(value);
  return grows ? [...before, ...value] : value;
}

const FORM: readonly (readonly [LineName, string, string])[] = [
  ['song', 'Song', 'The title.'],
  ['tempo', 'Tempo', 'Beats per minute; "about 84"; or "none: played free".'],
  ['key', 'Key', 'F# minor; or "none: why".'],
  ['meter', 'Meter', '4/4 and the like, where it is another.'],
  ['arrangement', 'Arrangement', 'final, or open where something may still change.'],
  ['takes', 'Takes', 'chosen, or open where somebody still has to choose.'],
  ['effects', 'Effects', 'File names of printed effects that are part of the song; "none" where there is none.'],
  ['dryVocals', 'Dry vocals', 'File names; or "none: why".'],
  ['roughMix', 'Rough mix', 'The file name; or "none: why".'],
  [
    'references',
    'References',
    'One a line, with a hyphen in front: Artist - Song: what it is a reference for; or "none: why".',
  ],
  ['target', 'Target', 'What should somebody feel who hears this? One sentence.'],
  ['deadline', 'Deadline', '2026-12-18; or "no rush".'],
  ['deliverables', 'Deliverables', 'main, instrumental, acapella, clean, performance …'],
  ['scope', 'Scope', 'What the job includes: mix, master, editing, tuning, comping …'],
  ['approver', 'Approver', 'Who says that the mix is done.'],
  ['revisions', 'Revisions', 'How many rounds of changes are agreed.'],
];

/** A form to fill in by hand, with what is answered filled in. The scanner reads it back; empty lines say nothing. */
export function handoffForm(song: string | null, answers: Answers): string {
  const fields = FORM.flatMap(([name, label, help]) => {
    const value = answers[name]?.value;
    const shown = value === undefined ? '' : ` ${formValue(value)}`;
    return [
      `> ${help}`,
      '',
      `**${label}:**${shown}`,
      ...(name === 'references' && value === undefined ? ['-', '-'] : []),
      '',
    ];
  });
  return [
    `# Handoff${song === null ? '' : `: ${oneRow(song)}`}`,
    '',
    '> Write behind the colons. What stays empty says nothing.',
    '',
    ...fields,
  ].join('\n');
}

function formValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(formValue).join(', ');
  return oneRow(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function oneRow(words: string): string {
  return words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
