import { fileName } from '../model/units.js';
import {
  ARCHIVE_NAMES,
  AUDIO_EXTENSIONS,
  DOCUMENT_NAMES,
  IMAGE_EXTENSIONS,
  JUNK_EXTENSIONS,
  JUNK_FILES,
  JUNK_FOLDERS,
  PLACEHOLDERS,
  SESSION_PROGRAMS,
  TEXT_EXTENSIONS,
  UNFINISHED,
} from './headers/form-names.js';
import { foreignName, type Magic, magicOf } from './headers/magic.js';
import { ascii } from './headers/text.js';

/** What a file is, by its bytes first and its name second. */
export type Form = {
  readonly is:
    | 'audio'
    | 'text'
    | 'session'
    | 'midi'
    | 'archive'
    | 'image'
    | 'document'
    | 'junk'
    | 'placeholder'
    | 'unfinished'
    | 'empty'
    | 'other';
  /** for people: "a ZIP archive" */
  readonly name: string;
  /** the program that writes such sessions */
  readonly program?: string;
};

const LFS_POINTER = 'version https://git-lfs.github.com/spec/';
const ICLOUD_NAME = /^\.[^/]+\.icloud$/i;

/**
 * What a name alone says: junk, placeholders of cloud drives and unfinished transfers. Such files are never opened,
 * since opening a placeholder would fetch it.
 *
 * @param relativePath with '/' between its parts
 * @returns null for every other name
 */
export function formOfName(relativePath: string): Form | null {
  const parts = relativePath.split('/');
  const name = (parts.pop() ?? '').toLowerCase();
  // Next to a placeholder of iCloud lies nothing: ".Bass.wav.icloud" is the file itself, not here.
  if (ICLOUD_NAME.test(name)) return { is: 'placeholder', name: 'a placeholder of iCloud' };
  if (parts.some((folder) => JUNK_FOLDERS.has(folder.toLowerCase())))
    return { is: 'junk', name: 'a leftover of the system' };
  if (name.startsWith('._')) return { is: 'junk', name: 'an AppleDouble side file of macOS' };
  const junk = own(JUNK_FILES, name) ?? own(JUNK_EXTENSIONS, extensionOf(name));
  if (junk !== undefined) return { is: 'junk', name: junk };
  if (name.startsWith('.~lock.') || name.startsWith('~$') || name.endsWith('~'))
    return { is: 'junk', name: "an editor's lock or temporary file" };
  if (name.startsWith('.syncthing.') || name.startsWith('~syncthing~'))
    return { is: 'unfinished', name: 'an unfinished transfer of Syncthing' };
  const placeholder = own(PLACEHOLDERS, extensionOf(name));
  if (placeholder) return { is: 'placeholder', name: placeholder };
  const unfinished = own(UNFINISHED, extensionOf(name));
  return unfinished ? { is: 'unfinished', name: unfinished } : null;
}

