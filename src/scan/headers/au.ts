import { counted, formatCount } from '../../model/units.js';
import { type Faults, note } from './faults.js';
import { audioHeader, type HeaderFacts } from './header.js';
import { type Bytes, part, type Reading } from './reading.js';

const OPEN = 0xffffffff;
type Encoding = { readonly codec: string; readonly bytes: number; readonly float: boolean; readonly lossy: boolean };
const ENCODINGS: Readonly<Record<number, Encoding>> = {
  1: { codec: 'mulaw', bytes: 1, float: false, lossy: true },
  2: { codec: 'pcm_s8', bytes: 1, float: false, lossy: false },
  3: { codec: 'pcm_s16', bytes: 2, float: false, lossy: false },
  4: { codec: 'pcm_s24', bytes: 3, float: false, lossy: false },
  5: { codec: 'pcm_s32', bytes: 4, float: false, lossy: false },
  6: { codec: 'float32', bytes: 4, float: true, lossy: false },
  7: { codec: 'float64', bytes: 8, float: true, lossy: false },
  27: { codec: 'alaw', bytes: 1, float: false, lossy: true },
};

/** Reads a Sun/NeXT .au file. Source: audio(4), The Sun audio file format */
export function* readAu(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const head = yield* part(file, base, 24);
  const encoding = head.byteLength === 24 ? ENCODINGS[head.getUint32(12)] : undefined;
  const sampleRate = encoding ? head.getUint32(16) : 0;
  const channels = encoding ? head.getUint32(20) : 0;
  if (!encoding || sampleRate === 0 || channels === 0 || channels > 1024) {
    note(
      faults,
      'container-unsupported',
      base,
      'The file is an AU file of a kind that is not read here.',
      'an AU file',
    );
    return { faults };
  }
  const soundAt = base + head.getUint32(4);
  const declared = head.getUint32(8);
  const rest = Math.max(0, file.size - soundAt);
  const present = declared === OPEN ? rest : Math.min(declared, rest);
  note(
    faults,
    'container-unsupported',
    base,
    `The file is an AU file, which many programs do not open: ${counted(channels, 'channel')} at ${formatCount(sampleRate)} Hz.`,
  );
  return {
    header: audioHeader({
      container: 'other',
      codec: encoding.codec,
      sampleRate,
      channels,
      bitDepth: encoding.lossy ? null : encoding.bytes * 8,
      float: encoding.float,
      endian: 'be',
      frames: Math.floor(present / (encoding.bytes * channels)),
      lossy: encoding.lossy,
    }),
    faults,
  };
}
