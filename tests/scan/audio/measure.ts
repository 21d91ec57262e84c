import type { Measurements } from '../../../src/model/measurements.js';
import { startMeasuring } from '../../../src/scan/audio/meters/measure-samples.js';
import type { SampleFormat } from '../../../src/scan/audio/meters/sample-format.js';
import type { PassSinks, SoundPass } from '../../../src/scan/audio/meters/sound-pass.js';
import { encode, format } from './pcm.js';

export type PassOf = (format: SampleFormat, sinks: PassSinks) => SoundPass;

/** Measures channels of samples at full scale ±1, 24 bit at 48 kHz unless told otherwise. */
export function measure(
  channels: readonly ArrayLike<number>[],
  change: Partial<SampleFormat> = {},
  passOf?: PassOf,
): Measurements {
  const shape = format({ channels: channels.length, ...change });
  const measuring = startMeasuring(shape, channels[0]?.length ?? 0, passOf);
  measuring.push(encode(channels, shape));
  return measuring.finish();
}
