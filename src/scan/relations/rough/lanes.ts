import { type SoundReader, takeChannels } from '../sound-reader.js';

/** A stem laid on the mix's time: one column of the fit, or two where it is truly stereo. */
export type Lane = {
  readonly stem: number;
  readonly columns: 1 | 2;
  /** fills one array a column with the frames that sound at these frames of the mix; false: all silent */
  readonly take: (fromMixFrame: number, into: readonly Float32Array[]) => boolean;
  /** its place was found: what it gives is taken away before the others are looked for */
  readonly located: boolean;
  /** the mix holds it, as far as the fit can tell: what it gives is no missing part */
  readonly present: boolean;
};

export function laneOf(stem: number, sound: SoundReader, lag: number, isWide: boolean, located: boolean): Lane {
  const columns = isWide ? 2 : 1;
  let scratch: Float32Array[] = [];
  return {
    stem,
    columns,
    located,
    present: located,
    take(fromMixFrame, into) {
      const [first, second] = into;
      if (columns === 2 || sound.channels === 1) {
        takeChannels(sound, fromMixFrame + lag, into);
      } else {
        if (scratch[0]?.length !== first!.length) scratch = [0, 1].map(() => new Float32Array(first!.length));
        takeChannels(sound, fromMixFrame + lag, scratch);
        const [left, right] = scratch;
        for (let i = 0; i < first!.length; i++) first![i] = (left![i]! + right![i]!) * 0.5;
      }
      return hasSound(first!) || (second !== undefined && hasSound(second));
    },
  };
}

/** Above −110 dBFS. */
function hasSound(samples: Float32Array): boolean {
  for (let i = 0; i < samples.length; i++) if (samples[i]! > 3e-6 || samples[i]! < -3e-6) return true;
  return false;
}
