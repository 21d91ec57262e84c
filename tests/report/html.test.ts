import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/check/examples.js';
import type { Report } from '../../src/model/report.js';
import { formatHtml } from '../../src/report/html.js';
import { drawnDelivery, finding, list, manyStems, partMissing, report } from './builders.js';
import { HARMFUL, hostileName, reportOn } from './hostile.js';

describe('the page', () => {
  const page = formatHtml([drawnDelivery()]);

  it('says verdict, questions, acts, the twelve items, findings and stems, in this order', () => {
    const places = [
      'Not ready to mix',
      'Which parts are final?',
      'Export five stems again, all from one start, at 48 kHz and 24 bit',
      'What the mixer needs',
      'id="timeline"',
      'Lead Vox starts inside a sound</h4>',
      'Steps in your DAW</h2>',
      'Waveform of 01 Kick',
      'Read: 14 stems, 1 dry vocal, 1 rough mix',
    ].map((words) => page.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('loads nothing: one style and one script, each allowed by its hash, and no style attribute', () => {
    const policy =
      /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const hash = (tag: string) => {
      const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? [];
      return createHash('sha256').update(text).digest('base64');
    };
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash('style')}'`);
    expect(policy).toContain(`script-src 'sha256-${hash('script')}'`);
    expect(page.match(/<(?:script|style)\b/g)).toHaveLength(2);
    expect(page).not.toMatch(/\sstyle=/);
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  });

  it('draws every kind of evidence that a rule records', () => {
    const article = (number: number) =>
      new RegExp(`<article[^>]*id="f${number}"[\\s\\S]*?</article>`).exec(page)?.[0] ?? '';
    const drawn = [1, 2, 3, 4, 5, 6, 7, 8, 11].filter((number) => article(number).includes('<figure'));
    expect(drawn).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 11]);
    expect(article(2)).toContain('100.3 ms late');
    expect(article(7)).toContain('2.86 s');
    // A target that is not said has nothing to show.
    expect(article(9)).not.toContain('<figure');
  });

  it('leads each number to its finding, and each finding to its stem', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe([...page.matchAll(/\sid="/g)].length);
  });

  it('shows a good delivery as one calm screen', () => {
    const good = formatHtml([report({ files: [stem('Kick.wav')] })]);
    expect(good).toContain('Ready to mix');
    expect(good).not.toContain('id="to-do"');
    expect(good).not.toContain('id="findings"');
    expect(good).toContain('id="list"');
  });

  it('gives the scope in the words that said it, where they name no service', () => {
    const handoff = list({ scope: { status: 'ok', because: 'Arrangement final; "I only need the mix"' } });
    const scope = /<dt>Scope<\/dt><dd>(.*?)<\/dd>/;
    expect(scope.exec(formatHtml([report({ handoff })]))?.[1]).toContain('I only need the mix');
    const open = list({ scope: { status: 'not-said', because: 'Not said' } });
    expect(scope.exec(formatHtml([report({ handoff: open })]))?.[1]).toBe('not said');
  });

  it('draws the rough mix under the stems where it holds what no stem has', () => {
    const timelineOf = (shown: Report) =>
      /<section[^>]*id="timeline"[\s\S]*?<\/section>/.exec(formatHtml([shown]))?.[0] ?? '';
    const drawn = timelineOf(partMissing());
    // From 1:00 to 1:30 of three minutes: a third of the way, a sixth wide.
    expect(drawn).toMatch(/class="stretch" x="33\.33%"[^>]*width="16\.67%"/);
    expect(drawn).toContain('>Rough mix</a>');
    expect(timelineOf({ ...partMissing(), findings: [] })).not.toContain('>Rough mix</a>');
  });

  it('keeps several deliveries on one page apart', () => {
    const both = formatHtml([drawnDelivery(), drawnDelivery()]);
    const ids = [...both.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(both).toContain('href="#r2-report"');
  });

  it('of a hundred stems with thirty findings each stays under 2 MB', () => {
    const page = formatHtml([manyStems(100, 30)]);
    expect(page.length).toBeLessThan(2_000_000);
    for (const number of [1, 150, 151, 3000]) expect(page).toContain(`id="f${number}"`);
  });

  it('is made of elements that a strict reader takes, whatever the names, and shows them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostileName, { minLength: 1, maxLength: 3 }), (names) => {
        const said = formatHtml([reportOn(names)]);
        expect(said).not.toMatch(HARMFUL);
        const body = /<body>([\s\S]*)<script>/.exec(said)?.[1] ?? '';
        const elements = elementsOf(body);
        expect(elements.filter(({ name }) => /^(?:script|style|img|iframe|object|link)$/.test(name))).toEqual([]);
        expect(elements.flatMap(({ attributes }) => attributes.filter((one) => one.startsWith('on')))).toEqual([]);
        expect(elements.filter(({ name }) => name === 'article').length).toBe(2 * names.length);
      }),
      { numRuns: 60 },
    );
  });

  it('survives evidence of another version: what it cannot draw is left out', () => {
    const odd = [
      { kind: 'head', file: 'A.wav', samples: ['x', null] },
      { kind: 'offset', file: 'gone.wav', lagFrames: Number.NaN },
      { kind: 'rate', file: 'A.wav', sampleRateHz: 0, setHz: 'x' },
      { kind: 'new kind', anything: { deep: [1] } },
      { kind: 'words', sources: [null, 3, { quote: 5 }] },
      { kind: 'spectrum', file: 'A.wav', db: [] },
    ];
    const page = formatHtml([
      report({
        files: [stem('A.wav')],
        findings: [finding({ rule: 'a', title: 'Something', files: ['A.wav'], evidence: odd })],
      }),
    ]);
    expect(page).toContain('Something</h4>');
    expect(page).not.toContain('<figure');
    expect(page).not.toContain('NaN');
  });
});

function elementsOf(body: string): { name: string; attributes: string[] }[] {
  const elements: { name: string; attributes: string[] }[] = [];
  // HTML as XML: what the renderer leaves unclosed or without a value is written out first.
  const closed = body
    .replaceAll(']]>', ']]&gt;')
    .replace(/<(br|input)((?:\s[^<>]*?)?)\/?>/g, '<$1$2/>')
    .replace(/\s(checked|hidden|selected|open|value|data-item|data-who)(?=[\s/>])/g, ' $1=""');
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes: Object.keys(attributes) }));
  parser.write(`<body>${closed}</body>`).close();
  return elements;
}
