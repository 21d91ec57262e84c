import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readNotes } from '../../../../src/scan/brief/notes/index.js';

const WORDS = fileURLToPath(new URL('../../../../../shared/data/words', import.meta.url));
const LISTS = new Set(['references', 'deliverables', 'scope']);
const folder = mkdtempSync(join(tmpdir(), 'notes-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Case = { readonly text: string; readonly file: string; readonly today?: string };
type Score = {
  readonly total: { readonly right: number; readonly near: number; readonly wrong: number; readonly none: number };
};

// The labelled sentences and notes are not part of the project; where they are absent, there is nothing to hold against.
describe.skipIf(!existsSync(WORDS))('the labelled words (skipped where ../shared is absent)', () => {
  it('gives at least 94 of 100 facts of the labelled sentences', () => {
    const answers = casesOf('phrases.open.jsonl').map(({ text, today }) => ({
      text,
      facts: grouped(readNotes(text, { today: today ?? '2026-11-24' }).facts),
    }));
    expect(accuracyOf('phrases.open.jsonl', answers)).toBeGreaterThanOrEqual(0.94);
  });

  it('gives at least 92 of 100 facts of the labelled notes, with their lines and contradictions', () => {
    const answers = casesOf('notes.open.jsonl').map(({ file, today }) => {
      const text = readFileSync(join(WORDS, 'notes.open', file), 'utf8');
      return { file, ...readNotes(text, { today: today ?? '2026-11-24' }) };
    });
    expect(accuracyOf('notes.open.jsonl', answers)).toBeGreaterThanOrEqual(0.92);
  });
});

function casesOf(file: string): Case[] {
  return readFileSync(join(WORDS, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);
}

function grouped(facts: readonly { field: string; value: unknown }[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { field, value } of facts) {
    if (LISTS.has(field)) fields[field] = [...((fields[field] as unknown[] | undefined) ?? []), value];
    else fields[field] ??= value;
  }
  return fields;
}

function accuracyOf(cases: string, answers: readonly object[]): number {
  const file = join(folder, cases);
  writeFileSync(file, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  const printed = execFileSync(process.execPath, [join(WORDS, 'score.mjs'), join(WORDS, cases), file, '--json'], {
    encoding: 'utf8',
  });
  const { right, near, wrong, none } = (JSON.parse(printed) as Score).total;
  return right / (right + near + wrong + none);
}
