import { createReadStream, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ArchiveFacts, Fault } from '../model/delivery.js';
import { factsOfZip } from './archives/archive-facts.js';
import type { Pieces } from './archives/digest.js';
import { packedPieces, type ZipFolder, zipFolder } from './source/zip-source.js';
import { errorCode, FolderUnreadableError, type Listing, walk } from './walk.js';

/** Where a delivery lies: in a folder, or in a ZIP that is read as one. Its files have paths below `root` in both. */
export type Place = {
  readonly root: string;
  /** what the folder is called, by which the song may be called, too */
  readonly name: string;
  readonly listing: Listing;
  /** the ZIP itself; null for a folder */
  readonly zip: ZipFolder | Fault | null;
  readonly sizeOf: (path: string) => number;
  readonly piecesOf: (path: string) => Pieces;
};

/**
 * Lists a delivery.
 *
 * @param root absolute path of a folder or of a ZIP
 * @throws FolderUnreadableError where it cannot be opened
 */
export async function openPlace(root: string): Promise<Place> {
  if (statSync(root, { throwIfNoEntry: false })?.isFile() !== true) {
    return {
      root,
      name: basename(root),
      listing: walk(root),
      zip: null,
      sizeOf: (path) => statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0,
      piecesOf: (path) => createReadStream(join(root, path), { highWaterMark: 1 << 20 }),
    };
  }
  const zip = await openedZip(root);
  const isRead = !('message' in zip);
  return {
    root,
    name: (isRead ? zip.top : null) ?? basename(root).replace(/\.zip$/i, ''),
    listing: isRead ? zip.listing : { files: [], folders: [], specials: [], unread: [] },
    zip,
    sizeOf: (path) => (isRead ? (zip.files.get(path)?.bytes ?? 0) : 0),
    piecesOf: (path) => packedPieces(join(root, path)) ?? nothing(),
  };
}

/** The ZIP among the archives of a delivery that lies in one. */
export function zipItself({ root, zip }: Place, damaged: readonly Fault[]): ArchiveFacts[] {
  return zip === null ? [] : [factsOfZip(basename(root), zip, damaged)];
}

async function openedZip(root: string): Promise<ZipFolder | Fault> {
  try {
    return await zipFolder(root);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new FolderUnreadableError(root, errorCode(error));
    throw error;
  }
}

async function* nothing(): Pieces {}
