import { sub } from '../reading.js';
import { ascii } from '../text.js';
import type { MpegFrame } from './frame.js';

export type Lengths = {
  /** frames behind the one that says so; null where it does not */
  readonly frames: number | null;
  /** bytes of the whole sound, this frame included */
  readonly bytes: number | null;
};

/**
 * Reads the length that an encoder left in the first frame ("Xing", "Info" or "VBRI").
 *
 * @param body the frame from its header on; cut anywhere
 * @returns null where the frame is plain sound
 */
export function readLengths(body: DataView, frame: MpegFrame): Lengths | null {
  const side = frame.version === 1 ? (frame.channels === 2 ? 32 : 17) : frame.channels === 2 ? 17 : 9;
  const at = 4 + side;
  const name = ascii(body, at, 4);
  if ((name === 'Xing' || name === 'Info') && body.byteLength >= at + 16) return xing(sub(body, at, body.byteLength));
  // VBRI stands 32 bytes behind the header, whatever the side information takes.
  if (ascii(body, 36, 4) === 'VBRI' && body.byteLength >= 36 + 18) {
    return { bytes: body.getUint32(36 + 10) || null, frames: body.getUint32(36 + 14) || null };
  }
  return null;
}

function xing(tag: DataView): Lengths {
  const flags = tag.getUint32(4);
  let at = 8;
  const field = (flag: number): number | null => {
    if ((flags & flag) === 0 || at + 4 > tag.byteLength) return null;
    at += 4;
    return tag.getUint32(at - 4);
  };
  const frames = field(1);
  const bytes = field(2);
  return { frames, bytes };
}
