import type { Container } from '../../../model/delivery.js';
import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { audioHeader, type HeaderFacts, someTags } from '../header.js';
import type { Id3Tag } from '../id3.js';
import type { Bext } from './bext.js';
import { markersOf } from './cues.js';
import type { WavFormat } from './format.js';
import type { Ixml } from './ixml.js';
import type { Info } from './lists.js';

/** Where the samples lie: what the header says, and what the file holds of it. */
export type SoundPlace = {
  readonly atByte: number;
  /** null where the writer left the size open */
  readonly declaredBytes: number | null;
  readonly presentBytes: number;
};

/** What was met on the way through the chunks of a WAV file. */
export type WavParts = {
  format: WavFormat | null;
  formatSeen: boolean;
  sound: SoundPlace | null;
  factFrames: number | null;
  bext: Bext | null;
  ixml: Ixml;
  info: Info;
  id3: Id3Tag['tags'];
  tempo: number | undefined;
  cues: { id: number; frame: number }[];
  labels: Map<number, string>;
};
export function noParts(): WavParts {
  return {
    format: null,
    formatSeen: false,
    sound: null,
    factFrames: null,
    bext: null,
    ixml: {},
    info: { tags: {} },
    id3: {},
    tempo: undefined,
    cues: [],
    labels: new Map(),
  };
}

/**
 * Judges what the walk through a WAV file, or one of its relatives, has found.
 *
 * @returns no header, with the reason noted, where format or sound are missing
 */
export function wavFacts(container: Container, parts: WavParts, faults: Faults): HeaderFacts {
  const { format, sound } = parts;
  if (!format) {
    if (!parts.formatSeen)
      note(
        faults,
        'format-missing',
        0,
        'The file has no fmt chunk, so nothing says how to read its sound.',
        'a WAV file without its format',
      );
    return { faults };
  }
  if (!sound) {
    note(
      faults,
      'sound-missing',
      0,
      'The file has no data chunk: it is a header without sound.',
      'a WAV header without sound',
    );
    return { faults };
  }
  const frames = framesIn(format, sound.presentBytes, parts.factFrames);
  const declared = sound.declaredBytes ?? sound.presentBytes;
  const isCut = declared > sound.presentBytes;
  if (isCut) noteCut(format, sound, declared, faults);
  else if (frames === 0 || declared === 0) {
    note(
      faults,
      'sound-missing',
      sound.atByte,
      'The file holds a header and no sound: its length is 0 samples.',
      'a WAV file with no sound in it',
    );
    return { faults };
  } else notePartOfFrame(format, sound, faults);
  return { header: headerOf(container, parts, format, sound, frames, isCut), ...tagsOf(parts), faults };
}

function headerOf(
  container: Container,
  parts: WavParts,
  format: WavFormat,
  sound: SoundPlace,
  frames: number | null,
  isCut: boolean,
) {
  const { frameBytes, containerBits, framesPerBlock, byteRate, ...described } = format;
  const markers = markersOf(parts.cues, parts.labels);
  return audioHeader({
    container,
    ...described,
    frames,
    ...(isCut ? { framesDeclared: framesIn(format, sound.declaredBytes ?? 0, parts.factFrames) ?? undefined } : {}),
    ...(frames === null ? { seconds: packedSeconds(format, sound, parts.factFrames) } : {}),
    data: containerBits > 0 ? { atByte: sound.atByte, bytes: sound.presentBytes, containerBits } : undefined,
    originFrame: parts.bext?.originFrame ?? parts.ixml.originFrame,
    tempo: parts.tempo,
    markers: markers.length > 0 ? markers : undefined,
    description: parts.bext?.description ?? parts.info.description ?? parts.ixml.note,
    software: parts.info.software ?? parts.bext?.software,
  });
}

/** How long packed sound lasts: as the fact chunk counts it, else by its mean rate. */
function packedSeconds(format: WavFormat, sound: SoundPlace, factFrames: number | null): number | null {
  if (factFrames) return factFrames / format.sampleRate;
  return format.lossy && format.byteRate > 0 ? sound.presentBytes / format.byteRate : null;
}

function tagsOf({ info, id3 }: WavParts): Pick<HeaderFacts, 'tags'> {
  return someTags({ ...info.tags, ...id3 });
}

/** Whole frames in so many bytes; null where the codec's blocks do not say. */
function framesIn(format: WavFormat, bytes: number, factFrames: number | null): number | null {
  const { frameBytes, framesPerBlock, channels, codec } = format;
  if (frameBytes === 0 || framesPerBlock === 0) return null;
  const whole = Math.floor(bytes / frameBytes) * framesPerBlock;
  if (framesPerBlock === 1) return whole;
  // The last block may be short; four bits a sample behind the state of each channel.
  const rest = (bytes % frameBytes) - 4 * channels;
  const more = codec === 'adpcm' && rest >= 0 ? Math.floor((rest * 2) / channels) + 1 : 0;
  const all = whole + more;
  // The last block is padded, and only the fact chunk says where the sound in it ends.
  return factFrames !== null && factFrames > 0 && factFrames <= all && factFrames > all - framesPerBlock
    ? factFrames
    : all;
}

function noteCut(format: WavFormat, sound: SoundPlace, declared: number, faults: Faults): void {
  const missing = (declared - sound.presentBytes) / (format.byteRate || 1);
  const seconds = missing >= 0.05 ? `, so ${missing.toFixed(1)} s are missing` : '';
  note(
    faults,
    'truncated',
    sound.atByte + sound.presentBytes,
    `The file ends too early: its header says ${counted(declared, 'byte')} of sound, and ${formatCount(sound.presentBytes)} ${sound.presentBytes === 1 ? 'is' : 'are'} there${seconds}.`,
  );
}

function notePartOfFrame({ frameBytes, framesPerBlock }: WavFormat, sound: SoundPlace, faults: Faults): void {
  const rest = framesPerBlock === 1 && frameBytes > 0 ? (sound.declaredBytes ?? 0) % frameBytes : 0;
  if (rest === 0 || faults.some(({ id }) => id === 'frame-size-wrong')) return;
  note(
    faults,
    'part-of-a-frame',
    sound.atByte + sound.presentBytes - rest,
    `The sound ends with ${counted(rest, 'byte')} too few for a whole sample.`,
  );
}
