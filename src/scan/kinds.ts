import type { Brief } from '../model/brief.js';
import { isNone } from '../model/brief.js';
import type { AudioHeader, Kind } from '../model/delivery.js';
import type { Label } from '../model/label.js';
import { bundleOf, sessionBundleOf } from '../model/session-bundle.js';
import { fileName, formatSeconds } from '../model/units.js';
import { labelName } from './names/index.js';
import type { Form } from './sniff.js';

/** What is known about a file before anybody says what it is for. */
export type Candidate = {
  readonly path: string;
  readonly form: Form;
  readonly label: Label;
  readonly header?: AudioHeader;
};
export type AssignedKind = { readonly kind: Kind; readonly because: string };

const AUDIO_EXTENSION =
  /\.(?:wav|wave|bwf|rf64|w64|aiff?|aifc|caf|flac|mp[123]|m4a|m4b|aac|ogg|oga|opus|wv|dsf|dff|ape|wma|au|snd)$/i;
const REFERENCE_FOLDER =
  /^(?:\d+[ _.-]*)?(?:refs?|references?|reference (?:tracks?|mixes|songs?)|referenzen?|references? audio|referencias?|riferimenti)$/i;
const ROUGH_FOLDER =
  /^(?:\d+[ _.-]*)?(?:rough(?:s| ?mix(?:es)?)?|bounces?|mixdowns?|demo ?mix(?:es)?|roughmix(?:es)?)$/i;
const STEM_FOLDER =
  /^(?:\d+[ _.-]*)?(?:stems?|multi ?tracks?|tracks?|audio ?files?|audio|wavs?|consolidated|dry|wet|spuren|pistes|pistas|tracce)$/i;
// A printed fade or a tail makes an honest rough mix a little longer than the stems; one 4/4 bar at 60 BPM.
const LENGTH_TOLERANCE_SECONDS = 4;

/**
 * Says what each file of a delivery is for, once, and because of what.
 *
 * @param candidates every listed file
 * @param brief the words beside the stems: a file that they name is what they say it is
 * @param songNames titles by which the song may be called: from the words, the names' common prefix, the folder
 * @returns one entry a candidate, by path
 */
export function assignKinds(
  candidates: readonly Candidate[],
  brief: Brief,
  songNames: readonly string[],
): Map<string, AssignedKind> {
  const named = filesNamed(brief);
  const kinds = new Map<string, AssignedKind>();
  for (const candidate of candidates) kinds.set(candidate.path, ownKind(candidate, named, songNames));
  for (const [bundle, path] of sessionsInBundles(candidates))
    kinds.set(path, { kind: 'session', because: `it stands for "${fileName(bundle)}"` });
  const found = roughMixByLength(candidates, kinds);
  if (found !== null) kinds.set(found.path, { kind: 'rough-mix', because: found.because });
  return kinds;
}

/** A session that is a folder counts once: the file that holds it, else the first one in it. */
function sessionsInBundles(candidates: readonly Candidate[]): Map<string, string> {
  const sessions = new Map<string, string>();
  for (const { path, form } of candidates) {
    const bundle = sessionBundleOf(path);
    if (bundle === null || form.is === 'junk' || form.is === 'audio') continue;
    const isDocument = /^projectdata$/i.test(fileName(path)) || form.is === 'session';
    if (!sessions.has(bundle) || (isDocument && !/\/projectdata$/i.test(sessions.get(bundle) ?? '')))
      sessions.set(bundle, path);
  }
  return sessions;
}

type FilesNamed = {
  readonly roughMixes: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
};

function filesNamed(brief: Brief): FilesNamed {
  const texts = (values: readonly unknown[]) =>
    new Set(values.filter((value): value is string => typeof value === 'string').map(nameKey));
  return {
    roughMixes: texts(brief.roughMix.map(({ value }) => value)),
    references: texts(brief.references.map(({ value }) => (isNone(value) ? undefined : value.file))),
    stems: texts([
      ...brief.effects.flatMap(({ value }) => value.files),
      ...brief.dryVocals.flatMap(({ value }) => (isNone(value) ? [] : value)),
    ]),
  };
}

function ownKind(
  { path, form, label, header }: Candidate,
  named: FilesNamed,
  songNames: readonly string[],
): AssignedKind {
  const folders = path.split('/').slice(0, -1);
  if (form.is === 'junk') return { kind: 'junk', because: `it is ${form.name}` };
  if (label.kind === 'junk') return { kind: 'junk', because: 'its name is that of a leftover' };
  if (form.is === 'placeholder' || form.is === 'unfinished') return { kind: 'other', because: `it is ${form.name}` };
  const bundle = bundleOf(path);
  if (bundle !== null) return { kind: 'other', because: `it lies inside "${fileName(bundle)}"` };
  if (form.is !== 'audio' && !AUDIO_EXTENSION.test(path)) return kindOfOtherForm(form, label);
  return kindOfAudio(path, folders, label, header, named, songNames);
}

