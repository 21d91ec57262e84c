import type { DeliveredFile } from '../model/delivery.js';
import { grouped } from '../model/grouped.js';
import { fileName } from '../model/units.js';
import { sortsADelivery } from './find-deliveries.js';

type Placed = Pick<DeliveredFile, 'path' | 'kind'>;

const LEAST_STEMS = 2;
const SOUNDING: readonly string[] = ['stem', 'rough-mix', 'alternate-mix'];

/**
 * The folders of several songs that lie side by side in what was given as one delivery.
 *
 * @param files with their kinds
 * @returns the songs' folders in path order; none where sound lies right in the given folder, where sub-folders are
 *          named by role, set or layout, or where nothing but their names sets them apart: two of them must hold a rough
 *          mix or a handoff file of their own, or, where no words lie above them, all the same parts
 */
export function songFolders(files: readonly Placed[]): string[] {
  const [atTop, inside] = [
    files.filter(({ path }) => !path.includes('/')),
    files.filter(({ path }) => path.includes('/')),
  ];
  if (atTop.some(({ kind }) => SOUNDING.includes(kind))) return [];
  const saysOneSong = atTop.some(({ kind }) => kind === 'brief' || kind === 'notes');
  const songs = [...grouped(inside, ({ path }) => path.slice(0, path.indexOf('/')))].filter(
    ([folder, own]) => !sortsADelivery(folder) && stemsOf(own).length >= LEAST_STEMS,
  );
  if (songs.length < 2) return [];
  const whole = songs.filter(([, own]) => own.some(({ kind }) => kind === 'rough-mix' || kind === 'brief'));
  const areSongs = whole.length >= 2 || (!saysOneSong && holdTheSameParts(songs.map(([, own]) => own)));
  return areSongs ? songs.map(([folder]) => folder) : [];
}

/** Drums, bass and voice in each of them: one song has every part once. */
function holdTheSameParts(folders: readonly (readonly Placed[])[]): boolean {
  const [first = new Set<string>(), ...rest] = folders.map((own) => new Set(stemsOf(own).map(partName)));
  return rest.every((parts) => {
    const shared = [...parts].filter((part) => first.has(part)).length;
    return shared >= LEAST_STEMS && shared * 2 >= Math.min(parts.size, first.size);
  });
}

function stemsOf(files: readonly Placed[]): readonly Placed[] {
  return files.filter(({ kind }) => kind === 'stem');
}

function partName({ path }: Placed): string {
  const name = fileName(path).normalize('NFC').toLowerCase();
  return name.replace(/\.[a-z0-9]{1,4}$/, '').replace(/^\d{1,3}[ _.-]{1,3}/, '');
}
