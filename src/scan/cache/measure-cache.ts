import { createHash } from 'node:crypto';
import { type BigIntStats, mkdirSync, readFileSync, statSync } from 'node:fs';
import type { AudioHeader, Fault } from '../../model/delivery.js';
import type { Measurements } from '../../model/measurements.js';
import { type CacheSettings, cacheFolder, entryPath, trimCache } from './cache-folder.js';

/** What is kept of one file between runs. */
type Kept = { readonly measured: Measurements; readonly faults: readonly Fault[] };

export type MeasureCache = {
  /** names this file in this state; null where it cannot be told, which is never looked up or kept */
  readonly keyOf: (absolutePath: string, header: AudioHeader) => string | null;
  readonly lookUp: (key: string) => Kept | null;
  readonly keep: (key: string, kept: Kept) => Promise<void>;
  /** to be called once when all is kept */
  readonly close: () => void;
};

/** A change within one tick of the file system's clock could leave the times as they were. */
const SETTLED_AFTER_MS = 100;

/**
 * Measurements kept between runs. A key is made of the device, inode, size and both times of a file in nanoseconds, of
 * what its header said, and of the meters' version. The time of the last status change cannot be set back, so a byte
 * that was changed in place is seen. An entry that is damaged, or a folder that cannot be written, only costs time.
 */
export function measureCache(settings: CacheSettings, metersVersion: string): MeasureCache {
  let written = false;
  let isUsable = true;
  return {
    keyOf(absolutePath, header) {
      const stat = stateOf(absolutePath);
      if (stat === null || Date.now() - Number(stat.ctimeMs) < SETTLED_AFTER_MS) return null;
      const { dev, ino, size, mtimeNs, ctimeNs } = stat;
      const state = [dev, ino, size, mtimeNs, ctimeNs].map(String);
      return digest(JSON.stringify([metersVersion, ...state, header]));
    },
    lookUp(key) {
      try {
        return readEntry(readFileSync(entryPath(settings, key), 'utf8'), key);
      } catch (error) {
        if (isSystemError(error)) return null;
        throw error;
      }
    },
    async keep(key, kept) {
      if (!isUsable) return;
      const { default: writeFileAtomic } = await import('write-file-atomic');
      try {
        if (!written) mkdirSync(cacheFolder(settings), { recursive: true, mode: 0o700 });
        written = true;
        const body = JSON.stringify({ key, ...kept });
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
function readEntry(text: string, key: string): Kept | null {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== digest(body)) return null;
  const entry = JSON.parse(body) as Kept & { readonly key: string };
  return entry.key === key ? { measured: entry.measured, faults: entry.faults } : null;
}

function stateOf(absolutePath: string): BigIntStats | null {
  try {
    return statSync(absolutePath, { bigint: true });
  } catch (error) {
    if (isSystemError(error)) return null; // gone or closed to us: measuring will say so
    throw error;
  }
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
