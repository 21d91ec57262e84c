import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderDelivery } from '../../fixtures/render.js';
import { readConfig } from '../../src/cli/config.js';
import { CLI, emptyFolder } from './program.js';

// What the pages tell people to type is typed here. A block fenced as `sh` is run, page by page from top to bottom, in
// a folder that holds nothing but the deliveries that the pages name; a block that needs somebody's answer, another
// machine or a paid service is fenced as `bash` and is not.
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = ['README.md', ...pagesUnder('docs')];
/** The set-up of a checkout: run by CI in a clone of its own, since here it would pull the build away from the tests. */
const IN_A_CLONE = ['npm ci && npm start', 'npm ci && npm test'];
const canRun = spawnSync('sh', ['-c', 'exit 0']).status === 0;

let bin = '';
let archive = '';
beforeAll(async () => {
  bin = emptyFolder();
  archive = join(bin, 'Night Drive.zip');
  writeFileSync(archive, await zipped(renderDelivery('nothing-wrong', join(bin, 'Night Drive'))));
  writeFileSync(join(bin, 'stemcheck'), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`);
  chmodSync(join(bin, 'stemcheck'), 0o755);
});

describe.skipIf(!canRun)('what the pages say to type (skipped where there is no sh)', () => {
  it.each(PAGES.filter((page) => blocksOf(page).length > 0))(
    '%s: every block does what it says',
    { timeout: 600_000 },
    (page) => {
      const folder = deliveries();
      for (const block of blocksOf(page)) expect(typed(block, folder), block).toMatchObject({ status: 0 });
    },
  );

  it('is not run for the two commands that set up a checkout, and for nothing else', () => {
    const all = PAGES.flatMap((page) => fenced(page, 'sh'));
    expect(all.filter((block) => IN_A_CLONE.includes(block)).sort()).toEqual([...IN_A_CLONE].sort());
  });
});

describe('the pages', () => {
  it.each(PAGES)('%s: every link to a file and every picture leads to one', (page) => {
    const links = [...text(page).matchAll(/(?:\]\(|<img src=")([^)#"\s]+)/g)].flatMap(([, to]) =>
      to && !/^\w+:/.test(to) ? [to] : [],
    );
    const broken = links.filter((to) => !existsSync(join(ROOT, dirname(page), to)));
    expect(broken).toEqual([]);
  });

  it('show settings that are read as they stand', () => {
    const example = readConfig(join(ROOT, 'docs/examples/stemcheck.config.yaml'));
    expect(example).toMatchObject({
      name: 'Low Tide Studio',
      extends: 'standard',
      rules: { headroom: { severity: 'warning' } },
    });
    const [shown = ''] = fenced('docs/mixing-engineer.md', 'yaml');
    const file = join(emptyFolder(), 'stemcheck.config.yaml');
    writeFileSync(file, shown);
    expect({ ...readConfig(file), path: '' }).toEqual({ ...example, path: '' });
  });
});

describe.skipIf(!canRun)('the examples for a drive', () => {
  it('GitLab: four parallel jobs and their merge give one report', { timeout: 600_000 }, () => {
    const jobs = parse(text('docs/examples/gitlab-ci.yml')) as Record<string, { script: string[]; parallel?: number }>;
    const folder = deliveries();
    const script = (job: string, env: NodeJS.ProcessEnv = {}) =>
      typed(jobs[job]!.script.join('\n').replaceAll('/mnt/projects/', '').replaceAll('Songs/', ''), folder, env);
    expect(script('delivery')).toMatchObject({ status: 0 });
    typed('stemcheck audit Incoming --format json=known.json --fail-on never', folder);
    for (let part = 1; part <= 4; part++)
      expect(script('audit', { CI_NODE_INDEX: String(part), CI_NODE_TOTAL: '4' })).toMatchObject({ status: 0 });
    const merged = script('merge');
    expect(merged.stdout).toContain('of 3 deliveries');
    expect(merged.status).toBe(0);
    expect(readFileSync(join(folder, 'audit.csv'), 'utf8').trim().split('\r\n')).toHaveLength(4);
  });

  it('pre-upload: a folder that is ready is uploaded, another is not', () => {
    const folder = deliveries();
    cpSync(join(ROOT, 'docs/examples/pre-upload.sh'), join(folder, 'pre-upload.sh'));
    expect(typed('sh pre-upload.sh "Night Drive" echo sent', folder).stdout).toContain('sent');
    const held = typed('sh pre-upload.sh "Incoming/Paper Lanterns" echo sent', folder);
    expect(held).toMatchObject({ status: 1, stdout: '' });
    expect(held.stderr).toContain('Nothing was uploaded');
    expect(typed('sh pre-upload.sh "Nite Drive" echo sent', folder)).toMatchObject({ status: 2, stdout: '' });
  });
});

describe.skipIf(spawnSync('bash', ['-c', 'exit 0']).status !== 0)(
  'the action for GitHub (skipped without bash)',
  () => {
    type Action = {
      inputs: Record<string, { default?: string }>;
      runs: { steps: { id?: string; run: string; env?: Record<string, string> }[] };
    };
    const { inputs, runs } = parse(text('action.yml')) as Action;
    const step = runs.steps.find(({ id }) => id === 'check')!;

    it('hands every input to the check, as a variable', () => {
      const used = Object.values(step.env ?? {}).map((value) => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1]);
      expect(used.sort()).toEqual(Object.keys(inputs).sort());
      expect(runs.steps.map(({ run }) => run).join()).not.toContain('${{');
    });

    it('annotates, writes what was asked for, and says the exit code', () => {
      const folder = deliveries();
      const { status, stdout, output } = action(folder, {
        folder: 'Incoming/Paper Lanterns\nIncoming/Night Drive',
        format: 'github\nsarif=stemcheck.sarif',
      });
      expect({ status, output }).toEqual({ status: 1, output: 'exit-code=1\n' });
      expect(stdout).toMatch(/^::error /m);
      expect(existsSync(join(folder, 'stemcheck.sarif'))).toBe(true);
    });

    it('takes a folder called like a command or an option for a folder', () => {
      const folder = deliveries();
      for (const name of ['--help', '$(touch smuggled)']) {
        cpSync(join(folder, 'Night Drive'), join(folder, name), { recursive: true });
        expect(action(folder, { folder: name, quick: 'true' })).toMatchObject({ status: 0, output: 'exit-code=0\n' });
      }
      expect(existsSync(join(folder, 'smuggled'))).toBe(false);
    });

    function action(cwd: string, given: Readonly<Record<string, string>>) {
      const output = join(emptyFolder(), 'output');
      const env = Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, value]) => {
          const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? '';
          return [name, given[input] ?? inputs[input]?.default ?? ''];
        }),
      );
      const run = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
        cwd,
        encoding: 'utf8',
        env: { ...process.env, ...env, GITHUB_ACTION_PATH: ROOT, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: '' },
      });
      return { status: run.status, stdout: run.stdout, output: readFileSync(output, 'utf8') };
    }
  },
);

/** A folder with the deliveries that the pages name, and nothing else. */
function deliveries(): string {
  const folder = emptyFolder();
  renderDelivery('nothing-wrong', join(folder, 'Night Drive'));
  renderDelivery('nothing-wrong', join(folder, 'Night Drive v1'));
  renderDelivery('nothing-wrong', join(folder, 'Salt Flats'));
  cpSync(archive, join(folder, 'Night Drive.zip'));
  rmSync(join(folder, 'Salt Flats', 'handoff.yaml'));
  // On the drive without rough mixes: the comparison with one takes most of the time of a check.
  for (const [song, place] of [
    ['Night Drive', 'Night Drive'],
    ['Salt Flats', 'Kim/Salt Flats'],
  ] as const) {
    cpSync(join(folder, song), join(folder, 'Incoming', place), { recursive: true });
    rmSync(join(folder, 'Incoming', place, 'Rough'), { recursive: true });
  }
  renderDelivery('paper-lanterns', join(folder, 'Incoming', 'Paper Lanterns'));
  return folder;
}

/** A folder as a zip that holds it. */
async function zipped(folder: string): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { level: 0, useWebWorkers: false });
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (statSync(join(folder, path)).isFile())
      await zip.add(`Night Drive/${path}`, new Uint8ArrayReader(readFileSync(join(folder, path))));
  return zip.close();
}

/** Types a block into a shell that stops at the first command that fails. */
function typed(block: string, cwd: string, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', block], {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      XDG_CONFIG_HOME: join(bin, 'config'),
      GITHUB_STEP_SUMMARY: '',
      NO_COLOR: '1',
      FORCE_COLOR: '',
      ...env,
    },
  });
  return { status, stdout, stderr };
}

function blocksOf(page: string): string[] {
  return fenced(page, 'sh').filter((block) => !IN_A_CLONE.includes(block));
}

function fenced(page: string, language: string): string[] {
  const blocks: string[] = [];
  let open: string[] | null = null;
  for (const line of text(page).split(/\r?\n/)) {
    if (open === null) open = line === `\`\`\`${language}` ? [] : null;
    else if (line === '```') {
      blocks.push(open.join('\n'));
      open = null;
    } else open.push(line);
  }
  return blocks;
}

function pagesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pagesUnder(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

function text(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}
