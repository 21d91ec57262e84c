import { formatCount } from '../../model/units.js';
import { type Form, isAudioName, sniff } from '../sniff.js';
import { readAiff } from './aiff/aiff.js';
import { readAu } from './au.js';
import { readCaf } from './caf.js';
import { readDsf } from './dsf.js';
import { type Faults, note } from './faults.js';
import { readFlac } from './flac/flac.js';
import { type HeaderFacts, someTags, withTempoAndKey } from './header.js';
import { readId3 } from './id3.js';
import { foreignName, type Magic, magicOf } from './magic.js';
import { readMp4 } from './mp4/mp4.js';
import { findFirstFrame, readMp3 } from './mpeg/mp3.js';
import { readOgg } from './ogg/ogg.js';
import { type Bytes, bytesOf, HEAD_BYTES, part, type Reading } from './reading.js';
import { readW64 } from './riff/w64.js';
import { readWav } from './riff/wav.js';
import { readWavPack } from './wavpack.js';

export type FileHeader = HeaderFacts & { readonly form: Form; readonly magic: Magic | null };

type Reader = (file: Bytes, base: number, faults: Faults) => Reading<HeaderFacts>;
/** One line a container. */
const READERS: Readonly<Record<Exclude<Magic, 'tagged' | 'foreign'>, Reader>> = {
  riff: readWav,
  w64: readW64,
  aiff: readAiff,
  caf: readCaf,
  flac: readFlac,
  mp3: readMp3,
  mp4: readMp4,
  ogg: readOgg,
  wavpack: readWavPack,
  dsf: readDsf,
  au: readAu,
};
const MOST_TAGS = 16;

/**
 * Reads whatever a file's first bytes say that it is.
 *
 * @param size of the file in bytes
 * @param head its first bytes, 4 KiB or all of them
 * @returns its form, and for sound its header, or the faults that say why there is none
 */
export function* readHeader(size: number, head: Uint8Array, relativePath: string): Reading<FileHeader> {
  const faults: Faults = [];
  const file = bytesOf(size, head);
  const { form, magic } = sniff(file.window, size, relativePath);
  if (magic !== null) {
    const facts = magic === 'tagged' ? yield* readTagged(file, faults) : yield* readAs(magic, file, 0, faults);
    return { form, magic, ...settled(facts) };
  }
  const behind = yield* behindJunk(file, relativePath);
  if (behind !== null) {
    return {
      form: { is: 'audio', name: 'an MP3 file' },
      magic: 'mp3',
      ...settled(yield* readMp3(file, behind, faults)),
    };
  }
  if (isAudioName(relativePath)) noteNotAudio(form, size, faults);
  return { form, magic, faults };
}

/** A file that cannot be played has one reason; tempo and key in the tags are those of the header, too. */
function settled(facts: HeaderFacts): HeaderFacts {
  if (facts.header) return { ...facts, header: withTempoAndKey(facts.header, facts.tags) };
  const reason = facts.faults.find(({ is }) => is === 'wrong');
  return { faults: reason ? [reason] : facts.faults };
}

function* readAs(magic: Exclude<Magic, 'tagged'>, file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  if (magic !== 'foreign') return yield* READERS[magic](file, base, faults);
  const { name } = foreignName(yield* part(file, base, HEAD_BYTES));
  note(faults, 'container-unsupported', base, `The file is ${name}, which many programs do not open.`, name);
  return { faults };
}

/** Sound behind one or more ID3v2 tags: at home in MP3, a stranger in front of any other header. */
function* readTagged(file: Bytes, faults: Faults): Reading<HeaderFacts> {
  let at = 0;
  let tags = {};
  for (let count = 0; count < MOST_TAGS; count++) {
    const tag = yield* readId3(file, at);
    if (!tag) break;
    tags = { ...tag.tags, ...tags };
    at += tag.bytes;
  }
  const inner = magicOf(yield* part(file, at, HEAD_BYTES));
  if (inner === null || inner === 'mp3' || inner === 'tagged' || inner === 'foreign') {
    const facts = inner === 'foreign' ? yield* readAs(inner, file, at, faults) : yield* readMp3(file, at, faults);
    return { ...facts, ...someTags({ ...facts.tags, ...tags }) };
  }
  note(
    faults,
    'tag-in-front',
    0,
    `An ID3 tag of ${formatCount(at)} bytes stands in front of the file's own header, so some programs do not open it.`,
  );
  const facts = yield* readAs(inner, file, at, faults);
  return { ...facts, ...someTags({ ...tags, ...facts.tags }) };
}

/** MPEG frames behind a little junk; only in a file that has the name of one. */
function* behindJunk(file: Bytes, relativePath: string): Reading<number | null> {
  if (!/\.mp[123]$/i.test(relativePath)) return null;
  const first = yield* findFirstFrame(file, 0);
  return first && first.at > 0 ? first.at : null;
}

function noteNotAudio(form: Form, size: number, faults: Faults): void {
  if (form.is === 'empty') note(faults, 'empty-file', 0, 'The file is empty: 0 bytes.', 'an empty file');
  else
    note(
      faults,
      'not-audio',
      0,
      `The file holds no sound: its ${formatCount(size)} bytes look like ${form.name}.`,
      form.name,
    );
}
