import { type Brief, SAID_FIELDS, type Statement } from '../../model/brief.js';
import type { WordChange } from '../../model/diff.js';

/** What the words of the new delivery say that the old ones did not, and the other way round; by line of handoff.yaml. */
export function wordChanges(old: Brief, now: Brief): WordChange[] {
  // Asks and promises are no lines of handoff.yaml.
  const fields = SAID_FIELDS.filter((field) => field !== 'promised' && field !== 'asks');
  return [
    ...fields.flatMap((field) => changesOf(field === 'job' ? 'scope' : field, old[field], now[field])),
    ...changesOf('meant', waivers(old), waivers(now)),
  ];
}

function changesOf(
  field: string,
  old: readonly Statement<unknown>[],
  now: readonly Statement<unknown>[],
): WordChange[] {
  return [
    ...only(old, now).map(({ file, line, quote }) => ({ is: 'unsaid' as const, file, line, field, quote })),
    ...only(now, old).map(({ file, line, quote }) => ({ is: 'said' as const, file, line, field, quote })),
  ];
}

/** Statements whose value the others do not have; several of one line of a file are one. */
function only(some: readonly Statement<unknown>[], others: readonly Statement<unknown>[]): Statement<unknown>[] {
  const known = new Set(others.map(({ value }) => JSON.stringify(value)));
  const seen = new Set<string>();
  return some.filter(({ value, file, line, quote }) => {
    const place = JSON.stringify([file, line, quote]);
    if (known.has(JSON.stringify(value)) || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function waivers({ waivers }: Brief): Statement<unknown>[] {
  return waivers.map(({ rule, files, because, file, line }) => ({
    value: { rule, files },
    file,
    line,
    quote: `${rule}${files.length > 0 ? ` on ${files.join(', ')}` : ''}: ${because}`,
  }));
}
