import type { Fit } from '../rough/fit.js';
import type { StemFit } from '../rough/fit-figures.js';
import { hermitianInverse, subMatrix, timesVector } from '../rough/hermitian.js';

/** Stems are given by their lanes in the fit. */
export type Bus = { readonly bus: number; readonly members: readonly number[]; readonly explained: number };

const LEAST_EXPLAINED = 0.95;
const LEAST_PART = 0.02;
const MOST_NEGATIVE = -0.03;
const MOST_CANDIDATES = 24;

/** Lanes that are a sum of others, with these others: at least two, all with the bus's own sign. */
export function busesOf(fit: Fit, figures: readonly StemFit[]): Bus[] {
  const candidates = figures
    .flatMap(({ explained }, lane) => (explained >= LEAST_EXPLAINED ? [lane] : []))
    .slice(0, MOST_CANDIDATES);
  const found = candidates.flatMap((lane): Bus[] => {
    const members = membersOf(fit, lane);
    return members.length < 2 ? [] : [{ bus: lane, members, explained: figures[lane]!.explained }];
  });
  // Bleed makes members qualify too: the bus stands in most of the others' lists, and has the longest one.
  const rank = ({ bus, members }: Bus): number =>
    1000 * found.filter((other) => other.members.includes(bus)).length + members.length;
  return found.filter((one) => !found.some((other) => other.members.includes(one.bus) && rank(other) > rank(one)));
}

function membersOf({ bands, owner }: Fit, lane: number): number[] {
  const own = owner.flatMap((of, column) => (of === lane ? [column] : []));
  const others = owner.flatMap((of, column) => (of === lane ? [] : [column]));
  const parts = new Map<number, number>();
  let total = 0;
  for (const { gram } of bands) {
    const inverse = hermitianInverse(subMatrix(gram, others));
    for (const column of own) {
      total += gram.real[column * gram.size + column]!;
      const right: [Float64Array, Float64Array] = [
        Float64Array.from(others, (other) => gram.real[other * gram.size + column]!),
        Float64Array.from(others, (other) => gram.imaginary[other * gram.size + column]!),
      ];
      const [gr, gi] = timesVector(inverse, right);
      for (const [k, other] of others.entries()) {
        const part = gr[k]! * right[0][k]! + gi[k]! * right[1][k]!;
        parts.set(owner[other]!, (parts.get(owner[other]!) ?? 0) + part);
      }
    }
  }
  if (Math.min(...parts.values()) <= MOST_NEGATIVE * total) return [];
  return [...parts].flatMap(([other, part]) => (part > LEAST_PART * total ? [other] : [])).sort((a, b) => a - b);
}
