import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';

export type CacheSettings = {
  /** instead of the system's cache folder */
  readonly folder?: string;
  readonly mostBytes?: number;
};

/** About six thousand stems. */
const MOST_BYTES = 64 << 20;
const SUFFIX = '.json';

export function cacheFolder({ folder }: CacheSettings): string {
  return folder ?? join(envPaths('stemcheck', { suffix: '' }).cache, 'measurements');
}

export function entryPath(settings: CacheSettings, key: string): string {
  return join(cacheFolder(settings), `${key}${SUFFIX}`);
}

/** How many entries there are, and their bytes. */
export function keptMeasurements(settings: CacheSettings = {}): { entries: number; bytes: number } {
  const entries = entriesOf(settings);
  return { entries: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Removes all entries, and returns how many there were and their bytes. */
export function clearCache(settings: CacheSettings = {}): { entries: number; bytes: number } {
  const entries = entriesOf(settings);
  for (const { path } of entries) rmSync(path, { force: true });
  return { entries: entries.length, bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** Removes the entries that were written longest ago until the rest keeps within the limit. */
export function trimCache(settings: CacheSettings): void {
  const entries = entriesOf(settings).sort((a, b) => b.writtenAt - a.writtenAt);
  let bytes = 0;
  for (const entry of entries) {
    bytes += entry.bytes;
    if (bytes > (settings.mostBytes ?? MOST_BYTES)) rmSync(entry.path, { force: true });
  }
}

/** Only files that look like ours: a folder that a user names may hold others. */
function entriesOf(settings: CacheSettings): { path: string; bytes: number; writtenAt: number }[] {
  const folder = cacheFolder(settings);
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return []; // no cache yet, or one that may not be read: there is nothing to remove
  }
  return names
    .filter((name) => /^[0-9a-f]{40}\.json$/.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ path, bytes: stat.size, writtenAt: stat.mtimeMs }];
    });
}
