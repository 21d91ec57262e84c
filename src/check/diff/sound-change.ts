import type { AudioHeader, DeliveredFile } from '../../model/delivery.js';
import type { Differs, SoundChange } from '../../model/diff.js';
import type { Measurements } from '../../model/measurements.js';
import { changedSpans } from './changed-spans.js';
import { type Matched, nameKey, type Pair, soundKey } from './match-sounds.js';

// Rounding to 24 bit moves a level of −60 dBFS by far less than this.
const EQUAL_DB = 0.02;
// Between 24 bit and float nothing is rounded; a dither at 16 bit adds far less than this to any sound.
const ALIKE_DB = 0.002;
// The grid of gated blocks moves with the sound, and the loudness with the grid.
const EQUAL_LUFS = 0.1;
// What a change of level is to be called from: half of a tenth is rounding on a fader.
const LEAST_GAIN_DB = 0.05;

/** What became of every sound of two deliveries: pairs in the order of the new one, then new ones, then those gone. */
export function soundChanges({ pairs, added, gone }: Matched): SoundChange[] {
  return [
    ...pairs.map(changeOf),
    ...added.map(({ path }) => ({ is: 'new' as const, was: null, now: path })),
    ...gone.map(({ path }) => ({ is: 'gone' as const, was: path, now: null })),
  ];
}

function changeOf(pair: Pair): SoundChange {
  const { was, now } = pair;
  const paths = { was: was.path, now: now.path };
  const before = was.measured;
  const after = now.measured;
  if (before === undefined || after === undefined || before.meters !== after.meters)
    return { is: 'not-compared', ...paths };
  const form = formDiffers(was.header, now.header);
  if (isSameSound(was, now)) {
    if (Object.keys(form).length > 0) return { is: 'exported', ...paths, differs: form };
    return { is: nameKey(was) === nameKey(now) ? 'same' : 'renamed', ...paths };
  }
  if (was.header?.sampleRate === now.header?.sampleRate && was.header?.channels === now.header?.channels) {
    const movedFrames = movedBy(before, after);
    if (movedFrames !== null) return { is: 'moved', ...paths, movedFrames };
    if (Object.keys(form).length > 0 && measuresAlike(before, after))
      return { is: 'exported', ...paths, differs: form };
    const gainDb = gainOf(before, after);
    if (gainDb !== null) return { is: 'level', ...paths, gainDb };
  }
  return { is: 'changed', ...paths, differs: { ...form, ...soundDiffers(pair, before, after) } };
}

/** Two silent files of one length hold the same samples, too. */
function isSameSound(was: DeliveredFile, now: DeliveredFile): boolean {
  const key = soundKey(was);
  if (key !== null) return key === soundKey(now);
  return now.measured?.peakDbfs === null && was.measured?.frames === now.measured?.frames;
}

/**
 * Later by how many frames; null where it is not the same sound. First sound, last sound and peak lie equally far
 * off, and every level is as before: another take does not do that.
 */
function movedBy(was: Measurements, now: Measurements): number | null {
  const first = distance(was.firstSoundFrame, now.firstSoundFrame);
  if (first === null || first === 0) return null;
  if (first !== distance(was.lastSoundFrame, now.lastSoundFrame)) return null;
  if (first !== distance(was.peakAtFrame, now.peakAtFrame)) return null;
  const gain = distance(was.peakDbfs, now.peakDbfs);
  return gain !== null && Math.abs(gain) < 1e-6 && channelsMovedBy(was, now, 0) && loudnessMovedBy(was, now, 0)
    ? first
    : null;
}

/**
 * Whether two files of one form each, say 24 bit and 32 bit float, hold the same sound: their samples are written in
 * other words, so only what they measure can tell. Any edit moves at least one of these.
 */
