import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  scan: ['model'],
  check: ['model'],
  report: ['model'],
};

describe('the layers of the house', () => {
  const imports = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('assembly'))
    .flatMap((path) => importsOf(join(SOURCES, path)));

  it('are read from real imports, and there are some', () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what its layer may', (layer) => {
    const strays = imports.filter(
      ({ from, to }) => roomOf(from) === layer && roomOf(to) !== layer && !MAY_IMPORT[layer]?.includes(roomOf(to)),
    );
    expect(strays.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

function importsOf(file: string): { from: string; to: string }[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return specifiers.map((specifier) => ({
    from: relative(SOURCES, file),
    to: relative(SOURCES, resolve(dirname(file), specifier)),
  }));
}

function roomOf(path: string): string {
  return path.split(/[\\/]/)[0] ?? '';
}
