import type { DeliveredFile } from '../model/delivery.js';
import { familyOf } from '../model/roles.js';
import { stemName } from '../model/units.js';

/** What is normal for a part and would be a fault in another: decided by role and by the words of its name. */
export function isDrum({ label }: DeliveredFile): boolean {
  const family = familyOf(label.role);
  return family === 'drums' || family === 'percussion';
}

export function isEffect({ label }: DeliveredFile): boolean {
  return label.printed || familyOf(label.role) === 'fx';
}

export function isBass({ label }: DeliveredFile): boolean {
  return familyOf(label.role) === 'bass';
}

/** A left or right half of a pair: what its two channels do says nothing about the part. */
export function isHalf({ label }: DeliveredFile): boolean {
  return label.side === 'L' || label.side === 'R';
}

/** Kicks, 808s, breaks, drum buses and distorted parts are clipped on purpose more often than not. */
export function isClippedOnPurpose(file: DeliveredFile): boolean {
  const { role, bus } = file.label;
  const isLowDrum = role === '808' || role === 'drum-loop' || (role?.startsWith('kick') ?? false);
  return isLowDrum || (bus && isDrum(file)) || hasWord(file, /dist|crush|fuzz|overdriv|clipp|smash|bitcr|satur|808/);
}

/** Sounds that are chopped, gated or noisy by design. */
export function isChopped(file: DeliveredFile): boolean {
  return (
    file.label.role === 'vocoder' ||
    hasWord(file, /glitch|stutter|gate|chop|vocoder|vinyl|lofi|lo-fi|tape ?stop|crackle/)
  );
}

/** A whole beat, a loop or a print: sounds of many kinds, cut and joined, in one file. */
export function isComposite({ label }: DeliveredFile): boolean {
  return label.role !== null && ['beat', 'drum-loop', 'instrumental', 'scratch-dj', 'tv-mix'].includes(label.role);
}

/** Ambience, rooms and effects may be as soft as they like. */
export function isAmbience(file: DeliveredFile): boolean {
  const { role } = file.label;
  return isEffect(file) || role === 'room' || role === 'texture' || hasWord(file, /ambien|atmo|room|drone|noise/);
}

function hasWord({ path }: DeliveredFile, words: RegExp): boolean {
  return words.test(stemName(path).slice(0, 255).toLowerCase());
}
