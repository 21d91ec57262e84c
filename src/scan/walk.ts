import fs from 'node:fs';
import path from 'node:path';
import fastGlob from 'fast-glob';
import type { Coverage, Unread } from '../model/delivery.js';
import { byCodePoints } from './path-order.js';

export type Listing = {
  /** every regular file, relative to the root with '/', sorted by the code points of NFC */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly specials: Coverage['specials'];
  /** folders and names that could not be read */
  readonly unread: readonly Unread[];
};

/** The folder itself could not be listed: nothing can be said about the delivery. */
export class FolderUnreadableError extends Error {
  override readonly name = 'FolderUnreadableError';
  constructor(
    readonly folder: string,
    readonly code: string,
  ) {
    super(`${folder}: ${code}`);
  }
}

/**
 * Lists what lies in a folder. Links are named and not followed; a sub-folder without permission is noted and does
 * not end the walk.
 *
 * @param root the delivered folder; it is the walk's cwd and never part of a pattern, since names with [, ( and ! are normal
 * @throws FolderUnreadableError where the root itself cannot be read
 */
export function walk(root: string): Listing {
  const unread: Unread[] = [];
  const readdirSync = (folder: string) => {
    const inside = path.relative(root, folder).replaceAll(path.sep, '/');
    try {
      return withoutUndecodable(folder, inside, unread);
    } catch (error) {
      const code = errorCode(error);
      if (inside === '') throw new FolderUnreadableError(root, code);
      unread.push({
        path: inside,
        because: code === 'EACCES' || code === 'EPERM' ? 'no-permission' : 'disk-error',
        message: `The folder "${inside}" could not be opened (${code}), so nothing in it was looked at.`,
      });
      return [];
    }
  };
  // objectMode gives the kind of each entry from the directory itself; no stat is spent on a file that is opened anyway.
  const entries = fastGlob.sync('**/*', {
    cwd: root,
    dot: true,
    followSymbolicLinks: false,
    onlyFiles: false,
    unique: true,
    suppressErrors: false,
    caseSensitiveMatch: true,
    objectMode: true,
    fs: { readdirSync: readdirSync as unknown as typeof fs.readdirSync },
  });
  const files: string[] = [];
  const folders: string[] = [];
  const specials: { path: string; is: 'link' | 'fifo' | 'socket' | 'device' }[] = [];
  for (const { path: name, dirent } of entries) {
    if (dirent.isFile()) files.push(name);
    else if (dirent.isDirectory()) folders.push(name);
    else specials.push({ path: name, is: specialKind(dirent as fs.Dirent) });
  }
  return {
    files: sorted(files),
    folders: sorted(folders),
    specials: specials.sort((a, b) => byCodePoints(a.path, b.path)),
    unread,
  };
}

function specialKind(entry: fs.Dirent): 'link' | 'fifo' | 'socket' | 'device' {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFIFO()) return 'fifo';
  return entry.isSocket() ? 'socket' : 'device';
}

/** Node decodes names as UTF-8 and puts U+FFFD where they are not; such a name opens nothing and is listed apart. */
function withoutUndecodable(folder: string, inside: string, unread: Unread[]): fs.Dirent[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  if (!entries.some((entry) => entry.name.includes('\uFFFD'))) return entries;
  const honest = new Set(
    fs
      .readdirSync(folder, { encoding: 'buffer' })
      .filter((name) => Buffer.from(name.toString('utf8'), 'utf8').equals(name))
      .map((name) => name.toString('utf8')),
  );
  return entries.filter((entry) => {
    if (honest.has(entry.name)) return true;
    const shown = inside === '' ? entry.name : `${inside}/${entry.name}`;
    unread.push({
      path: shown,
      because: 'name-not-utf8',
      message: `The name "${shown}" is not UTF-8, so the file could not be opened by it.`,
    });
    return false;
  });
}

function sorted(paths: string[]): string[] {
  return paths.sort(byCodePoints);
}

export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
