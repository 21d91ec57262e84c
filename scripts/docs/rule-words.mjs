// Words that the printed pages share.
export const ITEM_NAMES = {
  'final-stems': '1, final stems',
  labelled: '2, labelled',
  'takes-chosen': '3, takes chosen',
  'rough-mix': '4, rough mix',
  references: '5, references',
  tempo: '6, tempo',
  key: '7, key',
  'creative-effects': '8, creative effects',
  'dry-vocals': '9, dry vocals',
  target: '10, target',
  delivery: '11, delivery',
  scope: '12, scope',
};

export const CHAPTER_NAMES = {
  handoff: 'Handoff: what the words say',
  scope: 'Scope: what the job is',
  names: 'Names',
  files: 'Files',
  format: 'Format',
  timing: 'Timing',
  sound: 'Sound: each file by itself',
  together: 'Together: files held against each other',
};

const NEED_NAMES = {
  listing: 'the list of files',
  names: 'names',
  header: 'headers',
  brief: 'handoff.yaml and notes',
  session: 'session files',
  sound: 'the sound',
  relations: 'files held against each other',
};

/** "info" in options and JSON is "note" for people. */
export function severityWord(severity) {
  return severity === 'info' ? 'note' : severity;
}

export function needWords(needs) {
  return needs.map((need) => NEED_NAMES[need] ?? need).join(', ');
}

/** Text inside a table's cell. */
export function cell(text) {
  return String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
