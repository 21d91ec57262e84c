import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { SOUND_FAULTS } from './faults.js';
import { type MeasureJob, type MeasureOutcome, unread } from './measure-file.js';
import { type Measuring, startMeasuring } from './meters/measure-samples.js';
import type { SampleFormat } from './meters/sample-format.js';
import { soundPass } from './sound-passes.js';

/** ffmpeg's reader by container: named, so that a file cannot choose one that opens others. */
const READERS: Readonly<Record<string, string>> = { m4a: 'mov', wavpack: 'wv' };
const CODECS: Readonly<Record<string, string>> = { aac: 'AAC', alac: 'Apple Lossless', wavpack: 'WavPack' };
const LONGEST_HEADER = 4096;
const SILENT_FOR_MS = 60_000;

/**
 * Measures a file through the ffmpeg on PATH.
 *
 * @returns null where ffmpeg is not asked for this codec; `unread` with the reason where there is no ffmpeg
 */
export async function measureWithFfmpeg(job: MeasureJob, breathe: () => Promise<void>): Promise<MeasureOutcome | null> {
  const reader = READERS[job.header.container];
  const name = CODECS[job.header.codec];
  if (reader === undefined || name === undefined) return null;
  const samples = job.header.lossy ? 'pcm_f32le' : 'pcm_s32le';
  const input = ['-protocol_whitelist', 'file,pipe', '-f', reader, '-i', `file:${job.absolutePath}`];
  const output = ['-map', '0:a:0', '-c:a', samples, '-bitexact', '-f', 'wav', 'pipe:1'];
  const child = spawn('ffmpeg', ['-nostdin', '-v', 'error', ...input, ...output], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    return await readSound(job, child, breathe);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return unread(job, 'not-checked', `it is ${name}, which needs ffmpeg, and there is none on this machine`);
  } finally {
    child.kill('SIGKILL');
  }
}

async function readSound(
  job: MeasureJob,
  child: ChildProcessByStdio<null, Readable, Readable>,
  breathe: () => Promise<void>,
): Promise<MeasureOutcome> {
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  failed.catch(() => {}); // it is awaited below, but may come before
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => {
    if (complaints.length < 1000) complaints += text.toString('utf8');
  });
  let timer = setTimeout(() => child.kill('SIGKILL'), SILENT_FOR_MS);
  let header = Buffer.alloc(0);
  let measuring: Measuring | null = null;
  const read = async (): Promise<void> => {
    for await (const piece of child.stdout as AsyncIterable<Buffer>) {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), SILENT_FOR_MS);
      if (measuring !== null) measuring.push(piece);
      else {
        header = Buffer.concat([header, piece]);
        const found = soundIn(header);
        if (found !== null) {
          measuring = startMeasuring(found.format, job.header.frames, soundPass);
          measuring.push(header.subarray(found.atByte));
        } else if (header.length > LONGEST_HEADER) break;
      }
      await breathe();
    }
  };
  try {
    await Promise.race([read(), failed]);
  } finally {
    clearTimeout(timer);
  }
  const faults = complaints === '' ? [] : [damage()];
  const done = measuring as Measuring | null;
  return done === null ? { path: job.path, faults: [damage()] } : { path: job.path, measured: done.finish(), faults };
}

function damage(): MeasureOutcome['faults'][number] {
  return { id: SOUND_FAULTS.damaged, is: 'wrong', atByte: 0, message: 'The sound cannot be decoded as a whole.' };
}

/** Where the sound begins in the WAV that ffmpeg writes; null before its whole header is there. */
function soundIn(bytes: Buffer): { readonly format: SampleFormat; readonly atByte: number } | null {
  const fmt = bytes.indexOf('fmt ');
  const data = bytes.indexOf('data');
  if (fmt < 0 || data < fmt + 24 || bytes.length < data + 8) return null;
  const tag = bytes.readUInt16LE(fmt + 8);
  const format = tag === 0xfffe ? bytes.readUInt16LE(fmt + 32) : tag;
  const shape = { channels: bytes.readUInt16LE(fmt + 10), sampleRate: bytes.readUInt32LE(fmt + 12) };
  return {
    format: {
      ...shape,
      coding: format === 3 ? 'float' : 'signed',
      containerBits: 32,
      bigEndian: false,
      bitDepth: null,
    },
    atByte: data + 8,
  };
}
