export type StreamInfo = {
  readonly leastBlockFrames: number;
  readonly mostBlockFrames: number;
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: number;
  /** 0: unknown */
  readonly totalFrames: number;
  readonly hasChecksum: boolean;
};
export const STREAMINFO_BYTES = 34;

/**
 * Reads the body of a STREAMINFO block.
 *
 * @returns null where the block is cut
 * Source: RFC 9639, section 8.2
 */
export function readStreamInfo(body: DataView): StreamInfo | null {
  if (body.byteLength < STREAMINFO_BYTES) return null;
  const packed = body.getUint32(10);
  let checksum = 0;
  for (let at = 18; at < STREAMINFO_BYTES; at++) checksum |= body.getUint8(at);
  return {
    leastBlockFrames: body.getUint16(0),
    mostBlockFrames: body.getUint16(2),
    sampleRate: packed >>> 12,
    channels: ((packed >>> 9) & 7) + 1,
    bits: ((packed >>> 4) & 0x1f) + 1,
    totalFrames: (body.getUint8(13) & 0x0f) * 2 ** 32 + body.getUint32(14),
    hasChecksum: checksum !== 0,
  };
}
