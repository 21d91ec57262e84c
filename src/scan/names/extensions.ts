import type { Kind } from '../../model/delivery.js';
import { fold } from './fold.js';

const EXTENSIONS: Readonly<Record<string, string>> = {
  stem: 'wav wave bwf rf64 w64 rifx aif aiff aifc caf flac mp3 m4a mp4 aac ogg oga opus wv ape dsf dff sd2 wma alac mka amr au snd',
  notes: 'txt md markdown rtf rtfd doc docx odt pages pdf html htm eml msg url webloc',
  session:
    'ptx ptf pts als alp flp logicx logic cpr npr rpp song band aup aup3 reason bwproject dawproject aaf omf sesx ardour mmp mmpz ntrk dp ptxt cwp xrns',
  midi: 'mid midi smf kar',
  image: 'jpg jpeg png gif heic heif webp tif tiff bmp svg',
  archive: 'zip rar 7z tar gz tgz bz2 xz zipx sit',
  manifest: 'md5 sha1 sha256 sha512 sfv mhl',
  junk: 'asd reapeaks pkf ovw peak sfk sfap0 pek tmp ds_store lnk bak reapindex gpk',
};
const BY_EXTENSION: ReadonlyMap<string, Kind> = new Map(
  Object.entries(EXTENSIONS).flatMap(([kind, list]) => list.split(' ').map((extension) => [extension, kind as Kind])),
);
const JUNK_NAMES = new Set([
  '.ds_store',
  'thumbs.db',
  'desktop.ini',
  '.localized',
  'icon\r',
  '.directory',
  '.spotlight-v100',
]);
const JUNK_FOLDERS = new Set(['__macosx', '.fseventsd', '.trashes', '@eadir', '.spotlight-v100']);
const MANIFEST_NAME =
  /^(?:(?:tag)?manifest-)?(?:md5|sha\d{0,3})(?:sums?)?(?:\.txt)?$|^(?:checksums?|(?:tag)?manifest-[a-z0-9]{1,10})(?:\.txt)?$/;

const LONGEST_EXTENSION = 12; // ".dawproject", with its dot
const MOST_CHARACTERS = 512;

/**
 * The name without what follows its last dot, cut at 512 characters: a file system holds 255 bytes, and what is
 * longer is no name.
 */
export function baseOf(name: string): string {
  const dot = name.lastIndexOf('.');
  const end = dot > 0 && name.length - dot <= LONGEST_EXTENSION ? dot : name.length;
  return name.slice(0, Math.min(end, MOST_CHARACTERS));
}

/**
 * The kind that a file's place and extension suggest; the words of the name may know better where it is audio.
 *
 * @param folders the names of the folders around the file, outermost first
 * @returns 'stem' for audio; null where the extension says nothing
 */
export function kindByExtension(folders: readonly string[], name: string): Kind | null {
  const lower = fold(name);
  if (JUNK_NAMES.has(lower) || lower.startsWith('._') || folders.some((folder) => JUNK_FOLDERS.has(fold(folder))))
    return 'junk';
  if (/^handoff\.(?:ya?ml|json)$/.test(lower)) return 'brief';
  if (MANIFEST_NAME.test(lower)) return 'manifest';
  if (lower === 'readme' || lower === 'notes' || lower === 'license') return 'notes';
  // Windows drops dots and spaces at the end of a name ("Bass.wav."): what stands before them is what was meant.
  const whole = lower.replace(/[. ]{1,8}$/, '');
  const dot = whole.lastIndexOf('.');
  if (dot <= 0) return null;
  const extension = whole.slice(dot + 1);
  // A project's backup ("Song.rpp-bak") is a copy of a session and no session to open.
  return BY_EXTENSION.get(extension) ?? (extension.endsWith('-bak') ? null : 'other');
}
