import { formatDelivery } from '../report/json.js';
import { deliveredPlace } from './delivered-folder.js';
import { type ReadingOptions, readDelivery } from './read-delivery.js';

/** `stemcheck scan <folder>`: prints the Delivery as JSON. */
export async function scan(folder: string, options: ReadingOptions & { readonly evidence?: boolean }): Promise<number> {
  const delivery = await readDelivery(deliveredPlace(folder), options);
  process.stdout.write(formatDelivery(delivery, { evidence: options.evidence === true }));
  return 0;
}