function measuresAlike(was: Measurements, now: Measurements): boolean {
  return (
    was.frames === now.frames &&
    was.peakAtFrame === now.peakAtFrame &&
    was.firstSoundFrame === now.firstSoundFrame &&
    was.lastSoundFrame === now.lastSoundFrame &&
    isNear(was.peakDbfs, now.peakDbfs) &&
    isNear(was.rmsDbfs, now.rmsDbfs) &&
    isNear(was.truePeakDbtp, now.truePeakDbtp) &&
    isNear(was.integratedLufs, now.integratedLufs) &&
    changedSpans(was.overview, now.overview, 1).spans?.length === 0
  );
}

function isNear(was: number | null, now: number | null): boolean {
  return was === null || now === null ? was === now : Math.abs(now - was) < ALIKE_DB;
}

/** Louder by how many dB; null where it is not the same sound: then its places and levels do not all move alike. */
function gainOf(was: Measurements, now: Measurements): number | null {
  if (was.frames !== now.frames || was.peakAtFrame !== now.peakAtFrame) return null;
  const gain = distance(was.peakDbfs, now.peakDbfs);
  const rms = distance(was.rmsDbfs, now.rmsDbfs);
  if (gain === null || rms === null || Math.abs(gain) < LEAST_GAIN_DB || Math.abs(gain - rms) > EQUAL_DB) return null;
  return channelsMovedBy(was, now, gain) && loudnessMovedBy(was, now, gain) ? gain : null;
}

function channelsMovedBy(was: Measurements, now: Measurements, gain: number): boolean {
  return (
    was.channelPeaksDbfs.length === now.channelPeaksDbfs.length &&
    was.channelPeaksDbfs.every((peak, channel) => {
      const other = now.channelPeaksDbfs[channel] ?? null;
      return peak === null ? other === null : other !== null && Math.abs(other - peak - gain) <= EQUAL_DB;
    })
  );
}

function loudnessMovedBy(was: Measurements, now: Measurements, gain: number): boolean {
  const moved = distance(was.momentaryMaxLufs, now.momentaryMaxLufs);
  return moved === null || Math.abs(moved - gain) <= EQUAL_LUFS;
}

function distance(was: number | null, now: number | null): number | null {
  return was === null || now === null ? null : now - was;
}

function formDiffers(was: AudioHeader | undefined, now: AudioHeader | undefined): Differs {
  if (was === undefined || now === undefined) return {};
  return {
    ...turned('container', was.container, now.container),
    ...turned('sampleRate', was.sampleRate, now.sampleRate),
    ...turned('width', widthOf(was), widthOf(now)),
    ...turned('channels', was.channels, now.channels),
  };
}

function soundDiffers({ was, now }: Pair, before: Measurements, after: Measurements): Differs {
  const wasSeconds = before.frames / (was.header?.sampleRate ?? 1);
  const nowSeconds = after.frames / (now.header?.sampleRate ?? 1);
  // A resampled file is a fraction of a frame longer or shorter.
  const isAsLong = Math.abs(wasSeconds - nowSeconds) < 0.001;
  return {
    ...(isAsLong ? {} : turned('seconds', wasSeconds, nowSeconds)),
    ...turnedBy('peakDbfs', before.peakDbfs, after.peakDbfs, 0.1),
    ...turnedBy('integratedLufs', before.integratedLufs, after.integratedLufs, 0.1),
    ...(isAsLong ? changedSpans(before.overview, after.overview, nowSeconds) : {}),
  };
}

function widthOf({ codec, bitDepth, float }: AudioHeader): string {
  return bitDepth === null ? codec : `${bitDepth} bit${float ? ' float' : ''}`;
}

function turned<Field extends keyof Differs, T>(field: Field, was: T, now: T): Differs {
  return was === now ? {} : { [field]: { was, now } };
}

function turnedBy(
  field: 'peakDbfs' | 'integratedLufs',
  was: number | null,
  now: number | null,
  least: number,
): Differs {
  const isFar = was === null || now === null ? was !== now : Math.abs(now - was) >= least;
  return isFar ? { [field]: { was, now } } : {};
}
