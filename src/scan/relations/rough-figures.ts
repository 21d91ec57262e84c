import type { DeliveredFile } from '../../model/delivery.js';
import type { RoughComparison } from '../../model/relations.js';

/** The files with what the comparison says about each beside its other measurements. */
export function withRoughFigures(files: readonly DeliveredFile[], rough: RoughComparison | null): DeliveredFile[] {
  const byPath = new Map(rough?.stems.map((stem) => [stem.path, stem]));
  return files.map((file) => {
    const stem = byPath.get(file.path);
    if (stem === undefined || file.measured === undefined) return file;
    const { gainDb, pan, lateFrames, withinFrames, contributionDb, score } = stem;
    return {
      ...file,
      measured: {
        ...file.measured,
        rough: { gainDb, pan: pan ?? null, offsetFrames: lateFrames, withinFrames, contributionDb, score },
      },
    };
  });
}
