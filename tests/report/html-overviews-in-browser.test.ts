import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRow } from '../../src/check/audit-row.js';
import { formatAuditHtml } from '../../src/report/audit/html.js';
import { formatDiffHtml } from '../../src/report/diff/html.js';
import { drawnDelivery, report } from './builders.js';
import { reportOn } from './hostile.js';

const CHROMIUM = process.env.STEMCHECK_CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(CHROMIUM);
if (!isThere && process.env.CI) throw new Error(`No Chromium at ${CHROMIUM}: install it, or set STEMCHECK_CHROMIUM`);
if (!isThere) console.warn(`The overviews are not looked at: there is no Chromium at ${CHROMIUM}`);

const HEAD = { schemaVersion: 1, tool: { name: 'stemcheck', version: '0.0.0' }, profile: 'standard' } as const;
const LONG = `${'W'.repeat(251)}.wav`;
const MARKUP = '<img src=x onerror=document.title=1>.wav';
const change = { delivery: LONG, severity: 'error', rule: 'clipping', title: MARKUP } as const;
const side = {
  root: LONG,
  song: null,
  verdict: 'not-ready',
  verdictBecause: MARKUP,
  counts: { error: 2, warning: 0, info: 0 },
  quick: false,
} as const;
const gap = { number: 1, rule: 'clipping', severity: 'error', files: [LONG], title: LONG, fix: MARKUP } as const;

const PAGES: readonly (readonly [string, string])[] = [
  [
    'of a drive',
    formatAuditHtml({
      ...HEAD,
      root: 'Incoming',
      shard: null,
      deliveries: [
        auditRow('Night Drive', drawnDelivery()),
        auditRow('Good', report()),
        auditRow(LONG, reportOn([MARKUP, LONG])),
      ],
      baseline: { opened: [change], closed: [change], known: 2, gone: [LONG] },
    }),
  ],
  [
    'of a difference',
    formatDiffHtml({
      ...HEAD,
      old: side,
      new: { ...side, root: 'Night Drive v2' },
      gaps: {
        closed: [{ ...gap, key: 'a', how: 'mended' }],
        still: [{ ...gap, key: 'b', was: 1, sound: 'changed' }],
        opened: [{ ...gap, key: 'c', was: null, sound: 'new' }],
      },
      sounds: [{ is: 'renamed', was: LONG, now: 'Kick.wav' }],
      words: [{ is: 'said', file: LONG, line: 3, field: 'tempo', quote: LONG }],
    }),
  ],
];

describe.skipIf(!isThere)('an overview in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemcheck-overview-'));
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, text] of PAGES) {
    for (const [width, scheme] of [
      [390, 'light'],
      [1280, 'dark'],
    ] as const) {
      it(`${name} at ${width} pixels fits, runs only its own script, and reads well for a screen reader`, async () => {
        const file = join(folder, 'page.html');
        writeFileSync(file, text);
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme: scheme,
        });
        const page = await context.newPage();
        const said: string[] = [];
        page.on('pageerror', (error) => said.push(String(error)));
        page.on('console', (message) => said.push(message.text()));
        page.on('request', (request) => said.push(request.url()));
        await page.goto(pathToFileURL(file).href);
        await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
        // Our own script ran, and no other.
        expect(await page.evaluate('document.documentElement.className')).toBe('drawn');
        expect(await page.title()).toContain('(stemcheck)');
        expect(said.slice(1)).toEqual([]); // the first is the page itself
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        await page.evaluate(axe);
        const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: unknown[] }[] };
        expect(violations.map(({ id, nodes }) => `${id} ${nodes.length}`)).toEqual([]);
        await context.close();
      });
    }
  }
});
