import type { Decimation } from '../signal/decimation.js';
import type { Kernel } from './kernel.js';

/** Values that one call gives. */
const RUN = 16_384;
type Places = { readonly source: number; readonly out: number; readonly taps: number; readonly tapCount: number };
const places = new Map<number, Places>();

export function kernelDecimate(kernel: Kernel, decimation: Decimation, source: Float32Array, into: Float32Array): void {
  const { step } = decimation;
  const at = places.get(step) ?? placesOf(kernel, decimation);
  places.set(step, at);
  for (let done = 0; done < into.length; done += RUN) {
    const count = Math.min(RUN, into.length - done);
    const from = done * step;
    const wanted = (count - 1) * step + at.tapCount;
    const part = source.subarray(from, Math.min(source.length, from + wanted));
    const room = kernel.values(at.source, wanted);
    room.set(part);
    room.fill(0, part.length);
    kernel.run.thin(at.source, at.out, count, step, at.taps, at.tapCount);
    into.set(kernel.values(at.out, count), done);
  }
}

/** The taps lie in order, filled up to whole vectors. */
function placesOf(kernel: Kernel, { step, taps }: Decimation): Places {
  const reach = taps.length - 1;
  const tapCount = 4 * Math.ceil((2 * reach + 1) / 4);
  const address = kernel.room(tapCount);
  const source = kernel.room((RUN - 1) * step + tapCount);
  const out = kernel.room(RUN);
  kernel
    .values(address, tapCount)
    .set(Float32Array.from({ length: tapCount }, (_, i) => taps[Math.abs(i - reach)] ?? 0));
  return { source, out, taps: address, tapCount };
}
