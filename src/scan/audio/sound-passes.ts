import { kernelRuns } from './kernel/kernel.js';
import { kernelPass } from './kernel/kernel-pass.js';
import { plainPass } from './meters/plain-pass.js';
import type { SampleFormat } from './meters/sample-format.js';
import type { PassSinks, SoundPass } from './meters/sound-pass.js';

/** The kernel where it runs, else the plain pass. */
export function soundPass(format: SampleFormat, sinks: PassSinks): SoundPass {
  return kernelRuns(format.sampleRate) ? kernelPass(format, sinks) : plainPass(format, sinks);
}
