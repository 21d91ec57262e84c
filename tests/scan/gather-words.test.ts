import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/scan/scan.js';

const root = mkdtempSync(join(tmpdir(), 'stemcheck-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PROPERTIES = '<?xml version="1.0"?>\n<plist><dict><key>tempo</key><string>120 bpm</string></dict></plist>\n';

describe('the words of a delivery', () => {
  it('are in its notes, and not in the property lists inside a Logic project', async () => {
    write('notes.txt', 'Tempo: 92 bpm\n');
    write('Song.logicx/Resources/ProjectInformation.plist', PROPERTIES);
    write('Song.logicx/Alternatives/000/ProjectData', 'Tempo: 120 bpm\n');
    const { brief } = await scan(root, { quick: true });
    expect(brief.sources.map(({ path }) => path)).toEqual(['notes.txt']);
    expect(brief.tempo.map(({ value }) => value)).toEqual([{ bpm: 92 }]);
  });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
