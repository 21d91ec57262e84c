import type { Unread } from '../model/delivery.js';
import type { MeasureOutcome } from './audio/index.js';
import { byCodePoints } from './path-order.js';
import type { FileFacts } from './source/read-file.js';
import type { Listing } from './walk.js';

/**
 * Whatever could not be read, each path with its reason: folders, files and their sound, words, manifests.
 *
 * @param measured null where no sample was read
 * @param others what the readers of words and manifests could not read
 * @returns sorted by path
 */
export function unreadOf(
  listing: Listing,
  facts: ReadonlyMap<string, FileFacts>,
  measured: ReadonlyMap<string, MeasureOutcome> | null,
  others: readonly Unread[],
): Unread[] {
  const files = [...facts].flatMap(([path, fact]): Unread[] => unreadFact(path, fact));
  const sounds = [...(measured?.values() ?? [])].flatMap(({ unread }) => (unread ? [unread] : []));
  const known = new Set(files.map(({ path }) => path));
  return [...listing.unread, ...files, ...sounds.filter(({ path }) => !known.has(path)), ...others].sort((a, b) =>
    byCodePoints(a.path, b.path),
  );
}

function unreadFact(path: string, { form, faults, header }: FileFacts): Unread[] {
  if (form.is === 'placeholder' || form.is === 'unfinished') {
    return [
      {
        path,
        because: 'not-local',
        message: `${path} is ${form.name}; reading it would start a transfer, so it was left alone.`,
      },
    ];
  }
  const fault =
    faults.find(({ is }) => is === 'unavailable') ??
    (header === undefined ? faults.find(({ is }) => is === 'unsupported' || is === 'wrong') : undefined);
  if (fault === undefined) return [];
  const because =
    UNREAD_BY_FAULT[fault.id] ??
    (fault.is === 'unavailable' ? 'disk-error' : fault.is === 'unsupported' ? 'unsupported' : 'unreadable');
  return [{ path, because, message: fault.message }];
}

const UNREAD_BY_FAULT: Readonly<Record<string, Unread['because']>> = {
  'no-permission': 'no-permission',
  vanished: 'vanished',
  changed: 'changed',
};

/** Not here, or not given by the disk: reading it again would fetch it or fail again. */
export function isOutOfReach({ form, faults }: FileFacts): boolean {
  return form.is === 'placeholder' || form.is === 'unfinished' || faults.some(({ is }) => is === 'unavailable');
}
