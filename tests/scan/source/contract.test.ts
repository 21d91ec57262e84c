import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blobSource } from '../../../src/scan/source/blob-source.js';
import type { ByteSource } from '../../../src/scan/source/byte-source.js';
import { openPath } from '../../../src/scan/source/path-source.js';

const folder = mkdtempSync(join(tmpdir(), 'stemcheck-source-'));
const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
  rmSync(folder, { recursive: true });
});

const BYTES = Uint8Array.from({ length: 1000 }, (_, at) => at % 251);
let written = 0;

const ADAPTERS: readonly [string, (bytes: Uint8Array) => ByteSource][] = [
  ['a path', (bytes) => opened(bytes)],
  ['a Blob', (bytes) => blobSource(new Blob([Uint8Array.from(bytes)]))],
];

describe.each(ADAPTERS)('the bytes of %s', (_, sourceOf) => {
  it('are as many as the file has', () => {
    expect(sourceOf(BYTES).size).toBe(1000);
  });

  it('are given from any place, exactly as many as were asked for', async () => {
    const source = sourceOf(BYTES);
    expect([...(await source.read(0, 3))]).toEqual([0, 1, 2]);
    expect([...(await source.read(500, 2))]).toEqual([249, 250]);
  });

  it('end where the file ends', async () => {
    const source = sourceOf(BYTES);
    expect([...(await source.read(998, 10))]).toEqual([245, 246]);
    expect([...(await source.read(5000, 10))]).toEqual([]);
  });

  it('of an empty file are none', async () => {
    const source = sourceOf(new Uint8Array(0));
    expect(source.size).toBe(0);
    expect((await source.read(0, 4096)).length).toBe(0);
  });

  it('stay as they were read while others are read', async () => {
    const source = sourceOf(BYTES);
    const first = await source.read(0, 4);
    await source.read(100, 4);
    expect([...first]).toEqual([0, 1, 2, 3]);
  });
});

function opened(bytes: Uint8Array): ByteSource {
  const path = join(folder, `${written++}.wav`);
  writeFileSync(path, bytes);
  const result = openPath(path);
  if (!result.ok) throw new Error(result.error.message);
  closing.push(result.value.close);
  return result.value;
}
