import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const CHROMIUM = process.env.STEMCHECK_CHROMIUM ?? '/usr/bin/chromium';
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser && process.env.CI) throw new Error(`No Chromium at ${CHROMIUM}: install it, or set STEMCHECK_CHROMIUM`);
if (!hasBrowser) console.warn(`The pages are not looked at: there is no Chromium at ${CHROMIUM}`);

type Scheme = 'light' | 'dark';
type View = { readonly width: number; readonly scheme: Scheme; readonly scripts?: boolean };
type Opened = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** what the page wrote to the console, and what it threw */
  readonly said: readonly string[];
  /** addresses that were asked for, the page itself first */
  readonly asked: readonly string[];
};

/** A browser for the tests of one `describe`; gives the function that opens a page in a window of its own. */
export function inBrowser(): (html: string, view: View) => Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'stemcheck-page-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return async (html, { width, scheme, scripts = true }) => {
    const file = join(folder, 'page.html');
    writeFileSync(file, html);
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: scripts,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    return { page, context, said, asked };
  };
}

/** Unfolds whatever can be unfolded. */
export function unfold(page: Page): Promise<unknown> {
  return page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
}

const RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
type Violation = { id: string; nodes: { html: string; failureSummary: string }[] };

/** What keeps somebody from using the page as it stands; one line each, empty where nothing does. */
export async function barriers(page: Page): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') {
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  }
  const { violations } = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ${RULES} })`,
  )) as { violations: Violation[] };
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}
