import { openBytes } from './opened-bytes.js';

/**
 * All bytes of a file, on disk or inside an archive.
 *
 * @returns null where it is longer than `mostBytes`
 * @throws an error of the file system
 */
export async function wholeFile(path: string, mostBytes: number): Promise<Uint8Array | null> {
  const file = await openBytes(path);
  try {
    if (file.size > mostBytes) return null;
    const bytes = new Uint8Array(file.size);
    let filled = 0;
    while (filled < bytes.length) {
      const got = file.read(bytes.subarray(filled), filled);
      if (got === 0) break;
      filled += got;
    }
    return bytes.subarray(0, filled);
  } finally {
    file.close();
  }
}
