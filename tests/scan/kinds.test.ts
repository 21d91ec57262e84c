import { describe, expect, it } from 'vitest';
import { NO_BRIEF } from '../../src/model/brief.js';
import { assignKinds } from '../../src/scan/kinds.js';
import { labelName } from '../../src/scan/names/index.js';

const OTHER = { is: 'other', name: 'something else' } as const;

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
