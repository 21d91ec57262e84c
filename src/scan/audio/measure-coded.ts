import type { Fault } from '../../model/delivery.js';
import { formatCount, formatSeconds } from '../../model/units.js';
import type { OpenedBytes } from '../source/opened-bytes.js';
import { type CodedDecoder, coderOf, type DecodedAudio } from './decoders/coded-decoder.js';
import { sampleDigest, statedDigest } from './decoders/flac-digest.js';
import { floatWriter, integerWriter } from './decoders/sample-writer.js';
import { SOUND_FAULTS } from './faults.js';
import type { MeasureJob, MeasureOutcome } from './measure-file.js';
import { startMeasuring } from './meters/measure-samples.js';
import { soundPass } from './sound-passes.js';

/** A chunk is made smaller where its sound is much longer: silence shrinks to a thousandth in FLAC. */
const SMALLEST_CHUNK = 2 << 10;
const LARGEST_CHUNK = 32 << 10;
const DECODED_SAMPLES = 1 << 20;
const WIDEST_EXACT_BITS = 24; // the decoder hands integers on as float32

/**
 * Measures a file whose codec this program decodes itself, and holds what comes out against the header.
 *
 * @param file an open file
 * @param breathe called after each piece of work
 * @returns null where there is no decoder for the codec
 */
export async function measureCoded(
  job: MeasureJob,
  file: OpenedBytes,
  breathe: () => Promise<void>,
): Promise<MeasureOutcome | null> {
  const { header } = job;
  const start = coderOf(header);
  if (start === null) return null;
  const { channels, sampleRate, bitDepth } = header;
  const isExact = !header.lossy && bitDepth !== null && bitDepth <= WIDEST_EXACT_BITS;
  const writer = isExact ? integerWriter(channels, sampleRate, bitDepth) : floatWriter(channels, sampleRate);
  const stated = isExact && header.container === 'flac' ? statedDigest(file) : null;
  const digest = stated === null ? null : sampleDigest(writer.format);
  const measuring = startMeasuring(writer.format, header.frames, soundPass);
  let frames = 0;
  let damages = 0;
  let firstDamageFrame = 0;
  let oddFrames = 0;
  const take = (audio: DecodedAudio): void => {
    if (audio.errors.length > 0 && damages === 0) firstDamageFrame = frames;
    damages += audio.errors.length;
    if (audio.samplesDecoded === 0) return;
    if (audio.channelData.length !== channels || audio.sampleRate !== sampleRate) {
      oddFrames += audio.samplesDecoded;
      return;
    }
    frames += audio.samplesDecoded;
    const bytes = writer.write(audio);
    measuring.push(bytes);
    digest?.push(bytes);
  };
  const decoder = await start();
  try {
    await decodeAll(decoder, file, job.bytes, take, breathe);
  } catch (error) {
    if (!isDecoderFailure(error)) throw error;
    if (damages++ === 0) firstDamageFrame = frames;
  } finally {
    decoder.free();
  }
  const measured = measuring.finish();
  const found = { frames, damages, firstDamageFrame, oddFrames };
  const digestDiffers = digest !== null && digest.finish() !== stated;
  return { path: job.path, measured, faults: faultsOf(job, found, digestDiffers) };
}

async function decodeAll(
  decoder: CodedDecoder,
  file: OpenedBytes,
  bytes: number,
  take: (audio: DecodedAudio) => void,
  breathe: () => Promise<void>,
): Promise<void> {
  let chunk = SMALLEST_CHUNK;
  for (let done = 0; done < bytes; ) {
    // A decoder may keep what it was given until the next call, so each chunk has its own memory.
    const buffer = new Uint8Array(chunk);
    const got = file.read(buffer.subarray(0, bytes - done), done);
    if (got === 0) break;
    done += got;
    const audio = await decoder.decode(buffer.subarray(0, got));
    take(audio);
    const samples = audio.samplesDecoded * audio.channelData.length;
    const fitting = samples === 0 ? 2 * chunk : Math.floor((chunk * DECODED_SAMPLES) / samples);
    chunk = Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK, 2 * chunk, fitting));
    await breathe();
  }
  take(await decoder.flush());
}

/** What a decoder throws on bytes that it cannot bear: an abort of its WebAssembly, or an error of its parser. */
function isDecoderFailure(error: unknown): boolean {
  const isSystem = error instanceof Error && 'code' in error && 'syscall' in error;
  const isAbort = error instanceof Error && error.name === 'AbortError';
  return !isSystem && !isAbort;
}

type Found = { frames: number; damages: number; firstDamageFrame: number; oddFrames: number };

function faultsOf(
  job: MeasureJob,
  { frames, damages, firstDamageFrame, oddFrames }: Found,
  digestDiffers: boolean,
): Fault[] {
  const { header } = job;
  const faults: Fault[] = [];
  const add = (id: string, message: string): void => {
    faults.push({ id, is: 'wrong', atByte: 0, message });
  };
  if (damages > 0 || oddFrames > 0) {
    const at = formatSeconds(firstDamageFrame / header.sampleRate);
    const places = damages > 1 ? `${formatCount(damages)} places` : 'a place';
    add(SOUND_FAULTS.damaged, `The sound cannot be decoded in ${places}, the first at ${at}.`);
  }
  // A lossy codec pads its first and last frames, and headers count them in or not.
  const slack = header.lossy ? 0.1 * header.sampleRate : 0;
  const stated = header.frames;
  if (stated !== null && frames < stated - slack) {
    add(
      SOUND_FAULTS.frames,
      `The file holds ${formatCount(frames)} of the ${formatCount(stated)} frames that its header states.`,
    );
  }
  if (faults.length === 0 && digestDiffers) {
    add(
      SOUND_FAULTS.md5,
      'The decoded sound is not the one that was encoded: its MD5 is another than the header states.',
    );
  }
  return faults;
}
