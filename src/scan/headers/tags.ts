import type { AudioHeader, Tags } from '../../model/delivery.js';
import { audioHeader, type HeaderFacts, plausibleTempo, someTags, withTempoAndKey } from './header.js';
import { foreignName, type Magic } from './magic.js';
import { MOST_PCM_HZ } from './pcm.js';
import { HEAD_BYTES, viewOf } from './reading.js';

// What tags and headers need; a parser that wants more than this is lost in a damaged file.
const MOST_READS = 4096;
const MOST_READ_BYTES = 1 << 24;
const MOST_CHANNELS = 1024;

type Read = (atByte: number, bytes: number) => Uint8Array | Promise<Uint8Array>;
type Parsed = {
  readonly format: {
    readonly sampleRate?: unknown;
    readonly numberOfChannels?: unknown;
    readonly bitsPerSample?: unknown;
    readonly numberOfSamples?: unknown;
    readonly duration?: unknown;
    readonly lossless?: unknown;
  };
  readonly common: { readonly [Name in 'title' | 'artist' | 'album' | 'bpm' | 'key']?: unknown };
};

/** True where the package knows more than our own reader: tags of these containers, and headers of foreign ones. */
export function wantsTags(magic: Magic | null, facts: HeaderFacts): boolean {
  if (magic === 'foreign') return true;
  if (facts.header === undefined || facts.tags !== undefined) return false;
  return magic === 'mp4' || magic === 'wavpack' || magic === 'dsf' || magic === 'mp3';
}

/**
 * Adds to what our own reader found what music-metadata finds: tags, and the header of a container without a reader.
 *
 * @returns the same facts where the package finds nothing, or fails; tags that cannot be read are no fault of the sound
 */
export async function withTags(facts: HeaderFacts, size: number, read: Read): Promise<HeaderFacts> {
  const parsed = await parse(size, read);
  if (parsed === null) return facts;
  const tags = someTags({ ...facts.tags, ...tagsOf(parsed) });
  if (facts.header) return { ...facts, header: withTempoAndKey(facts.header, tags.tags), ...tags };
  const header = headerOf(parsed, foreignName(viewOf(await read(0, Math.min(size, HEAD_BYTES)))).codec);
  if (header === null) return facts;
  // That a lossy file should be a lossless one is said by its codec; that it is a rare one adds nothing.
  const faults = header.lossy ? facts.faults.filter(({ is }) => is !== 'unsupported') : facts.faults;
  return { header, ...tags, faults };
}

async function parse(size: number, read: Read): Promise<Parsed | null> {
  const { parseBlob } = await import('music-metadata');
  let reads = 0;
  let readBytes = 0;
  const bounded = async (from: number, to: number): Promise<ArrayBuffer> => {
    reads++;
    readBytes += to - from;
    if (reads > MOST_READS || readBytes > MOST_READ_BYTES) throw new RangeError('more reads than tags need');
    return Uint8Array.from(await read(from, Math.max(0, Math.min(size, to) - from))).buffer;
  };
  const blob = { size, type: '', slice: (from: number, to: number) => ({ arrayBuffer: () => bounded(from, to) }) };
  try {
    return (await parseBlob(blob as never, { duration: false, skipCovers: true })) as unknown as Parsed;
  } catch (error) {
    // On damaged files the package throws errors of any kind, type errors among them; none of them is ours.
    if (error instanceof Error) return null;
    throw error;
  }
}

function tagsOf({ common }: Parsed): { readonly [Key in keyof Tags]?: Tags[Key] | undefined } {
  return {
    title: text(common.title),
    artist: text(common.artist),
    album: text(common.album),
    bpm: plausibleTempo(number(common.bpm) ?? Number.NaN),
    key: text(common.key),
  };
}

function headerOf({ format }: Parsed, codec: string): AudioHeader | null {
  const sampleRate = number(format.sampleRate);
  const channels = number(format.numberOfChannels);
  if (!sampleRate || !channels || channels > MOST_CHANNELS || !Number.isInteger(channels)) return null;
  const lossy = format.lossless !== true;
  const bits = number(format.bitsPerSample);
  const frames = number(format.numberOfSamples);
  const oneBit = bits === 1;
  if (sampleRate > MOST_PCM_HZ && !oneBit) return null;
  return audioHeader({
    container: 'other',
    codec,
    sampleRate,
    channels,
    bitDepth: lossy || bits === undefined || bits > 64 || bits === 0 ? null : bits,
    float: false,
    frames: lossy || frames === undefined ? null : Math.round(frames),
    seconds: number(format.duration) ?? null,
    lossy,
  });
}

/** A number that can be used: the package gives BigInts, NaN and strings, too. */
function number(value: unknown): number | undefined {
  const plain = typeof value === 'bigint' ? Number(value) : value;
  return typeof plain === 'number' && Number.isFinite(plain) && plain >= 0 ? plain : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 4096) : undefined;
}
