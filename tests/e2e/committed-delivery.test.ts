import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEMO } from '../../fixtures/write-demo.js';
import { deliver } from './program.js';

it("the delivery of the README's first command is what its recipe renders, byte for byte", () => {
  const rendered = deliver('paper-lanterns', 'Paper Lanterns');
  expect(filesOf(DEMO)).toEqual(filesOf(rendered));
  for (const path of filesOf(rendered)) {
    expect(readFileSync(join(DEMO, path)).equals(readFileSync(join(rendered, path))), path).toBe(true);
  }
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}
