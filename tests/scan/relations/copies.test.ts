import { describe, expect, it } from 'vitest';
import type { StemInRough } from '../../../src/model/relations.js';
import { copiesAmong, withCopies } from '../../../src/scan/relations/copies.js';
import { noComparison } from '../../../src/scan/relations/rough/comparison.js';

const stems = ['Bass.wav', 'Kick copy.wav', 'Kick.wav', 'Vox DRY.wav', 'Vox.wav'];
const sameSound = [
  { files: ['Kick copy.wav', 'Kick.wav', 'Rough.wav'], how: 'bytes' as const },
  { files: ['Vox DRY.wav', 'Vox.wav'], how: 'samples' as const },
];

describe('of stems that hold the same samples', () => {
  it('one is listened to, and rather the wet one than the one that calls itself dry', () => {
    expect([...copiesAmong(sameSound, stems, new Set(['Vox DRY.wav']))]).toEqual([
      ['Kick.wav', 'Kick copy.wav'],
      ['Vox DRY.wav', 'Vox.wav'],
    ]);
  });

  it('the copy lies in the rough mix where the heard one lies, in path order', () => {
    const none = noComparison('Rough.wav', 48_000, ['Bass.wav', 'Kick copy.wav'], null);
    const late: StemInRough = { ...none.stems[1]!, kind: 'offset', lateFrames: 4812 };
    const rough = withCopies({ ...none, stems: [none.stems[0]!, late] }, new Map([['Kick.wav', 'Kick copy.wav']]), [
      'Bass.wav',
      'Kick copy.wav',
      'Kick.wav',
    ]);
    expect(rough?.stems.map(({ path, lateFrames }) => [path, lateFrames])).toEqual([
      ['Bass.wav', null],
      ['Kick copy.wav', 4812],
      ['Kick.wav', 4812],
    ]);
  });
});
