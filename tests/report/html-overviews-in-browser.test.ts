import { describe, expect, it } from 'vitest';
import { auditRow } from '../../src/check/audit-row.js';
import { formatAuditHtml } from '../../src/report/audit/html.js';
import { formatDiffHtml } from '../../src/report/diff/html.js';
import { barriers, hasBrowser, inBrowser, unfold } from './browser.js';
import { drawnDelivery, report } from './builders.js';
import { reportOn } from './hostile.js';

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

describe.skipIf(!hasBrowser)('an overview in a browser', () => {
  const openPage = inBrowser();

  for (const [name, text] of PAGES) {
    for (const [width, scheme] of [
      [390, 'light'],
      [1280, 'dark'],
      [1920, 'light'],
    ] as const) {
      it(`${name} at ${width} pixels fits, runs only its own script, and reads well for a screen reader`, async () => {
        const { page, context, said, asked } = await openPage(text, { width, scheme });
        await unfold(page);
        // Our own script ran, and no other.
        expect(await page.evaluate('document.documentElement.className')).toBe('drawn');
        expect(await page.title()).toContain('(stemcheck)');
        expect(said).toEqual([]);
        expect(asked).toHaveLength(1); // the page itself
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect(await barriers(page)).toEqual([]);
        await context.close();
      });
    }
  }
});
