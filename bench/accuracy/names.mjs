// Labelled names against the built library: right, near, wrong and none per field and per source.
// Usage: npm run build, then node bench/accuracy/names.mjs [CASES.jsonl] [--show N]
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORDS = fileURLToPath(new URL('../../../shared/data/words/', import.meta.url));
const LIBRARY = new URL('../../dist/index.js', import.meta.url);
const shown = process.argv.indexOf('--show');
const show = shown < 0 ? '0' : (process.argv[shown + 1] ?? '0');
const given = process.argv[2]?.startsWith('--') ? undefined : process.argv[2];
const casesFile = given ?? join(WORDS, 'name-cases.open.jsonl');

if (!existsSync(casesFile) || !existsSync(LIBRARY)) {
  console.log(existsSync(LIBRARY) ? `skipped: no labelled names at ${casesFile}` : 'skipped: build the library first');
  process.exit(0);
}

const { labelName } = await import(LIBRARY.href);
const cases = readFileSync(casesFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const folder = mkdtempSync(join(tmpdir(), 'names-'));
const answers = join(folder, 'answers.jsonl');
writeFileSync(answers, cases.map(({ path }) => `${JSON.stringify({ path, label: labelName(path) })}\n`).join(''));
console.log(
  execFileSync(process.execPath, [join(WORDS, 'score.mjs'), casesFile, answers, '--show', show], { encoding: 'utf8' }),
);
rmSync(folder, { recursive: true });
