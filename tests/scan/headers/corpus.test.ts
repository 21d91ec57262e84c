import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFileFacts } from '../../../src/scan/source/read-file.js';

const FOLDER = fileURLToPath(new URL('../../../../shared/data/headers/', import.meta.url));
const LABELS = `${FOLDER}cases.open.jsonl`;
const isThere = existsSync(LABELS);
const FIELDS = ['container', 'codec', 'sampleRate', 'channels', 'bitDepth', 'frames', 'endian'] as const;
const WITHOUT_DEPTH = ['alaw', 'mulaw', 'adpcm'];

type Case = {
  readonly path: string;
  readonly verdict: string;
  readonly alsoOk?: string[];
  readonly codec: string | null;
} & {
  readonly [Field in (typeof FIELDS)[number]]?: string | number | null;
} & { readonly framesDeclared?: number; readonly durationSec?: number };
const cases = isThere
  ? readFileSync(LABELS, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Case)
  : [];

// The labelled files lie beside the repository and are not part of it.
describe.skipIf(!isThere)('files of other people, with labels that other programs agreed on', () => {
  it('are there', () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  it.each(cases.map((labelled) => [labelled.path, labelled] as const))(
    '%s reads as its label says',
    async (path, labelled) => {
      const { header, faults } = await readFileFacts(FOLDER + path, path);
      const verdict = header === undefined ? 'unreadable' : faults.length > 0 ? 'warn' : 'valid';
      expect([labelled.verdict, ...(labelled.alsoOk ?? [])], faults.map(({ message }) => message).join(' ')).toContain(
        verdict,
      );
      if (header === undefined || labelled.verdict === 'unreadable') return;
      for (const field of FIELDS) {
        const wanted = labelled[field];
        if (wanted === null || wanted === undefined) continue;
        if (field === 'container' && (wanted === 'other' || wanted === 'ogg-other')) continue;
        if (field === 'bitDepth' && header.bitDepth === null && WITHOUT_DEPTH.includes(labelled.codec ?? '')) continue;
        expect(header[field], field).toBe(wanted);
      }
      if (labelled.durationSec !== undefined) {
        const tolerance = Math.max(0.06, labelled.durationSec * 0.01);
        expect(Math.abs((header.seconds ?? Number.NaN) - labelled.durationSec)).toBeLessThanOrEqual(tolerance);
      }
    },
  );
});
