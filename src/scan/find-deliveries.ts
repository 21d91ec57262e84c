import { labelName } from './names/index.js';
import { isAudioName } from './sniff.js';
import { byCodePoints, type Listing, walk } from './walk.js';

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
  const roots = new Set(withHandoff);
  const direct = new Set<string>();
  for (const path of files) {
    if (!isAudioName(path)) continue;
    const folder = folderOf(path);
    direct.add(folder);
    roots.add(ancestors(folder).find((above) => withHandoff.has(above)) ?? withoutLayout(folder));
  }
  // Audio that lies right in a folder makes what is below it part of the same delivery; a stray file on top of a
  // drive must not swallow the drive.
  const folders = [...roots].filter(
    (root) =>
      withHandoff.has(root) ||
      !ancestors(root)
        .slice(1)
        .some((above) => above !== '.' && roots.has(above) && (direct.has(above) || withHandoff.has(above))),
  );
  return { folders: folders.sort(byCodePoints), unread };
}

function withoutLayout(folder: string): string {
  const [own = '.', ...above] = ancestors(folder);
  if (own === '.' || !sortsADelivery(own.slice(own.lastIndexOf('/') + 1))) return own;
  return withoutLayout(above[0] ?? '.');
}

function sortsADelivery(name: string): boolean {
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
