import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Bytes of one file from its start to its end, in pieces. */
export type Pieces = AsyncIterable<Uint8Array>;

/** The sum of a file in lower-case hex. @param algorithm md5, sha1 … of node:crypto, or crc32 */
export async function digestOf(pieces: Pieces, algorithm: string, signal?: AbortSignal): Promise<string> {
  if (algorithm === 'crc32') return crcOf(pieces, signal);
  const hash = createHash(algorithm);
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    hash.update(piece);
  }
  return hash.digest('hex');
}

async function crcOf(pieces: Pieces, signal?: AbortSignal): Promise<string> {
  let sum = 0;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    sum = crc32(piece, sum);
  }
  return sum.toString(16).padStart(8, '0');
}
