// Writes an empty rule and its line in the chapter's index: npm run new-rule -- <chapter> <rule-id>.
// The rule fails its tests until it is filled in.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const CHAPTERS = ['handoff', 'scope', 'names', 'files', 'format', 'timing', 'sound', 'together'];
const [chapter, id] = process.argv.slice(2);
if (!CHAPTERS.includes(chapter))
  fail(`new-rule: the chapter is "${chapter ?? ''}". Write one of: ${CHAPTERS.join(', ')}.`);
if (!/^[a-z]+(?:-[a-z]+)*$/.test(id ?? ''))
  fail(`new-rule: the id is "${id ?? ''}". Write words in lower case joined by "-", such as same-start.`);

const folder = `src/check/rules/${chapter}`;
const file = `${folder}/${id}.ts`;
if (existsSync(file)) fail(`new-rule: ${file} is there already. Choose another id, or edit it.`);

writeFileSync(file, emptyRule());
const index = `${folder}/index.ts`;
writeFileSync(index, withRule(readFileSync(index, 'utf8')));
console.log(`${file} waits to be filled in; ${index} lists it. Then: npx vitest run tests/check && npm run docs`);

function emptyRule() {
  return `import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';

export default defineRule({
  id: '${id}',
  chapter: '${chapter}',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'send',
  summary: 'TODO: the state that is wanted, in one line without a full stop',
  why: 'TODO: what a mixing engineer hears or loses.',
  // TODO: each threshold with its reason beside it.
  options: {},

  check({ stems }, report) {
    // Early returns first, the finding last; what another rule says is left to it.
    for (const { path } of stems) {
      report({
        files: [path],
        title: 'TODO: a fact about this delivery in at most 60 characters',
        message: 'TODO: what is there, with its number and unit, and what it is compared with.',
        fix: 'TODO: what to do, beginning with a verb.',
        data: {},
        act: { phrase: 'TODO: what completes the verb' },
      });
    }
  },

  examples: {
    passes: [
      { when: 'TODO: all is well', delivery: delivery() },
      { when: 'a near miss: TODO: just inside the line', delivery: delivery(stem('Kick.wav')) },
    ],
    fails: [
      { when: 'TODO: just outside the line', delivery: delivery(stem('Kick.wav')), says: 'TODO: the message, whole.' },
    ],
  },
});
`;
}

/** The index with an import in alphabetical place and the rule at the end of the list. */
function withRule(text) {
  const name = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  const lines = text.split('\n');
  const line = `import ${name} from './${id}.js';`;
  const imports = lines.map((one, at) => ({ one, at })).filter(({ one }) => /^import \w+ from '\.\//.test(one));
  const next = imports.find(({ one }) => one.slice(one.indexOf("'")) > line.slice(line.indexOf("'")));
  const after = imports.at(-1)?.at ?? lines.findIndex((one) => one.startsWith('import '));
  lines.splice(next?.at ?? after + 1, 0, line);
  const joined = lines.join('\n');
  const close = joined.lastIndexOf(']');
  const before = joined.slice(0, close).trimEnd();
  const comma = before.endsWith('[') || before.endsWith(',') ? '' : ',';
  const isLong = before.endsWith(',');
  return `${before}${comma}${isLong ? `\n  ${name},\n` : `${before.endsWith('[') ? '' : ' '}${name}`}${joined.slice(close)}`;
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
