import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AudioHeader } from '../model/delivery.js';
import { type CodedDecoder, coderOf, type DecodedAudio } from './audio/decoders/coded-decoder.js';
import { noBadSamples, sampleDecoder } from './audio/meters/decode-samples.js';
import { bytesPerFrame, type SampleFormat, sampleFormatOf } from './audio/meters/sample-format.js';
import { type SampleRoom, sampleRoom } from './relations/kernel/decoding.js';
import type { SoundReader } from './relations/sound-reader.js';
import { type OpenedBytes, openBytes } from './source/opened-bytes.js';

export type OpenSound = { readonly reader: SoundReader; readonly close: () => void };
type File = { readonly absolutePath: string; readonly header: AudioHeader; readonly bytes: number };

const CODED_CHUNK = 64 << 10;
/** More decoded sound than this is not written to the temporary folder. */
const MOST_DECODED_BYTES = 2 ** 31;

/**
 * Opens a file for reading anywhere in it. Coded sound is decoded once into a temporary file.
 *
 * @returns null where it does not open or its codec is not decoded here
 */
export async function openSound(file: File, pause: () => Promise<void>): Promise<OpenSound | null> {
  const { header } = file;
  const format = sampleFormatOf(header);
  try {
    if (format !== null && header.data !== undefined) {
      const { atByte, bytes } = header.data;
      const source = await openBytes(file.absolutePath);
      const frames = Math.floor(bytes / bytesPerFrame(format));
      return { reader: pcmReader(source.read, format, atByte, frames), close: source.close };
    }
    const start = coderOf(header);
    return start === null ? null : await decoded(file, start, pause);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function pcmReader(readBytes: OpenedBytes['read'], format: SampleFormat, atByte: number, frames: number): SoundReader {
  const frameBytes = bytesPerFrame(format);
  const room = sampleRoom(format) ?? plainRoom(format);
  return {
    sampleRate: format.sampleRate,
    channels: format.channels,
    frames,
    read(fromFrame, count) {
      const bytes = room.bytes(count);
      let got = 0;
      while (got < bytes.length) {
        const read = readBytes(bytes.subarray(got), atByte + fromFrame * frameBytes + got);
        if (read === 0) break;
        got += read;
      }
      bytes.fill(0, got);
      return room.samples(count);
    },
  };
}

function plainRoom(format: SampleFormat): SampleRoom {
  const frameBytes = bytesPerFrame(format);
  const decode = sampleDecoder(format, noBadSamples());
  let bytes = new Uint8Array(0);
  return {
    bytes(frames) {
      if (bytes.length < frames * frameBytes) bytes = new Uint8Array(frames * frameBytes);
      return bytes.subarray(0, frames * frameBytes);
    },
    samples: (frames) =>
      decode(bytes.subarray(0, frames * frameBytes)).channels.map((samples) => samples.subarray(0, frames)),
  };
}

/** 16 bits are enough to hold it against others. */
async function decoded(
  { absolutePath, header, bytes }: File,
  start: () => Promise<CodedDecoder>,
  pause: () => Promise<void>,
): Promise<OpenSound | null> {
  const folder = mkdtempSync(join(tmpdir(), 'stemcheck-'));
  const target = join(folder, 'sound');
  const source = await openBytes(absolutePath);
  const into = openSync(target, 'wx+', 0o600);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const { channels, sampleRate } = header;
  let frames = 0;
  const take = ({ channelData, samplesDecoded, sampleRate: rate }: DecodedAudio): void => {
    if (samplesDecoded === 0 || channelData.length !== channels || rate !== sampleRate) return;
    if (frames * channels * 2 > MOST_DECODED_BYTES) return;
    writeSync(into, interleaved(channelData, samplesDecoded));
    frames += samplesDecoded;
  };
  const decoder = await start();
  try {
    for (let done = 0; done < bytes; ) {
      const chunk = new Uint8Array(CODED_CHUNK);
      const got = source.read(chunk.subarray(0, bytes - done), done);
      if (got === 0) break;
      done += got;
      take(await decoder.decode(chunk.subarray(0, got)));
      await pause();
    }
    take(await decoder.flush());
  } catch (error) {
    closeSync(into);
    remove();
    // What the decoder cannot bear takes no part; what was asked to stop stops.
    if (error instanceof Error && error.name !== 'AbortError') return null;
    throw error;
  } finally {
    decoder.free();
    source.close();
  }
  const format: SampleFormat = {
    coding: 'signed',
    containerBits: 16,
    bigEndian: false,
    channels,
    sampleRate,
    bitDepth: 16,
  };
  return {
    reader: pcmReader((target, atByte) => readSync(into, target, 0, target.length, atByte), format, 0, frames),
    close: () => {
      closeSync(into);
      remove();
    },
  };
}

function interleaved(channels: readonly Float32Array[], frames: number): Uint8Array {
  const samples = new Int16Array(frames * channels.length);
  for (const [channel, values] of channels.entries()) {
    for (let frame = 0, at = channel; frame < frames; frame++, at += channels.length) {
      samples[at] = Math.max(-32_768, Math.min(32_767, Math.round(values[frame]! * 32_767)));
    }
  }
  return new Uint8Array(samples.buffer);
}
