// Labelled sentences and note files against the built library: right, near, wrong and none per field and per source.
// Usage: npm run build, then node bench/accuracy/words.mjs [--show N], or
//   node bench/accuracy/words.mjs phrases|notes CASES.jsonl [FOLDER OF THE NOTES] [--show N] for one set.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORDS = fileURLToPath(new URL('../../../shared/data/words/', import.meta.url));
const LIBRARY = new URL('../../dist/index.js', import.meta.url);
// Relative days of a case without a day of its own count from here, so that two runs agree.
const TODAY = '2026-03-10';
const LISTS = new Set(['references', 'deliverables', 'scope']);

const shown = process.argv.indexOf('--show');
const show = shown < 0 ? '0' : (process.argv[shown + 1] ?? '0');
const [kind, casesFile, notesFolder] = process.argv.slice(2, shown < 0 ? undefined : shown);
const sets =
  kind === undefined
    ? [
        { kind: 'phrases', casesFile: join(WORDS, 'phrases.open.jsonl') },
        { kind: 'notes', casesFile: join(WORDS, 'notes.open.jsonl'), notesFolder: join(WORDS, 'notes.open') },
      ]
    : [{ kind, casesFile, notesFolder: notesFolder ?? dirname(casesFile) }];

const absent = sets.find((set) => !existsSync(set.casesFile) || !existsSync(join(WORDS, 'score.mjs')));
if (absent !== undefined || !existsSync(LIBRARY)) {
  console.log(existsSync(LIBRARY) ? `skipped: no labelled words at ${absent.casesFile}` : 'skipped: build the library');
  process.exit(0);
}

const { readNotes } = await import(LIBRARY.href);
const folder = mkdtempSync(join(tmpdir(), 'words-'));
for (const set of sets) {
  const answers = join(folder, `${set.kind}.jsonl`);
  const cases = readFileSync(set.casesFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  writeFileSync(answers, cases.map((one) => `${JSON.stringify(answerTo(one, set))}\n`).join(''));
  console.log(
    `${set.kind}\n${execFileSync(process.execPath, [join(WORDS, 'score.mjs'), set.casesFile, answers, '--show', show], { encoding: 'utf8' })}`,
  );
}
rmSync(folder, { recursive: true });

function answerTo(one, { kind, notesFolder }) {
  const text = kind === 'phrases' ? one.text : readFileSync(join(notesFolder, one.file), 'utf8');
  const { facts, contradictions } = readNotes(text, { today: one.today ?? TODAY });
  return kind === 'phrases'
    ? { text: one.text, facts: byField(facts) }
    : { file: one.file, facts, ...(contradictions.length > 0 ? { contradictions } : {}) };
}

// Lists keep every entry, the other fields what was said first.
function byField(facts) {
  const fields = {};
  for (const { field, value } of facts) {
    if (LISTS.has(field)) fields[field] = [...(fields[field] ?? []), value];
    else fields[field] ??= value;
  }
  return fields;
}
