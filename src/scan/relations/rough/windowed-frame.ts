import { hannWindow } from '../signal/windows.js';
import { FRAME } from './bands.js';

/** FRAME samples from `at` on, under a Hann window. */
export function windowInto(samples: Float32Array, at: number, block: Float32Array): void {
  const window = hannWindow(FRAME);
  for (let i = 0; i < FRAME; i++) block[i] = samples[at + i]! * window[i]!;
}
