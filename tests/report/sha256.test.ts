import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Base64 } from '../../src/report/html/sha256.js';

describe('the hash that names a style or script in a policy', () => {
  it('of "abc" is the one that FIPS 180-4 gives as its example', () => {
    const hex = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256Base64('abc')).toBe(Buffer.from(hex, 'hex').toString('base64'));
  });
  it('is the one of another program, at every length around a block', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const whole = text;
        expect(sha256Base64(whole)).toBe(createHash('sha256').update(whole, 'utf8').digest('base64'));
      }),
    );
    for (let length = 50; length < 70; length++) {
      const text = 'x'.repeat(length);
      expect(sha256Base64(text)).toBe(createHash('sha256').update(text).digest('base64'));
    }
  });
});
