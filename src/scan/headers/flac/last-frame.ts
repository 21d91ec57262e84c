import { type Bytes, part, type Reading } from '../reading.js';
import { ascii } from '../text.js';
import { endsWithChecksum, type FlacFrame, readFrameHeader } from './frame.js';

// Most frames are far below this; only where none starts in it, as much as one frame can have is searched.
const TAIL_BYTES = 65_536;
const LONG_TAIL_BYTES = 1 << 20;

export type LastFrame = { readonly frame: FlacFrame; readonly isWhole: boolean };

/**
 * Finds the last frame of a FLAC file without decoding what stands before it.
 *
 * @param like the first frame: a frame with other channels, width or rate is a chance hit in packed sound
 * @returns null where no frame starts within the last MiB
 */
export function* findLastFrame(file: Bytes, like: FlacFrame): Reading<LastFrame | null> {
  for (const tail of [TAIL_BYTES, LONG_TAIL_BYTES]) {
    const from = Math.max(like.atByte, file.size - tail);
    const view = yield* part(file, from, tail);
    for (let at = view.byteLength - 6; at >= 0; at--) {
      if (view.getUint8(at) !== 0xff) continue;
      const frame = readFrameHeader(view, at, from + at);
      if (frame && isLike(frame, like)) return { frame, isWhole: isWhole(view, at) };
    }
    if (from === like.atByte) return null;
  }
  return null;
}

function isLike(frame: FlacFrame, like: FlacFrame): boolean {
  return (
    frame.isVariable === like.isVariable &&
    frame.channels === like.channels &&
    frame.bits === like.bits &&
    frame.sampleRate === like.sampleRate &&
    (frame.isVariable || frame.blockFrames <= like.blockFrames)
  );
}

/** True where the frame's checksum stands at the end of the file, or in front of a tag or zeros there. */
function isWhole(view: DataView, at: number): boolean {
  const end = view.byteLength;
  if (endsWithChecksum(view, at, end)) return true;
  if (ascii(view, end - 128, 3) === 'TAG' && endsWithChecksum(view, at, end - 128)) return true;
  const ape = ascii(view, end - 32, 8) === 'APETAGEX' ? view.getUint32(end - 20, true) : 0;
  if (ape > 0 && [ape, ape + 32].some((bytes) => bytes < end - at && endsWithChecksum(view, at, end - bytes)))
    return true;
  let zeros = end;
  while (zeros > at && view.getUint8(zeros - 1) === 0) zeros--;
  // The checksum itself may end in zeros.
  return [0, 1, 2].some((more) => zeros + more < end && endsWithChecksum(view, at, zeros + more));
}