/** The extension in lower case, without its dot; '' where there is none. */
function extensionOf(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** True where the name promises sound. */
export function isAudioName(path: string): boolean {
  return AUDIO_EXTENSIONS.has(extensionOf(path));
}

export type Sniffed = { readonly form: Form; readonly magic: Magic | null };

/**
 * Recognises a file by its first bytes, then by its name.
 *
 * @param head the first 4 KiB or what there is of them
 * @param size of the whole file in bytes
 * @returns a file with the name of a sound file that holds none is "other", named for what it looks like: nobody
 *          wants its text taken for notes
 */
export function sniff(head: DataView, size: number, relativePath: string): Sniffed {
  const extension = extensionOf(relativePath);
  if (size === 0) return { form: { is: 'empty', name: 'empty' }, magic: null };
  const magic = magicOf(head, AUDIO_EXTENSIONS.has(extension));
  if (magic) {
    const name = magic === 'foreign' ? foreignName(head).name : AUDIO_NAMES[magic];
    return { form: { is: 'audio', name }, magic };
  }
  const seen = formOfBytes(head, extension);
  if (AUDIO_EXTENSIONS.has(extension)) return { form: { is: 'other', name: seen.name }, magic: null };
  return { form: seen, magic: null };
}

const AUDIO_NAMES: Readonly<Record<Exclude<Magic, 'foreign'>, string>> = {
  riff: 'a WAV file',
  w64: 'a Wave64 file',
  aiff: 'an AIFF file',
  caf: 'a CAF file',
  flac: 'a FLAC file',
  mp3: 'an MP3 file',
  mp4: 'an MP4 file',
  ogg: 'an Ogg file',
  wavpack: 'a WavPack file',
  dsf: 'a DSF file',
  au: 'an AU file',
  tagged: 'an MP3 file',
};

function formOfBytes(head: DataView, extension: string): Form {
  const program = own(SESSION_PROGRAMS, extension);
  if (program) return { is: 'session', name: `a session of ${program}`, program };
  const known = formOfMagic(head, extension);
  if (known) return known;
  if (isAll(head, 0)) return { is: 'other', name: 'zeros only' };
  if (isText(head)) return textForm(head, extension);
  if (IMAGE_EXTENSIONS.has(extension)) return { is: 'image', name: 'a picture' };
  const document = own(DOCUMENT_NAMES, extension);
  if (document) return { is: 'document', name: document };
  const archive = own(ARCHIVE_NAMES, extension);
  if (archive) return { is: 'archive', name: archive };
  return { is: 'other', name: 'data of an unknown kind' };
}

function textForm(head: DataView, extension: string): Form {
  const start = ascii(head, 0, Math.min(64, head.byteLength));
  if (start.startsWith(LFS_POINTER)) return { is: 'placeholder', name: 'a Git LFS pointer, not the file itself' };
  if (start.startsWith('{\\rtf')) return { is: 'document', name: 'an RTF document' };
  if (start.startsWith('<REAPER_PROJECT')) return { is: 'session', name: 'a session of Reaper', program: 'Reaper' };
  const lower = start.trimStart().toLowerCase();
  if (lower.startsWith('<svg')) return { is: 'image', name: 'a picture' };
  if (lower.startsWith('<!doctype html') || lower.startsWith('<html'))
    return { is: TEXT_EXTENSIONS.has(extension) ? 'text' : 'other', name: 'a web page' };
  return { is: 'text', name: 'text' };
}

type Signature = readonly [bytes: string, is: Form['is'], name: string, at?: number];
const SIGNATURES: readonly Signature[] = [
  ['MThd', 'midi', 'a MIDI file'],
  ['%PDF', 'document', 'a PDF document'],
  ['Rar!\x1a\x07', 'archive', 'a RAR archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive', 'a 7z archive'],
  ['\x1f\x8b', 'archive', 'a gzip archive'],
  ['BZh', 'archive', 'a bzip2 archive'],
  ['\xfd7zXZ\0', 'archive', 'an XZ archive'],
  ['\x28\xb5\x2f\xfd', 'archive', 'a Zstandard archive'],
  ['ustar', 'archive', 'a TAR archive', 257],
  ['\x89PNG', 'image', 'a PNG picture'],
  ['\xff\xd8\xff', 'image', 'a JPEG picture'],
  ['GIF8', 'image', 'a GIF picture'],
  ['WEBP', 'image', 'a WebP picture', 8],
  ['II*\0', 'image', 'a TIFF picture'],
  ['MM\0*', 'image', 'a TIFF picture'],
  ['8BPS', 'image', 'a Photoshop picture'],
  ['ftyphei', 'image', 'a HEIC picture', 4],
  ['ftypavi', 'image', 'an AVIF picture', 4],
  ['ftypmif', 'image', 'a HEIC picture', 4],
  ['\0\x05\x16\x07', 'junk', 'an AppleDouble side file of macOS'],
  ['\0\x05\x16\0', 'junk', 'an AppleSingle file of macOS'],
  ['\xd0\xcf\x11\xe0', 'document', 'an old Office document'],
  ['SQLite format 3\0', 'other', 'a database'],
  ['\x1aE\xdf\xa3', 'other', 'a Matroska or WebM video'],
  ['AVI ', 'other', 'an AVI video', 8],
  ['MZ', 'other', 'a Windows program'],
  ['\x7fELF', 'other', 'a program'],
  ['bplist00', 'other', 'a property list of macOS'],
  ['XFIR', 'other', 'a file of Director'],
];

function formOfMagic(head: DataView, extension: string): Form | null {
  if (ascii(head, 0, 4) === 'PK\x03\x04' || ascii(head, 0, 4) === 'PK\x05\x06') {
    const document = own(DOCUMENT_NAMES, extension);
    return document ? { is: 'document', name: document } : { is: 'archive', name: 'a ZIP archive' };
  }
  const found = SIGNATURES.find(([bytes, , , at = 0]) => ascii(head, at, bytes.length) === bytes);
  if (!found) return null;
  // One or two letters at the start are too little to call text a program or an archive.
  if (found[0].length < 4 && isText(head)) return null;
  const document = found[1] === 'document' ? own(DOCUMENT_NAMES, extension) : undefined;
  return { is: found[1], name: document ?? found[2] };
}

/** Text has no NUL and hardly a control character; UTF-16 is known by its byte order mark. */
function isText(head: DataView): boolean {
  const mark = head.byteLength >= 2 ? head.getUint16(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff) return true;
  let odd = 0;
  for (let at = 0; at < head.byteLength; at++) {
    const byte = head.getUint8(at);
    if (byte === 0) return false;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) odd++;
  }
  return head.byteLength >= 2 && odd * 50 <= head.byteLength && mostlyWords(head);
}

/** Windows text in any script has letters, spaces and signs of ASCII among its upper bytes; packed data does not. */
function mostlyWords(head: DataView): boolean {
  let plain = 0;
  let valid = 0;
  for (let at = 0; at < head.byteLength; at++) {
    const byte = head.getUint8(at);
    if (byte < 0x80) plain++;
    else if (byte >= 0xc2 && byte < 0xf5 && at + 1 < head.byteLength && (head.getUint8(at + 1) & 0xc0) === 0x80)
      valid += 2;
  }
  return plain + valid * 1.5 >= head.byteLength * 0.7;
}

function isAll(head: DataView, value: number): boolean {
  for (let at = 0; at < head.byteLength; at++) if (head.getUint8(at) !== value) return false;
  return head.byteLength > 0;
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