function kindOfOtherForm(form: Form, label: Label): AssignedKind {
  if (label.kind === 'brief' || label.kind === 'manifest') return { kind: label.kind, because: 'its name says so' };
  const because = `it is ${form.name}`;
  switch (form.is) {
    case 'session':
    case 'midi':
    case 'archive':
    case 'image':
      return { kind: form.is, because };
    case 'text':
    case 'document':
      return { kind: 'notes', because };
    case 'empty':
      return { kind: label.kind === 'notes' ? 'notes' : 'other', because };
    default:
      return label.kind === 'session' || label.kind === 'notes'
        ? { kind: label.kind, because: 'its name says so' }
        : { kind: 'other', because };
  }
}

function kindOfAudio(
  path: string,
  folders: readonly string[],
  label: Label,
  header: AudioHeader | undefined,
  named: FilesNamed,
  songNames: readonly string[],
): AssignedKind {
  const keys = [nameKey(path), nameKey(fileName(path))];
  const isNamed = (names: ReadonlySet<string>) =>
    keys.some((key) => names.has(key) || names.has(withoutExtension(key)));
  if (isNamed(named.roughMixes))
    return { kind: 'rough-mix', because: 'the words beside the stems name it as the rough mix' };
  if (folders.some((folder) => REFERENCE_FOLDER.test(folder)))
    return { kind: 'reference', because: 'it lies in a folder of references' };
  if (isNamed(named.references))
    return { kind: 'reference', because: 'the words beside the stems name it as a reference' };
  if (isNamed(named.stems)) return { kind: 'stem', because: 'the words beside the stems name it as a part' };
  if (label.kind === 'rough-mix' || label.kind === 'alternate-mix')
    return { kind: label.kind, because: 'its name says so' };
  if (label.kind === 'reference') {
    // "MIX REF/Song_roughmix.wav": the folder has a word of references in it, the name itself says what it is.
    const ofNameAlone = labelName(fileName(path)).kind;
    return { kind: ofNameAlone === 'rough-mix' ? 'rough-mix' : 'reference', because: 'its name says so' };
  }
  if (folders.some((folder) => ROUGH_FOLDER.test(folder)) && label.role === null)
    return { kind: 'rough-mix', because: `it lies in "${folders.find((folder) => ROUGH_FOLDER.test(folder))}"` };
  const isStereo = header === undefined || header.channels === 2;
  if (isStereo && label.role === null && isSongTitle(path, songNames))
    return { kind: 'rough-mix', because: 'its name is the title of the song and no part' };
  return {
    kind: 'stem',
    because: folders.some((folder) => STEM_FOLDER.test(folder))
      ? `it lies in "${folders.find((folder) => STEM_FOLDER.test(folder))}"`
      : 'it is audio, and nothing says otherwise',
  };
}

/**
 * The one stereo file above the stems' folders that is as long as they are, where no rough mix is named; the folders may
 * lie in another one themselves.
 */
function roughMixByLength(
  candidates: readonly Candidate[],
  kinds: ReadonlyMap<string, AssignedKind>,
): { path: string; because: string } | null {
  const all = [...kinds.values()];
  if (all.some(({ kind }) => kind === 'rough-mix')) return null;
  const stems = candidates.filter(({ path, header }) => kinds.get(path)?.kind === 'stem' && header?.seconds != null);
  if (stems.length < 3) return null;
  const songSeconds = Math.max(...stems.map(({ header }) => header?.seconds ?? 0));
  const asLong = stems.filter(({ header }) => songSeconds - (header?.seconds ?? 0) <= LENGTH_TOLERANCE_SECONDS);
  const [highest, ...others] = asLong.sort((a, b) => depthOf(a.path) - depthOf(b.path));
  if (highest === undefined || others.length === 0 || highest.header?.channels !== 2 || highest.label.role !== null)
    return null;
  const above = highest.path.slice(0, highest.path.lastIndexOf('/') + 1);
  const isAlone = others.every(({ path }) => path.startsWith(above) && path.slice(above.length).includes('/'));
  return isAlone
    ? {
        path: highest.path,
        because: `it is the one stereo file outside the stems, and as long as they are (${formatSeconds(highest.header.seconds ?? 0)})`,
      }
    : null;
}

function depthOf(path: string): number {
  return path.split('/').length;
}

function isSongTitle(path: string, songNames: readonly string[]): boolean {
  const words = lettersOnly(withoutExtension(fileName(path)));
  return words.length > 2 && songNames.some((name) => lettersOnly(name) === words);
}

function lettersOnly(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function nameKey(path: string): string {
  return path.normalize('NFC').toLowerCase().replaceAll('\\', '/');
}

function withoutExtension(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/i, '');
}
