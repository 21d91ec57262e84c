/** Facts about two or more files. Paths are those of the Delivery. */
export type Relations = {
  /** same bytes, or same samples under another header */
  readonly sameSound: readonly SameSound[];
  readonly dryTwins: readonly { readonly wet: string; readonly dry: string; readonly because: 'name' | 'sound' }[];
  /** null: not compared; `roughBecause` says why */
  readonly rough: RoughComparison | null;
  readonly roughBecause: string | null;
  readonly twins: readonly Twin[];
  readonly buses: readonly { readonly bus: string; readonly members: readonly string[]; readonly explained: number }[];
};
export type SameSound = { readonly files: readonly string[]; readonly how: 'bytes' | 'samples' };
export type Twin = {
  readonly a: string;
  readonly b: string;
  readonly kind: 'copy' | 'processed-copy' | 'same-performance';
  readonly lagFrames: number;
  readonly gainDb: number | null;
  readonly inverted: boolean | null;
  readonly nullDb: number | null;
};
export type RoughComparison = {
  readonly roughMix: string;
  /** the lag that the stems share: lead-in or encoder delay; null where they do not agree */
  readonly commonLagFrames: number | null;
  readonly agreement: 'sure' | 'weak' | 'none';
  readonly nullDb: number | null;
  readonly provesDownToDb: number | null;
  readonly sampleRate: number;
  readonly stems: readonly StemInRough[];
  readonly unexplained: {
    readonly share: number;
    readonly spans: readonly UnexplainedSpan[];
    readonly levelDb: number | null;
  } | null;
  readonly diffuse: boolean;
  readonly mixDriftPpm: number | null;
  readonly steps: readonly { readonly atSeconds: number; readonly jumpSeconds: number }[];
  readonly cannotTell: string | null;
};
export type StemInRough = {
  readonly path: string;
  readonly kind: 'aligned' | 'offset' | 'drift' | 'rate' | 'not-found' | 'cannot-tell' | 'silent';
  /** positive: late */
  readonly lateFrames: number | null;
  readonly withinFrames: number | null;
  readonly ppm: number | null;
  readonly trueRateHz: number | null;
  readonly inverted: boolean | null;
  /** of a wide stem, the side that alone is upside down */
  readonly invertedSide?: 'L' | 'R' | null;
  readonly score: number | null;
  readonly contributionDb: number | null;
  readonly gainDb: number | null;
  /** −1 left … 1 right, of what it adds to the mix */
  readonly pan?: number | null;
  readonly explained: number | null;
  readonly why: string | null;
};
export type UnexplainedSpan = {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly fromHz: number;
  readonly toHz: number;
  readonly levelDb: number;
};

export const NO_RELATIONS: Relations = {
  sameSound: [],
  dryTwins: [],
  rough: null,
  roughBecause: null,
  twins: [],
  buses: [],
};
