import { describe, expect, it } from 'vitest';
import { stem } from '../../src/check/examples.js';
import { NO_BRIEF } from '../../src/model/brief.js';
import { assignKinds } from '../../src/scan/kinds.js';
import { labelName } from '../../src/scan/names/index.js';

const OTHER = { is: 'other', name: 'something else' } as const;
const SOUND = { is: 'audio', name: 'a WAV file' } as const;

describe('a rough mix that no name tells', () => {
  const roughOf = (secondsByPath: Readonly<Record<string, number>>) => {
    const candidates = Object.entries(secondsByPath).map(([path, seconds]) => ({
      path,
      form: SOUND,
      label: labelName(path),
      header: stem(path, { seconds }).header!,
    }));
    const kinds = assignKinds(candidates, NO_BRIEF, []);
    return candidates.map(({ path }) => path).filter((path) => kinds.get(path)?.kind === 'rough-mix');
  };
  const STEMS = { 'Export/Kick.wav': 200, 'Export/Bass.wav': 200, 'Export/Pad.wav': 200 };
  const below = (folder: string) =>
    Object.fromEntries(Object.entries(STEMS).map(([path, seconds]) => [`${folder}/${path}`, seconds]));

  it('is the one file above the stems that is as long as they are', () => {
    expect(roughOf({ 'final FINAL 2.wav': 202, ...STEMS })).toEqual(['final FINAL 2.wav']);
  });

  it('is found in a folder too deep, and beside a short recording', () => {
    const files = { 'Song/memo 14.wav': 12, 'Song/Song/final FINAL 2.wav': 202, ...below('Song/Song') };
    expect(roughOf(files)).toEqual(['Song/Song/final FINAL 2.wav']);
  });

  it('is none of two that are as long, none that lies beside some stems only, and none that is shorter', () => {
    expect(roughOf({ 'final 2.wav': 200, 'final 3.wav': 200, ...STEMS })).toEqual([]);
    expect(roughOf({ 'Drums/final 2.wav': 200, 'Drums/Toms/Tom.wav': 200, ...STEMS })).toEqual([]);
    expect(roughOf({ 'final 2.wav': 150, ...STEMS })).toEqual([]);
  });
});

describe('a session that is a folder', () => {
  const kindsOf = (paths: readonly string[]) => {
    const candidates = paths.map((path) => ({ path, form: OTHER, label: labelName(path) }));
    const kinds = assignKinds(candidates, NO_BRIEF, []);
    return Object.fromEntries(paths.map((path) => [path, kinds.get(path)?.kind]));
  };

  it('counts once, however many files lie in it', () => {
    expect(
      kindsOf([
        'Song.logicx/Alternatives/000/DisplayState.plist',
        'Song.logicx/Alternatives/000/ProjectData',
        'Song.logicx/Resources/ProjectInformation.plist',
        'Demo.band/Contents',
        'Demo.band/projectData',
      ]),
    ).toEqual({
      'Song.logicx/Alternatives/000/DisplayState.plist': 'other',
      'Song.logicx/Alternatives/000/ProjectData': 'session',
      'Song.logicx/Resources/ProjectInformation.plist': 'other',
      'Demo.band/Contents': 'other',
      'Demo.band/projectData': 'session',
    });
  });

  it('is counted where nothing in it looks like a document, and a folder of another kind is none', () => {
    expect(kindsOf(['Live.ptx/a', 'Live.ptx/b', 'Tool.app/Info.plist'])).toEqual({
      'Live.ptx/a': 'session',
      'Live.ptx/b': 'other',
      'Tool.app/Info.plist': 'other',
    });
  });
});
