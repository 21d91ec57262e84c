/** Counts levels in steps of a tenth of a decibel from −240 to +60 dB: constant memory, percentiles to a step. */
export type LevelHistogram = {
  readonly add: (db: number) => void;
  readonly count: () => number;
  /** the level that a share of the counted ones does not exceed; null where nothing was counted */
  readonly percentile: (share: number) => number | null;
};

const LOWEST_DB = -240;
const STEPS_PER_DB = 10;
const STEPS = 300 * STEPS_PER_DB;

export function levelHistogram(): LevelHistogram {
  const counts = new Uint32Array(STEPS + 1);
  let total = 0;
  return {
    add(db) {
      counts[Math.max(0, Math.min(STEPS, Math.round((db - LOWEST_DB) * STEPS_PER_DB)))]!++;
      total++;
    },
    count: () => total,
    percentile(share) {
      if (total === 0) return null;
      const wanted = share * (total - 1);
      let seen = 0;
      let step = 0;
      while (step < STEPS && seen + counts[step]! <= wanted) seen += counts[step++]!;
      return LOWEST_DB + step / STEPS_PER_DB;
    },
  };
}
