import type { ByteSource } from './byte-source.js';

/** What a Blob or File gives; a shape of its own, so that any host's Blob fits. */
export type BlobLike = {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
};

/** Bytes of a Blob or File, read in place. */
export function blobSource(blob: BlobLike): ByteSource<'later'> {
  return {
    size: blob.size,
    read: async (atByte, bytes) =>
      new Uint8Array(await blob.slice(atByte, Math.min(blob.size, atByte + bytes)).arrayBuffer()),
  };
}
