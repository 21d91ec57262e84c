import { grouped } from '../../model/grouped.js';
import type { Label } from '../../model/label.js';
import { familyOf } from '../../model/roles.js';
import { folderOf, stemName } from '../../model/units.js';

const LETTERED = /[ _-]t(\d{1,2})$/i;

/**
 * The takes that are told apart by a letter: "Lead Dbl T1" beside "Lead Dbl T2".
 *
 * Alone the letter says nothing, and on a drum "T1" is a tom.
 *
 * @returns the take's number by path; nothing for any other name
 */
export function letteredTakes(labels: ReadonlyMap<string, Label>): Map<string, number> {
  const marked = [...labels].flatMap(([path, { role, take }]) => {
    const letter = LETTERED.exec(stemName(path));
    const isDrum = role === null || familyOf(role) === 'drums';
    return letter === null || isDrum || take !== null ? [] : [{ path, take: Number(letter[1]) }];
  });
  const groups = grouped(
    marked,
    ({ path }) => `${folderOf(path)}/${stemName(path).replace(LETTERED, '').toLowerCase()}`,
  );
  const several = [...groups.values()].filter((group) => group.length > 1).flat();
  return new Map(several.map(({ path, take }) => [path, take]));
}
