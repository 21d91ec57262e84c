import { join } from 'node:path';
import type { Brief } from '../model/brief.js';
import type { DeliveredFile } from '../model/delivery.js';
import { NO_RELATIONS, type Relations } from '../model/relations.js';
import { dryTwinsByName } from './relations/dry-twins-by-name.js';
import { sameReferences, sameSound } from './relations/same-sound.js';
import { sameBytes } from './same-bytes.js';
import type { ScanOptions } from './scan-options.js';

/**
 * What two or more files say about each other: by their names, by the sums of their samples, by listening.
 *
 * @param root absolute path of the delivered folder or ZIP
 * @param files measured, unless `quick` says that no sample is read: then their names alone speak
 */
export async function relate(
  root: string,
  files: readonly DeliveredFile[],
  brief: Brief,
  options: ScanOptions,
): Promise<Relations> {
  const dryTwins = dryTwinsByName(files);
  if (options.quick) return { ...NO_RELATIONS, dryTwins };
  const stems = files.filter(({ kind }) => kind === 'stem');
  const haveEqualBytes = (a: string, b: string) => sameBytes(join(root, a), join(root, b));
  const printed = files.filter(({ kind }) => kind === 'stem' || kind === 'rough-mix');
  const same = [...sameSound(printed, haveEqualBytes), ...sameReferences(files, printed, haveEqualBytes)];
  options.signal?.throwIfAborted();
  const known = { ...NO_RELATIONS, sameSound: same, dryTwins };
  if (options.rough === false || stems.length === 0) return known;
  try {
    const { relateDelivery } = await import('./relations-node.js');
    const related = await relateDelivery(files, brief, known, root, {
      cache: options.cache ?? null,
      ...(options.signal ? { signal: options.signal } : {}),
      onProgress: (done, of, path) => options.onProgress?.({ step: 'rough-mix', done, of, path }),
    });
    return { ...known, ...related };
  } catch (error) {
    options.signal?.throwIfAborted();
    // A fault of ours in the heaviest step must not take away what all the others found; the report says what is missing.
    return { ...known, roughBecause: `the comparison with the rough mix broke off (${String(error)})` };
  }
}
