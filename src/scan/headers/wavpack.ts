import { formatCount } from '../../model/units.js';
import { type Faults, note } from './faults.js';
import { audioHeader, type HeaderFacts } from './header.js';
import { type Bytes, part, type Reading } from './reading.js';
import { ascii } from './text.js';

const HEAD_BYTES = 32;
const FIRST_BYTES = 4096;
const MOST_BLOCK_BYTES = 1 << 21;
const MOST_BLOCKS = 200_000;
const RATES: readonly number[] = [
  6000, 8000, 9600, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 64_000, 88_200, 96_000, 192_000,
];
const OWN_RATE = 15;
const UNKNOWN_LENGTH = 0xffffffff;
const MONO = 4;
const HYBRID = 8;
const FLOAT = 0x80;
const INITIAL = 0x800;
const DSD = 0x80000000;

type Block = {
  readonly bytes: number;
  readonly total: number;
  readonly index: number;
  readonly samples: number;
  readonly flags: number;
};
type Walk = {
  readonly endFrame: number;
  readonly channels: number;
  readonly endsAt: number;
};

/**
 * Reads a WavPack file by its block headers, the first and all behind it.
 *
 * Source: WavPack 4 and 5 binary file format
 */
export function* readWavPack(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const view = yield* part(file, base, FIRST_BYTES);
  const first = readBlock(view);
  const rate = first ? sampleRateOf(first, view) : null;
  const bits = first ? ((first.flags & 3) + 1) * 8 - ((first.flags >>> 13) & 0x1f) : 0;
  if (!first || !rate || bits <= 0) {
    note(
      faults,
      first ? 'format-impossible' : 'header-cut',
      base,
      'The first block of the file is damaged.',
      'a damaged WavPack file',
    );
    return { faults };
  }
  const walk = yield* walkBlocks(file, base);
  if (walk.endFrame === 0) {
    note(
      faults,
      'sound-missing',
      base,
      'The file holds no whole block of sound.',
      'a WavPack file with no sound in it',
    );
    return { faults };
  }
  const isDsd = (first.flags & DSD) !== 0;
  const declared = first.total === UNKNOWN_LENGTH ? null : first.total;
  if (declared === null)
    note(faults, 'length-unknown', base + 12, 'The program that wrote the file left its length open.');
  else if (walk.endFrame < declared) {
    note(
      faults,
      'truncated',
      walk.endsAt,
      `The file ends too early: its header says ${formatCount(declared)} samples a channel, and ${formatCount(walk.endFrame)} are there.`,
    );
  }
  const lossy = (first.flags & HYBRID) !== 0;
  return {
    header: audioHeader({
      container: 'wavpack',
      codec: 'wavpack',
      sampleRate: rate,
      channels: walk.channels,
      bitDepth: isDsd ? 1 : (first.flags & FLOAT) !== 0 ? 32 : bits,
      float: (first.flags & FLOAT) !== 0,
      frames: Math.min(walk.endFrame, declared ?? walk.endFrame),
      framesDeclared: declared ?? undefined,
      lossy,
    }),
    faults,
  };
}

function readBlock(view: DataView): Block | null {
  if (view.byteLength < HEAD_BYTES || ascii(view, 0, 4) !== 'wvpk') return null;
  const bytes = view.getUint32(4, true) + 8;
  const version = view.getUint16(8, true);
  if (bytes < HEAD_BYTES || bytes > MOST_BLOCK_BYTES || version < 0x402 || version > 0x410) return null;
  return {
    bytes,
    total: view.getUint32(12, true),
    index: view.getUint32(16, true) + view.getUint8(10) * 2 ** 32,
    samples: view.getUint32(20, true),
    flags: view.getUint32(24, true),
  };
}

/** The rate of the table, or of the sub-block that holds an own one (id 0x27). */
function sampleRateOf(block: Block, view: DataView): number | null {
  const code = (block.flags >>> 23) & 15;
  if (code !== OWN_RATE) return RATES[code] ?? null;
  const end = Math.min(block.bytes, view.byteLength);
  for (let at = HEAD_BYTES; at + 4 <= end; ) {
    const id = view.getUint8(at);
    const isLong = (id & 0x80) !== 0;
    const words = isLong ? view.getUint32(at, true) >>> 8 : view.getUint8(at + 1);
    const body = at + (isLong ? 4 : 2);
    if ((id & 0x3f) === 0x27 && body + 3 <= end) return view.getUint8(body) | (view.getUint16(body + 1, true) << 8);
    at = body + words * 2;
  }
  return null;
}

function* walkBlocks(file: Bytes, base: number): Reading<Walk> {
  let at = base;
  let endFrame = 0;
  let channels = 0;
  let counting = true;
  for (let count = 0; count < MOST_BLOCKS && at + HEAD_BYTES <= file.size; count++) {
    const block = readBlock(yield* part(file, at, HEAD_BYTES));
    if (!block) break;
    if (at + block.bytes > file.size) break;
    if (block.samples > 0) {
      // Blocks of two channels each make up a frame of more; the first of them carries a flag.
      if (endFrame > 0 && (block.flags & INITIAL) !== 0) counting = false;
      if (counting) channels += (block.flags & MONO) !== 0 ? 1 : 2;
      endFrame = block.index + block.samples;
    }
    at += block.bytes;
  }
  return { endFrame, channels, endsAt: at };
}
