// Takes the README's pictures of the html page: two recipes are rendered, checked, and looked at in a headless Chromium
// (STEMCHECK_CHROMIUM, else Debian's). Run after a change to the look of the page; no test compares the pixels.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const WIDTH = 1280;
const PICTURES = [
  { recipe: 'nothing-wrong', song: 'Night Drive', picture: 'page-ready.png', height: 900 },
  { recipe: 'stems-that-the-rough-mix-contradicts', song: 'Night Drive', picture: 'page-with-gaps.png', height: 1710 },
];

const { renderDelivery } = await fixtures();
const work = mkdtempSync(join(tmpdir(), 'stemcheck-pictures-'));
const browser = await chromium.launch({
  executablePath: process.env.STEMCHECK_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  mkdirSync('docs/images', { recursive: true });
  for (const { recipe, song, picture, height } of PICTURES) {
    const folder = renderDelivery(recipe, join(work, recipe, song));
    const html = join(work, `${recipe}.html`);
    spawnSync(process.execPath, ['dist/cli.js', folder, '--no-cache', '--format', `html=${html}`], {
      stdio: 'inherit',
    });
    const page = await browser.newPage({ viewport: { width: WIDTH, height }, colorScheme: 'light' });
    await page.goto(pathToFileURL(html).href);
    await page.screenshot({ path: join('docs/images', picture) });
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

/** The renderer of the fixtures is TypeScript; bundled, it still has to find the recipes beside its sources. */
async function fixtures() {
  const file = join('node_modules', '.cache', 'stemcheck-fixtures', 'render.mjs');
  const bundle = await rolldown({
    input: 'fixtures/render.ts',
    external: (id) =>
      !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('fixtures/') && !/^[A-Za-z]:/.test(id),
    platform: 'node',
    logLevel: 'warn',
    transform: { define: { 'import.meta.url': JSON.stringify(pathToFileURL('fixtures/render.ts').href) } },
  });
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return import(pathToFileURL(file).href);
}
