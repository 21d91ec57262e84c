/** Samples of one file, read anywhere in it. */
export type SoundReader = {
  /** Hz, as the header states it */
  readonly sampleRate: number;
  readonly channels: number;
  readonly frames: number;
  /** planar samples, full scale ±1; the span lies within the file; the arrays are good until the next call */
  readonly read: (fromFrame: number, frames: number) => readonly Float32Array[];
};

/** What a search listens to: half the sum of the channels, or half their difference. */
export type MonoView = { readonly sound: SoundReader; readonly side: boolean };

/** Copies frames from `fromFrame` on into `into`, mono, with silence outside of the file. */
export function takeMono({ sound, side }: MonoView, fromFrame: number, into: Float32Array): void {
  const from = Math.max(0, fromFrame);
  const to = Math.min(sound.frames, fromFrame + into.length);
  if (to <= from) {
    into.fill(0);
    return;
  }
  const at = from - fromFrame;
  const count = to - from;
  into.fill(0, 0, at);
  into.fill(0, at + count);
  const [left, right] = sound.read(from, count);
  if (left === undefined) return;
  if (right === undefined) {
    for (let i = 0; i < count; i++) into[at + i] = left[i]!;
  } else if (side) {
    for (let i = 0; i < count; i++) into[at + i] = (left[i]! - right[i]!) * 0.5;
  } else {
    for (let i = 0; i < count; i++) into[at + i] = (left[i]! + right[i]!) * 0.5;
  }
}

/** Copies the first two channels (a mono file: its one) from `fromFrame` on, with silence outside of the file. */
export function takeChannels(sound: SoundReader, fromFrame: number, into: readonly Float32Array[]): void {
  const length = into[0]?.length ?? 0;
  const from = Math.max(0, fromFrame);
  const to = Math.min(sound.frames, fromFrame + length);
  const read = to > from ? sound.read(from, to - from) : [];
  for (const [channel, target] of into.entries()) {
    const source = read[Math.min(channel, read.length - 1)];
    if (source === undefined) {
      target.fill(0);
      continue;
    }
    const at = from - fromFrame;
    target.fill(0, 0, at);
    target.set(source.subarray(0, to - from), at);
    target.fill(0, at + to - from);
  }
}
