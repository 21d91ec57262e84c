import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/model/delivery.js';
import { songFolders } from '../../src/scan/songs.js';

const stems = (folder: string, ...parts: readonly string[]) =>
  parts.map((part) => file(`${folder}/${part}.wav`, 'stem'));
function file(path: string, kind: Kind): { path: string; kind: Kind } {
  return { path, kind };
}

describe('folders in one folder', () => {
  it('are songs where two of them have a rough mix of their own', () => {
    const files = [
      ...stems('Alpha', '01 Kick', '02 Bass'),
      file('Alpha/Alpha ROUGH.wav', 'rough-mix'),
      ...stems('Beta/Stems', 'Choir', 'Harp'),
      file('Beta/Beta ROUGH.wav', 'rough-mix'),
    ];
    expect(songFolders(files)).toEqual(['Alpha', 'Beta']);
  });

  it('are songs where each has a kick, a bass and a voice', () => {
    const parts = ['Kick', 'Bass', 'Lead Vox'];
    expect(songFolders([...stems('Alpha', ...parts), ...stems('Beta', ...parts), ...stems('Gamma', ...parts)])).toEqual(
      ['Alpha', 'Beta', 'Gamma'],
    );
  });

  it('are one song where they are named by instrument or by set', () => {
    expect(songFolders([...stems('Drums', 'Kick', 'Room'), ...stems('Guitars', 'Lead', 'Room')])).toEqual([]);
    expect(songFolders([...stems('WET', 'Lead Vox', 'Pad'), ...stems('DRY', 'Lead Vox', 'Pad')])).toEqual([]);
  });

  it('are one song where their names are odd and their parts differ', () => {
    expect(songFolders([...stems('Toys', 'Music Box', 'Bells'), ...stems('From Marko', 'Oud', 'Saz')])).toEqual([]);
  });

  it('are one song where a rough mix or a handoff file lies beside them', () => {
    const parts = [...stems('Day 1', 'Kick', 'Bass'), ...stems('Day 2', 'Kick', 'Bass')];
    expect(songFolders([file('Night Drive ROUGH.wav', 'rough-mix'), ...parts])).toEqual([]);
    expect(songFolders([file('handoff.yaml', 'brief'), ...parts])).toEqual([]);
  });

  it('are songs where each has a rough mix, though a handoff file lies above them', () => {
    const files = [...stems('Alpha', 'Kick', 'Bass'), ...stems('Beta', 'Choir', 'Harp')];
    const roughs = [file('Alpha/Alpha ROUGH.wav', 'rough-mix'), file('Beta/Beta ROUGH.wav', 'rough-mix')];
    expect(songFolders([file('handoff.yaml', 'brief'), ...files, ...roughs])).toEqual(['Alpha', 'Beta']);
  });
});
