import { describe, expect, it } from 'vitest';
import { kernelRuns } from '../../../src/scan/audio/kernel/kernel.js';
import { soundPass } from '../../../src/scan/audio/sound-passes.js';
import { ebuCases } from './ebu-signals.js';
import { measure } from './measure.js';

// Source: EBU Tech 3341 (2023), table 1; EBU Tech 3342 (2023), table 1. Expected values and tolerances are theirs.
describe.skipIf(!kernelRuns(48_000)).each([44_100, 48_000, 96_000])(
  'the EBU signals at %i Hz read as they must',
  (sampleRate) => {
    for (const { name, channels, measures, expected, below, above } of ebuCases(sampleRate)) {
      it(`${name}: ${expected}`, () => {
        const measured = measure(channels, { sampleRate }, soundPass);
        for (const key of measures) {
          expect(measured[key], key).toBeGreaterThanOrEqual(expected - below);
          expect(measured[key], key).toBeLessThanOrEqual(expected + above);
        }
      });
    }
  },
);
