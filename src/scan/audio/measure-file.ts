import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { AudioHeader, Fault, Unread, UnreadReason } from '../../model/delivery.js';
import type { Measurements } from '../../model/measurements.js';
import { SOUND_FAULTS } from './faults.js';
import { startMeasuring } from './meters/measure-samples.js';
import { bytesPerFrame, type SampleFormat, sampleFormatOf } from './meters/sample-format.js';
import { soundPass } from './sound-passes.js';

export type MeasureJob = {
  readonly absolutePath: string;
  /** within the delivery */
  readonly path: string;
  readonly header: AudioHeader;
  readonly bytes: number;
};
export type MeasureOutcome = {
  readonly path: string;
  readonly measured?: Measurements;
  readonly faults: readonly Fault[];
  readonly unread?: Unread;
};

/**
 * Reads every sample of one file once.
 *
 * @returns what was measured; or in `unread` why nothing was, when the file vanished, may not be read, changed while
 *          it was read or holds a codec that this program does not decode. Never throws for what a file is.
 */
export function measureFile(job: MeasureJob): MeasureOutcome {
  const format = sampleFormatOf(job.header);
  if (format === null || job.header.data === undefined) {
    return unread(job, 'not-checked', `its samples are ${job.header.codec}, which is not decoded here`);
  }
  let file: number;
  try {
    // Without O_NONBLOCK a pipe that took the file's place since the listing would wait for a writer for ever.
    file = openSync(job.absolutePath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return unread(job, ...reasonOf(error));
  }
  try {
    const before = fstatSync(file);
    if (!before.isFile()) return unread(job, 'special', 'it is no regular file any more');
    const outcome = measurePcm(job, format, job.header.data, file);
    if (hasChanged(before, fstatSync(file))) return unread(job, 'changed', 'it changed while it was read');
    return outcome;
  } catch (error) {
    return unread(job, ...reasonOf(error));
  } finally {
    closeSync(file);
  }
}

function measurePcm(
  job: MeasureJob,
  format: SampleFormat,
  data: NonNullable<AudioHeader['data']>,
  file: number,
): MeasureOutcome {
  const frameBytes = bytesPerFrame(format);
  const wantedBytes = Math.floor(data.bytes / frameBytes) * frameBytes;
  const measuring = startMeasuring(format, job.header.frames, soundPass);
  let done = 0;
  while (done < wantedBytes) {
    const room = measuring.room();
    const got = readSync(file, room, 0, Math.min(room.length, wantedBytes - done), data.atByte + done);
    if (got === 0) break;
    measuring.filled(got);
    done += got;
  }
  const measured = measuring.finish();
  const faults: Fault[] = [];
  if (done < wantedBytes) {
    const missing = Math.ceil((wantedBytes - done) / frameBytes);
    faults.push({
      id: SOUND_FAULTS.short,
      is: 'wrong',
      atByte: data.atByte + done,
      message: `The sound ends ${missing} frames before the length that the header states.`,
    });
  }
  return { path: job.path, measured, faults };
}

function hasChanged(before: Stats, after: Stats): boolean {
  return before.size !== after.size || before.mtimeMs !== after.mtimeMs;
}

function reasonOf(error: unknown): [UnreadReason, string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return ['vanished', 'it was there when the folder was listed and is gone now'];
  if (code === 'EACCES' || code === 'EPERM') return ['no-permission', 'it may not be read'];
  if (code === '') throw error;
  return ['disk-error', `the disk answered ${code}`];
}

export function unread(job: MeasureJob, because: UnreadReason, why: string): MeasureOutcome {
  return {
    path: job.path,
    faults: [],
    unread: { path: job.path, because, message: `${job.path} was not measured: ${why}.` },
  };
}
