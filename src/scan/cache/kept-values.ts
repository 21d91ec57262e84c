import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { type CacheSettings, cacheFolder, entryPath, trimCache } from './cache-folder.js';

/** Values kept between runs, each under the digest of all that it was made from. */
export type KeptValues<T> = {
  readonly lookUp: (key: string) => T | null;
  readonly keep: (key: string, value: T) => Promise<void>;
  /** to be called once when all is kept */
  readonly close: () => void;
};

/**
 * Opens the values in the cache folder. An entry that is damaged, or a folder that cannot be written, only costs time.
 *
 * @typeParam T what JSON gives back as it was
 */
export function keptValues<T>(settings: CacheSettings): KeptValues<T> {
  let written = false;
  let isUsable = true;
  return {
    lookUp(key) {
      try {
        return readEntry<T>(readFileSync(entryPath(settings, key), 'utf8'), key);
      } catch (error) {
        if (isSystemError(error)) return null;
        throw error;
      }
    },
    async keep(key, value) {
      if (!isUsable) return;
      const { default: writeFileAtomic } = await import('write-file-atomic');
      try {
        if (!written) mkdirSync(cacheFolder(settings), { recursive: true, mode: 0o700 });
        written = true;
        const body = JSON.stringify({ key, value });
        await writeFileAtomic(entryPath(settings, key), `${digest(body)}\n${body}`, { mode: 0o600, fsync: false });
      } catch (error) {
        if (!isSystemError(error)) throw error;
        isUsable = false; // a full or read-only disk: the next entry would fail as well
      }
    },
    close() {
      if (written) trimCache(settings);
    },
  };
}

/** The first line is the digest of the rest: half-written, mixed-up or edited entries count as none. */
function readEntry<T>(text: string, key: string): T | null {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== digest(body)) return null;
  const entry = JSON.parse(body) as { readonly key: string; readonly value?: T };
  return entry.key === key ? (entry.value ?? null) : null;
}

export function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
