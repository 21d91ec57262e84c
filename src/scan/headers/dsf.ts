import { counted, formatCount } from '../../model/units.js';
import { type Faults, note } from './faults.js';
import { audioHeader, type HeaderFacts } from './header.js';
import { type Bytes, part, type Reading } from './reading.js';
import { ascii } from './text.js';

const HEAD_BYTES = 28 + 52 + 12;

/**
 * Reads a DSF file: one-bit sound, in blocks of each channel.
 * Source: Sony, DSF File Format Specification 1.01
 */
export function* readDsf(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const head = yield* part(file, base, HEAD_BYTES);
  if (head.byteLength < HEAD_BYTES || ascii(head, 28, 4) !== 'fmt ' || ascii(head, 80, 4) !== 'data') {
    note(
      faults,
      'header-cut',
      file.size,
      `The file ends after ${counted(file.size, 'byte')}, inside its header.`,
      'a DSF file cut inside its header',
    );
    return { faults };
  }
  const channels = head.getUint32(28 + 24, true);
  const sampleRate = head.getUint32(28 + 28, true);
  const declared = Number(head.getBigUint64(28 + 36, true));
  if (channels === 0 || sampleRate === 0) {
    note(
      faults,
      'format-impossible',
      28,
      `The header says ${counted(channels, 'channel')} at ${formatCount(sampleRate)} Hz.`,
      'a DSF file with a damaged header',
    );
    return { faults };
  }
  if (declared === 0) {
    note(
      faults,
      'sound-missing',
      28 + 36,
      'The file holds a header and no sound: its length is 0 samples.',
      'a DSF file with no sound in it',
    );
    return { faults };
  }
  const blockBytes = head.getUint32(28 + 44, true) || 4096;
  const soundBytes = file.size - base - HEAD_BYTES;
  const needed = Math.ceil(declared / 8 / blockBytes) * blockBytes * channels;
  const isCut = soundBytes < needed && soundBytes * 8 < declared * channels;
  const frames = isCut ? Math.floor(soundBytes / channels) * 8 : declared;
  if (isCut) {
    note(
      faults,
      'truncated',
      file.size,
      `The file ends too early: its header says ${formatCount(declared)} samples a channel, and ${formatCount(frames)} are there.`,
    );
  }
  return {
    header: audioHeader({
      container: 'dsf',
      codec: 'dsd',
      sampleRate,
      channels,
      bitDepth: 1,
      float: false,
      frames,
      framesDeclared: declared,
      lossy: false,
    }),
    faults,
  };
}
