import type { AudioHeader, Fault } from '../../model/delivery.js';
import type { Measurements } from '../../model/measurements.js';
import type { CacheSettings } from './cache-folder.js';
import { fileState } from './file-state.js';
import { digest, type KeptValues, keptValues } from './kept-values.js';

/** What is kept of one file between runs. */
type Kept = { readonly measured: Measurements; readonly faults: readonly Fault[] };

export type MeasureCache = KeptValues<Kept> & {
  /** names this file in this state; null where it cannot be told, which is never looked up or kept */
  readonly keyOf: (absolutePath: string, header: AudioHeader) => string | null;
};

/** Measurements kept between runs, by the file's state, what its header said, and the meters' version. */
export function measureCache(settings: CacheSettings, metersVersion: string): MeasureCache {
  return {
    ...keptValues<Kept>(settings),
    keyOf(absolutePath, header) {
      const state = fileState(absolutePath);
      return state === null ? null : digest(JSON.stringify([metersVersion, state, header]));
    },
  };
}
