import type { Fault, FaultClass } from '../../model/delivery.js';

/** Every fault that a reader of headers can find, and how grave it is. `check/faults.ts` names the rule of each. */
export const FAULTS = {
  'no-permission': 'unavailable',
  vanished: 'unavailable',
  changed: 'unavailable',
  'disk-error': 'unavailable',
  'not-audio': 'wrong',
  'empty-file': 'wrong',
  'header-cut': 'wrong',
  'format-missing': 'wrong',
  'format-impossible': 'wrong',
  'sound-missing': 'wrong',
  'codec-unsupported': 'unsupported',
  'container-unsupported': 'unsupported',
  truncated: 'doubt',
  'length-disagrees': 'doubt',
  'frames-disagree': 'doubt',
  'first-frame-missing': 'doubt',
  'frame-size-wrong': 'doubt',
  'rate-absurd': 'doubt',
  'sound-repeated': 'doubt',
  'size-wrapped': 'doubt',
  'end-missing': 'doubt',
  'last-frame-cut': 'doubt',
  'length-unknown': 'odd',
  'size-too-large': 'odd',
  'bytes-behind-end': 'odd',
  'part-of-a-frame': 'odd',
  'pad-missing': 'odd',
  'chunk-cut': 'odd',
  'chunk-missing': 'odd',
  'format-repeated': 'odd',
  'format-behind-sound': 'odd',
  'format-late': 'odd',
  'format-short': 'odd',
  'frame-size-odd': 'odd',
  'byte-rate-wrong': 'odd',
  'bits-unusual': 'odd',
  'tag-in-front': 'odd',
  'junk-inside': 'odd',
  'checksum-missing': 'odd',
  'too-many-chunks': 'odd',
  'bext-short': 'odd',
  'bext-time-absurd': 'odd',
} as const satisfies Record<string, FaultClass>;
export type FaultId = keyof typeof FAULTS;

/** The faults of one file, as they are found. */
export type Faults = Fault[];

/** Adds a fault; the first of each id counts, so that a damaged file cannot fill the memory with its complaints. */
export function note(faults: Faults, id: FaultId, atByte: number, message: string, looksLike?: string): void {
  if (faults.some((known) => known.id === id)) return;
  faults.push({ id, is: FAULTS[id], atByte, message, ...(looksLike === undefined ? {} : { looksLike }) });
}
