// Prints whatever is printed from code: docs/rules, docs/json-schema, stemcheck.schema.json, and between its markers in
// the README the table of rules, the help and a report of the built program. With --check nothing is written, and what
// differs on disk is named (exit 1).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { ruleIndex, ruleTable } from './docs/rule-index.mjs';
import { rulePage } from './docs/rule-page.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const isCheck = process.argv.includes('--check');
const { RULES, PROFILES, resolveProfile, jsonSchemas, handoffJsonSchema, configJsonSchema } = await sources();

const profiles = PROFILES.map(({ name }) => resolveProfile(name));
const pages = new Map();
for (const rule of RULES) pages.set(`docs/rules/${rule.id}.md`, rulePage(rule, RULES, profiles));
pages.set('docs/rules/README.md', ruleIndex(RULES));
pages.set('docs/json-schema/handoff.schema.json', `${JSON.stringify(handoffJsonSchema(), null, 2)}\n`);
pages.set('stemcheck.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
for (const [file, text] of Object.entries(jsonSchemas())) pages.set(`docs/json-schema/${file}`, text);
pages.set('README.md', readme());

const leftOver = existsSync('docs/rules')
  ? readdirSync('docs/rules')
      .map((file) => `docs/rules/${file}`)
      .filter((path) => !pages.has(path))
  : [];
const stale = [...pages].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
if (isCheck) {
  for (const [path] of stale) console.log(`${path} is not what the code prints; run: npm run docs`);
  for (const path of leftOver) console.log(`${path} belongs to no rule; run: npm run docs`);
  process.exit(stale.length + leftOver.length === 0 ? 0 : 1);
}
for (const [path, text] of stale) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
for (const path of leftOver) rmSync(path);
console.log(`Printed ${pages.size} pages, ${stale.length} of them anew.`);

/** The README with its printed parts: the table of rules, the help, and the report of its first command. */
function readme() {
  const fence = (text) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
  const parts = {
    rules: ruleTable(RULES),
    help: fence(printed('--help')),
    report: fence(printed('fixtures/deliveries/paper-lanterns', '--no-cache')),
  };
  return Object.entries(parts).reduce(
    (text, [name, inner]) => between(text, name, inner),
    readFileSync('README.md', 'utf8'),
  );
}

/** What the built program prints when nobody looks. */
function printed(...args) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' };
  return spawnSync(process.execPath, ['dist/cli.js', ...args], { encoding: 'utf8', env }).stdout;
}

/** The sources are TypeScript; they are bundled into a scratch folder that git does not see. */
async function sources() {
  const folder = join('node_modules', '.cache', 'stemcheck-docs');
  const bundle = await rolldown({
    input: {
      rules: 'src/check/rules/index.ts',
      profiles: 'src/check/profiles/index.ts',
      schemas: 'src/report/schema/json-schemas.ts',
      handoff: 'src/scan/brief/handoff/index.ts',
      config: 'src/cli/config-schema.ts',
    },
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('src/') && !/^[A-Za-z]:/.test(id),
    platform: 'node',
    logLevel: 'warn',
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' });
  await bundle.close();
  const modules = await Promise.all(
    ['rules', 'profiles', 'schemas', 'handoff', 'config'].map(
      (name) => import(pathToFileURL(join(process.cwd(), folder, `${name}.mjs`)).href),
    ),
  );
  return Object.assign({}, ...modules);
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`; a text without the markers stays as it is. */
function between(text, name, inner) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) return text;
  return `${text.slice(0, from + open.length)}\n\n${inner.trim()}\n\n${text.slice(to)}`;
}
