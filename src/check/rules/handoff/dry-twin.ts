import type { DeliveredFile, Delivery } from '../../../model/delivery.js';
import { partName } from '../names/name-words.js';

/** A dry version of a wet file lies here: found by name or sound, or another file of the part that calls itself dry. */
export function hasDryTwin(
  wet: DeliveredFile,
  delivery: Pick<Delivery, 'relations' | 'song'>,
  files: readonly DeliveredFile[],
): boolean {
  if (delivery.relations.dryTwins.some((twin) => twin.wet === wet.path)) return true;
  const part = withoutEffect(partName(wet, delivery.song));
  return files.some(
    (file) =>
      file.label.dry === 'dry' &&
      (isSamePart(file, wet, delivery.song) || withoutEffect(partName(file, delivery.song)) === part),
  );
}

/** Two files hold one part where their names agree, or their roles, numbers and sections do. */
export function isSamePart(one: DeliveredFile, other: DeliveredFile, song: string | null): boolean {
  const [a, b] = [one.label, other.label];
  if (a.role === null || a.role !== b.role) return partName(one, song) === partName(other, song);
  return a.number === b.number && a.section === b.section && a.side === b.side && a.isDouble === b.isDouble;
}

/** "Lead Vox (printed FX)" and "Lead Vox DRY" are one part. */
function withoutEffect(name: string): string {
  return name
    .split(' ')
    .filter((word) => !EFFECT_WORDS.has(word))
    .join(' ');
}

const EFFECT_WORDS = new Set(
  'printed print prints fx efx effect effects effekte gedruckt impreso impresa stampato'.split(' '),
);
