import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { handoffJsonSchema } from '../../../../src/scan/brief/handoff/index.js';

const validate = new Ajv2020({ strict: false }).compile(handoffJsonSchema());

describe('the JSON Schema of handoff.yaml, for editors', () => {
  it.each([
    'song: Night Drive\ntempo: 92\nkey: F# minor\neffects: []\nscope: [mix]',
    'tempo: {bpm: 92, changes: [{bar: 33, bpm: 96}]}\nreferences: "none: the rough mix is the reference"',
    'references:\n  - {title: "Artist, Song", note: low end}\nmeant:\n  - {rule: clipping, because: tape}',
  ])('takes what a producer writes: %s', (text) => {
    expect(validate(parse(text))).toBe(true);
  });

  it.each(['arangement: final', 'tempo: {bpm: 92, chnges: []}', 'meant: [{rule: clipping}]', 'effects: {a: 1}'])(
    'marks %s',
    (text) => {
      expect(validate(parse(text))).toBe(false);
    },
  );
});
