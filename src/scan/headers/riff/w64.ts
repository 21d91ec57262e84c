import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import type { HeaderFacts } from '../header.js';
import { type Bytes, part, type Reading } from '../reading.js';
import { fourCc } from '../text.js';
import { readChunk } from './chunks.js';
import { noParts, wavFacts } from './sound.js';

const HEAD_BYTES = 24;
const FIRST_CHUNK_AT = 40;
const MOST_CHUNKS = 100_000;
const MOST_TOLD = 256;
const DATA = fourCc('data');

/**
 * Reads a Sony Wave64 file: the chunks of WAV under 16-byte names, with 64-bit sizes that count their own header, on
 * places that are multiples of 8.
 * Source: Sony Pictures Digital, Sony Wave64 file format
 */
export function* readW64(file: Bytes, base: number, faults: Faults): Reading<HeaderFacts> {
  const parts = noParts();
  const riff = yield* part(file, base, HEAD_BYTES);
  if (riff.byteLength < HEAD_BYTES || file.size < base + FIRST_CHUNK_AT + HEAD_BYTES) {
    note(
      faults,
      'header-cut',
      file.size,
      `The file ends after ${counted(file.size, 'byte')}, inside its header.`,
      'a Wave64 file cut inside its header',
    );
    return { faults };
  }
  let at = base + FIRST_CHUNK_AT;
  for (let count = 0; count < MOST_CHUNKS && at + HEAD_BYTES <= file.size; count++) {
    const head = yield* part(file, at, HEAD_BYTES);
    if (head.byteLength < HEAD_BYTES) break;
    const id = head.getUint32(0);
    const bytes = head.getUint32(20, true) * 2 ** 32 + head.getUint32(16, true);
    const body = at + HEAD_BYTES;
    const rest = file.size - body;
    if (bytes < HEAD_BYTES) {
      note(
        faults,
        'chunk-cut',
        at,
        `A chunk at byte ${formatCount(at)} says that it is ${counted(bytes, 'byte')} long, less than its own header.`,
      );
      break;
    }
    if (id === DATA) {
      if (parts.sound)
        note(faults, 'sound-repeated', at, 'The file has a second data chunk; only the sound in the first one plays.');
      const declaredBytes = bytes - HEAD_BYTES;
      parts.sound ??= { atByte: body, declaredBytes, presentBytes: Math.min(declaredBytes, rest) };
    } else if (count < MOST_TOLD) yield* readChunk(file, id, body, bytes - HEAD_BYTES, true, parts, faults);
    at += Math.ceil(bytes / 8) * 8;
  }
  const riffBytes = riff.getUint32(20, true) * 2 ** 32 + riff.getUint32(16, true);
  const sound = parts.sound;
  if (sound && sound.declaredBytes === sound.presentBytes && base + riffBytes > file.size + 7) {
    note(
      faults,
      'size-too-large',
      base + 16,
      `The header says ${counted(base + riffBytes - file.size, 'byte')} more than the file has; the sound itself is complete.`,
    );
  }
  return wavFacts('w64', parts, faults);
}
