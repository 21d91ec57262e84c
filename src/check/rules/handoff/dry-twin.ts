import type { DeliveredFile, Delivery } from '../../../model/delivery.js';
import { partName } from '../names/name-words.js';

/**
 * Answers for a wet file whether a dry version of it lies here: one that was found by name or sound, or another file of
 * the part that calls itself dry.
 */
export function dryTwinFinder(
  delivery: Pick<Delivery, 'relations' | 'song'>,
  files: readonly DeliveredFile[],
): (wet: DeliveredFile) => boolean {
  const known = new Set(delivery.relations.dryTwins.map(({ wet }) => wet));
  const dry = files.filter(({ label }) => label.dry === 'dry');
  const names = new Set(dry.map((file) => nameWithoutEffect(file, delivery.song)));
  const parts = new Set(dry.flatMap((file) => partOf(file) ?? []));
  return (wet) =>
    known.has(wet.path) || names.has(nameWithoutEffect(wet, delivery.song)) || parts.has(partOf(wet) ?? '');
}

/** One part, whatever its files are called: role, number, section and side; null where the name says no role. */
function partOf({ label }: DeliveredFile): string | null {
  const { role, number, section, side, isDouble } = label;
  return role === null ? null : [role, number, section, side, isDouble].join('|');
}

/** "Lead Vox (printed FX)" and "Lead Vox DRY" are one part. */
function nameWithoutEffect(file: DeliveredFile, song: string | null): string {
  return partName(file, song)
    .split(' ')
    .filter((word) => !EFFECT_WORDS.has(word))
    .join(' ');
}

const EFFECT_WORDS = new Set(
  'printed print prints fx efx effect effects effekte gedruckt impreso impresa stampato'.split(' '),
);
