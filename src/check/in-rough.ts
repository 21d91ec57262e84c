import type { OpenedFile } from '../model/delivery.js';
import type { Relations, RoughComparison, StemInRough } from '../model/relations.js';
import type { Views } from './context.js';

/** A stem with what the comparison says about it. */
export type StemInMix = { readonly file: OpenedFile; readonly rough: StemInRough };

/**
 * Stems of one kind in the comparison with the rough mix, in path order.
 *
 * @returns none where nothing was compared, or where stems and rough mix could not be laid on each other
 */
export function stemsInRough({ opened, delivery }: Views, kind: StemInRough['kind']): readonly StemInMix[] {
  const comparison = delivery.relations.rough;
  if (comparison === null || comparison.agreement === 'none') return [];
  const byPath = new Map(opened.map((file) => [file.path, file]));
  return comparison.stems.flatMap((rough) => {
    const file = byPath.get(rough.path);
    return rough.kind !== kind || file === undefined ? [] : [{ file, rough }];
  });
}

/** "score 0.97, ± 1 frame": how well a place was found. */
export function certainty({ score, withinFrames }: StemInRough): string {
  const words = [
    ...(score === null ? [] : [`score ${score.toFixed(2)}`]),
    ...(withinFrames === null ? [] : [`± ${withinFrames} frame${withinFrames === 1 ? '' : 's'}`]),
  ];
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

/** A comparison for examples: what is not told is as in a rough mix that is a plain sum of its stems. */
export function compared(
  stems: readonly (Pick<StemInRough, 'path' | 'kind'> & Partial<StemInRough>)[],
  parts: Partial<RoughComparison> = {},
  more: Partial<Relations> = {},
): { readonly facts: { readonly relations: Relations } } {
  return {
    facts: {
      relations: {
        sameSound: [],
        dryTwins: [],
        roughBecause: null,
        twins: [],
        buses: [],
        rough: {
          roughMix: 'Rough.wav',
          commonLagFrames: 0,
          agreement: 'sure',
          nullDb: -30,
          provesDownToDb: -40,
          sampleRate: 48_000,
          unexplained: null,
          diffuse: false,
          mixDriftPpm: null,
          steps: [],
          cannotTell: null,
          ...parts,
          stems: stems.map((stem) => ({
            lateFrames: 0,
            withinFrames: 1,
            ppm: null,
            trueRateHz: null,
            inverted: false,
            score: 0.97,
            contributionDb: -12,
            gainDb: 0,
            explained: 0.1,
            why: null,
            ...stem,
          })),
        },
        ...more,
      },
    },
  };
}
