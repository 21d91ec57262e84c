import type { AudioHeader, Fault, Unread, UnreadReason } from '../../model/delivery.js';
import type { Measurements } from '../../model/measurements.js';
import { formatCount } from '../../model/units.js';
import { type OpenedBytes, openBytes } from '../source/opened-bytes.js';
import { SOUND_FAULTS } from './faults.js';
import { measureCoded } from './measure-coded.js';
import { noBadSamples, sampleDecoder } from './meters/decode-samples.js';
import { placeExcerpts, type ReadFrames } from './meters/excerpts.js';
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
 * @param breathe called after each piece of work of about a megabyte, so that the caller can tell that it goes on, let
 *                others through, or throw to end it
 * @returns what was measured; or in `unread` why nothing was, when the file vanished, may not be read, changed while
 *          it was read or holds a codec that is not decoded. Never throws for what a file is.
 */
export async function measureFile(job: MeasureJob, breathe: () => Promise<void>): Promise<MeasureOutcome> {
  let file: OpenedBytes;
  try {
    file = await openBytes(job.absolutePath);
  } catch (error) {
    return unread(job, ...reasonOf(error));
  }
  try {
    if (!file.isFile) return unread(job, 'special', 'it is no regular file any more');
    const outcome = await measureOpened(job, file, breathe);
    if (file.changed() === 'changed' || file.size !== job.bytes) {
      return unread(job, 'changed', 'it changed while it was read');
    }
    return outcome;
  } catch (error) {
    return unread(job, ...reasonOf(error));
  } finally {
    file.close();
  }
}

async function measureOpened(
  job: MeasureJob,
  file: OpenedBytes,
  breathe: () => Promise<void>,
): Promise<MeasureOutcome> {
  const format = sampleFormatOf(job.header);
  if (format !== null && job.header.data !== undefined) return measurePcm(job, format, job.header.data, file, breathe);
  return (
    (await measureCoded(job, file, breathe)) ??
    (await (await import('./measure-with-ffmpeg.js')).measureWithFfmpeg(job, breathe)) ??
    unread(job, 'not-checked', `its sound is ${job.header.codec}, which this program does not decode`)
  );
}

async function measurePcm(
  job: MeasureJob,
  format: SampleFormat,
  data: NonNullable<AudioHeader['data']>,
  file: OpenedBytes,
  breathe: () => Promise<void>,
): Promise<MeasureOutcome> {
  const frameBytes = bytesPerFrame(format);
  const wantedBytes = Math.floor(data.bytes / frameBytes) * frameBytes;
  const measuring = startMeasuring(format, job.header.frames, soundPass);
  let done = 0;
  while (done < wantedBytes) {
    const room = measuring.room();
    const got = file.read(room.subarray(0, wantedBytes - done), data.atByte + done);
    if (got === 0) break;
    measuring.filled(got);
    done += got;
    await breathe();
  }
  const measured = withExcerpts(measuring.finish(), (fromFrame, frames) => {
    const bytes = new Uint8Array(frames * frameBytes);
    const got = file.read(bytes, data.atByte + fromFrame * frameBytes);
    return got === bytes.length ? sampleDecoder(format, noBadSamples())(bytes) : null;
  });
  const missing = Math.ceil((wantedBytes - done) / frameBytes);
  const message = `The sound ends ${formatCount(missing)} frames before the length that the header states.`;
  const short: Fault = { id: SOUND_FAULTS.short, is: 'wrong', atByte: data.atByte + done, message };
  return { path: job.path, measured, faults: missing > 0 ? [short] : [] };
}

/** Adds what drawings of its findings need. */
function withExcerpts(measured: Measurements, read: ReadFrames): Measurements {
  const found = placeExcerpts(measured, read);
  return Object.keys(found).length === 0 ? measured : { ...measured, excerpts: { ...measured.excerpts, ...found } };
}

function reasonOf(error: unknown): [UnreadReason, string] {
  // Only what the system says about the file is an answer; everything else goes on up.
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
  const code = String(error.code);
  if (code === 'ENOENT') return ['vanished', 'it was there when the folder was listed and is gone now'];
  if (code === 'EACCES' || code === 'EPERM') return ['no-permission', 'it may not be read'];
  return ['disk-error', `the disk answered ${code}`];
}

export function unread(job: MeasureJob, because: UnreadReason, why: string): MeasureOutcome {
  return {
    path: job.path,
    faults: [],
    unread: { path: job.path, because, message: `${job.path} was not measured: ${why}.` },
  };
}
