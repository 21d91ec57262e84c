import { counted } from '../model/units.js';
import { cacheFolder, clearCache, keptMeasurements } from '../scan/cache/index.js';

/** `stemcheck cache`: where measurements are kept and how much of them; --clear forgets them. */
export async function cache({ clear }: { readonly clear?: boolean }): Promise<number> {
  const { entries, bytes } = clear ? clearCache() : keptMeasurements();
  const amount = `${counted(entries, 'measurement')}, ${(bytes / 1e6).toFixed(1)} MB`;
  process.stdout.write(clear ? `Forgot ${amount}.\n` : `${cacheFolder({})}\n${amount}; --clear forgets them.\n`);
  return 0;
}
