import { formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { readId3 } from '../id3.js';
import { type Bytes, part, type Reading } from '../reading.js';
import { fourCc } from '../text.js';
import { readAcidTempo } from './acid.js';
import { BEXT_BYTES, readBext } from './bext.js';
import { readCues } from './cues.js';
import { readWavFormat } from './format.js';
import { readIxml } from './ixml.js';
import { readInfo, readLabels } from './lists.js';
import type { WavParts } from './sound.js';

export const FMT = fourCc('fmt ');
const FACT = fourCc('fact');
const BEXT = fourCc('bext');
const IXML = fourCc('iXML');
const LIST = fourCc('LIST');
const INFO = fourCc('INFO');
const ADTL = fourCc('adtl');
const ACID = fourCc('acid');
const CUE = fourCc('cue ');
const ID3_NAMES: readonly number[] = ['id3 ', 'ID3 ', 'ID32'].map(fourCc);
/** Chunks that say something which is asked here. */
export const TOLD: ReadonlySet<number> = new Set([FMT, FACT, BEXT, IXML, LIST, ACID, CUE, ...ID3_NAMES]);

const FORMAT_BYTES = 64;
const TEXT_BYTES = 65_536;

/**
 * Reads one chunk of a WAV file, or of a relative, into `parts`.
 *
 * @param id four characters as a big-endian number
 * @param bytes what the chunk's header says; whatever of it is behind the file's end counts as not there
 */
export function* readChunk(
  file: Bytes,
  id: number,
  atByte: number,
  bytes: number,
  littleEndian: boolean,
  parts: WavParts,
  faults: Faults,
): Reading<void> {
  const body = (most: number): Reading<DataView> => part(file, atByte, Math.min(bytes, most));
  if (id === FMT) {
    if (parts.formatSeen) {
      note(faults, 'format-repeated', atByte - 8, 'The file has a second fmt chunk; the first one counts.');
      return;
    }
    parts.formatSeen = true;
    if (parts.sound)
      note(
        faults,
        'format-behind-sound',
        atByte - 8,
        `The fmt chunk stands behind the sound, at byte ${formatCount(atByte - 8)}.`,
      );
    parts.format = readWavFormat(yield* body(FORMAT_BYTES), atByte, littleEndian, faults);
  } else if (id === BEXT) parts.bext ??= readBext(yield* body(BEXT_BYTES), atByte, littleEndian, faults);
  else if (id === IXML) parts.ixml = { ...readIxml(yield* body(TEXT_BYTES)), ...parts.ixml };
  else if (id === ACID) parts.tempo ??= readAcidTempo(yield* body(FORMAT_BYTES), littleEndian);
  else if (id === CUE) parts.cues = readCues(yield* body(TEXT_BYTES), littleEndian);
  else if (id === FACT) {
    const fact = yield* body(4);
    if (fact.byteLength === 4) parts.factFrames ??= fact.getUint32(0, littleEndian);
  } else if (id === LIST) {
    const list = yield* body(TEXT_BYTES);
    const type = list.byteLength >= 4 ? list.getUint32(0) : 0;
    if (type === INFO) {
      const info = readInfo(list, littleEndian);
      parts.info = { ...info, ...parts.info, tags: { ...info.tags, ...parts.info.tags } };
    } else if (type === ADTL) parts.labels = readLabels(list, littleEndian);
  } else if (ID3_NAMES.includes(id)) {
    const tag = yield* readId3(file, atByte);
    if (tag) parts.id3 = { ...tag.tags, ...parts.id3 };
  }
}
