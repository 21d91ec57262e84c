import type { AudioHeader, Fault, Tags } from '../../model/delivery.js';

/** What a reader makes of a file: no header where a fault says that it cannot be played. */
export type HeaderFacts = {
  readonly header?: AudioHeader;
  readonly tags?: Tags;
  readonly faults: readonly Fault[];
};

type Loose<T> = { readonly [Key in keyof T]: T[Key] | undefined };
type Optional<T> = { [Key in keyof T as undefined extends T[Key] ? Key : never]?: T[Key] | undefined };
type Parts = Loose<Omit<AudioHeader, keyof Optional<AudioHeader> | 'seconds'>> &
  Optional<AudioHeader> & { readonly seconds?: number | null };

/**
 * Puts a header together from what a reader knows.
 *
 * @param parts fields that are undefined are left out; seconds, where not given, follow from frames and rate;
 *        framesDeclared is kept only where it differs from frames
 */
export function audioHeader(parts: Parts): AudioHeader {
  const { frames = null, sampleRate = 0, seconds } = parts;
  const header: Record<string, unknown> = {
    container: parts.container,
    codec: parts.codec,
    sampleRate,
    channels: parts.channels,
    bitDepth: parts.bitDepth,
    float: parts.float,
    lossy: parts.lossy,
    frames,
    seconds: seconds !== undefined ? seconds : frames === null || sampleRate <= 0 ? null : frames / sampleRate,
  };
  // One by one: in a folder of ten thousand files, copying objects by their entries is what costs.
  for (const name of SOMETIMES) if (parts[name] !== undefined) header[name] = parts[name];
  if (header.framesDeclared === frames) delete header.framesDeclared;
  return header as AudioHeader;
}
const SOMETIMES = [
  'framesDeclared',
  'endian',
  'data',
  'originFrame',
  'tempo',
  'key',
  'markers',
  'description',
  'software',
] as const satisfies readonly (keyof AudioHeader)[];

/** Tags of which at least one is there; nothing otherwise. */
export function someTags(tags: Optional<Tags>): { readonly tags?: Tags } {
  const known = Object.entries(tags).filter(([, value]) => value !== undefined);
  return known.length === 0 ? {} : { tags: Object.fromEntries(known) as Tags };
}

/** A tempo as a number of beats per minute that music can have; undefined otherwise. */
export function plausibleTempo(bpm: number): number | undefined {
  return Number.isFinite(bpm) && bpm >= 10 && bpm <= 999 ? Math.round(bpm * 1000) / 1000 : undefined;
}

/** A header with the tempo and key of the file's tags, where it has none of its own. */
export function withTempoAndKey(header: AudioHeader, tags: Tags | undefined): AudioHeader {
  const tempo = header.tempo ?? tags?.bpm;
  const key = header.key ?? tags?.key;
  if (tempo === header.tempo && key === header.key) return header;
  return { ...header, ...(tempo === undefined ? {} : { tempo }), ...(key === undefined ? {} : { key }) };
}
