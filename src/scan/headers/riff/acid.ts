import { plausibleTempo } from '../header.js';

const ONE_SHOT = 1;

/** Reads the tempo of an `acid` chunk; undefined for a one-shot, whose tempo field says nothing. */
export function readAcidTempo(body: DataView, littleEndian: boolean): number | undefined {
  if (body.byteLength < 24 || (body.getUint32(0, littleEndian) & ONE_SHOT) !== 0) return undefined;
  return plausibleTempo(body.getFloat32(20, littleEndian));
}
