import { fileName } from '../model/units.js';
import { labelName } from './names/index.js';
import { byCodePoints } from './path-order.js';
import { formOfName, isAudioName } from './sniff.js';
import { type Listing, walk } from './walk.js';

const HANDOFF = /(?:^|\/)handoff\.(?:ya?ml|json)$/i;
// Folders that sort one delivery: by set, layout or kind of file.
const LAYOUT =
  /^(?:\d{1,2}[ _.-]*)?(?:(?:all |final |mix |audio |wav )?stems?|multi ?tracks?|tracks?|audio(?: ?files?)?|wavs?|dry|wet|fx|prints?|printed|rough(?:s| ?mix(?:es)?)?|bounces?|mixdowns?|refs?|references?|midi|notes|docs|session(?: files)?|samples|unused|old|alts?|takes|spuren|pistes|pistas|tracce)$/i;

export type FoundDeliveries = {
  /** relative to the drive; '.' is the drive itself */
  readonly folders: readonly string[];
  readonly unread: Listing['unread'];
};

/**
 * Finds the deliveries under a project drive: a folder with a handoff file; else the lowest folder whose sub-folders
 * are only named by role, set or layout. A folder inside a delivery belongs to it.
 *
 * @param drive a folder of deliveries
 * @returns their folders in path order; none where there is no audio and no handoff file
 * @throws FolderUnreadableError where the drive itself cannot be listed
 */
export function findDeliveries(drive: string): FoundDeliveries {
  const { files, unread } = walk(drive);
  const withHandoff = new Set(files.filter((path) => HANDOFF.test(path)).map(folderOf));
  const holding = new Set(files.filter((path) => isAudioName(path) && formOfName(path)?.is !== 'junk').map(folderOf));
  const roots = new Set(withHandoff);
  const collections = collectionsOf(holding);
  for (const folder of holding) {
    roots.add(ancestors(folder).find((above) => withHandoff.has(above)) ?? withoutLayout(folder, collections));
  }
  // Audio that lies right in a folder makes what is below it part of the same delivery; a stray file on top of a
  // drive must not swallow the drive.
  const isDelivery = (above: string) =>
    above !== '.' && roots.has(above) && (holding.has(above) || withHandoff.has(above));
  const folders = [...roots].filter((root) => withHandoff.has(root) || !ancestors(root).slice(1).some(isDelivery));
  return { folders: folders.sort(byCodePoints), unread };
}

/** Folders in which two or more sub-folders are named by neither role, set nor layout: songs lie side by side there. */
function collectionsOf(holding: ReadonlySet<string>): ReadonlySet<string> {
  const named = new Map<string, Set<string>>();
  for (const folder of holding) {
    for (const at of ancestors(folder)) {
      if (at === '.' || sortsADelivery(fileName(at))) continue;
      const above = folderOf(at);
      named.set(above, (named.get(above) ?? new Set()).add(at));
    }
  }
  return new Set([...named].filter(([, inside]) => inside.size > 1).map(([folder]) => folder));
}

function withoutLayout(folder: string, collections: ReadonlySet<string>): string {
  const above = folderOf(folder);
  if (folder === '.' || collections.has(above) || !sortsADelivery(fileName(folder))) return folder;
  return withoutLayout(above, collections);
}

/** Whether a folder's name sorts the files of one delivery: by role, set, layout or kind of file. */
export function sortsADelivery(name: string): boolean {
  return LAYOUT.test(name) || labelName(`${name}.wav`).role !== null;
}

/** The folder itself, then each one above it, up to '.'. */
function ancestors(folder: string): string[] {
  const found = [folder];
  for (let at = folder; at !== '.'; at = folderOf(at)) found.push(folderOf(at));
  return found;
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}
