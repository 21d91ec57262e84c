import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { sub } from '../reading.js';
import { fieldText } from '../text.js';

/** Bytes of the chunk that are read; the coding history behind them may be long and says nothing that is asked here. */
export const BEXT_BYTES = 602;
// Files of the first version end before the fields that later ones took out of the reserve.
const SHORTEST_BYTES = 346;
const ORIGINATOR_AT = 256;
const TIME_REFERENCE_AT = 338;

export type Bext = {
  readonly originFrame?: number;
  readonly description: string | undefined;
  readonly software: string | undefined;
};

/**
 * Reads the body of a `bext` chunk.
 *
 * @param body the chunk without its 8-byte header, cut where the chunk or the file ends; any length
 * @returns originFrame in frames after midnight at the file's own rate; null, with the fault noted, where it is cut
 * Source: EBU Tech 3285 v2, Broadcast Audio Extension chunk
 */
export function readBext(body: DataView, atByte: number, littleEndian: boolean, faults: Faults): Bext | null {
  if (body.byteLength < SHORTEST_BYTES) {
    note(
      faults,
      'bext-short',
      atByte,
      `The bext chunk holds ${counted(body.byteLength, 'byte')} and needs ${BEXT_BYTES}.`,
    );
    return null;
  }
  const texts = {
    description: fieldText(sub(body, 0, ORIGINATOR_AT)),
    software: fieldText(sub(body, ORIGINATOR_AT, 32)),
  };
  const low = body.getUint32(TIME_REFERENCE_AT + (littleEndian ? 0 : 4), littleEndian);
  const high = body.getUint32(TIME_REFERENCE_AT + (littleEndian ? 4 : 0), littleEndian);
  const originFrame = high * 2 ** 32 + low;
  // Above 2^53 a number would silently become a neighbouring frame.
  if (!Number.isSafeInteger(originFrame)) {
    note(
      faults,
      'bext-time-absurd',
      atByte + TIME_REFERENCE_AT,
      `The bext chunk puts the start ${formatCount(originFrame)} frames after midnight.`,
    );
    return texts;
  }
  return { ...texts, originFrame };
}
