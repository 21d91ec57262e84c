/**
 * What one pass over every sample of a file gives. Numbers in the unit they name; `null` where there is nothing to
 * measure. Full scale is 1.0 = 0 dBFS; frames count from 0.
 */
export type Measurements = {
  /** the meters' version: measurements of another version are never compared */
  readonly meters: string;
  readonly frames: number;
  /** largest |sample|; null for digital silence */
  readonly peakDbfs: number | null;
  readonly peakAtFrame: number | null;
  readonly channelPeaksDbfs: readonly (number | null)[];
  readonly truePeakDbtp: number | null;
  readonly integratedLufs: number | null;
  readonly loudnessRangeLu: number | null;
  readonly momentaryMaxLufs: number | null;
  readonly shortTermMaxLufs: number | null;
  readonly rmsDbfs: number | null;
  /** standing offset; see `dc` */
  readonly dcDbfs: number | null;
  readonly crestDb: number | null;
  readonly noiseFloorDbfs: number | null;
  /** first and last frame above −60 dBFS; null where there is none */
  readonly firstSoundFrame: number | null;
  readonly lastSoundFrame: number | null;
  readonly activeSeconds: number;
  /** stretches above −60 dBFS in 100 ms blocks, 1 s apart; bounded in number */
  readonly islands: readonly FrameSpan[];
  readonly silence: { readonly kind: 'digital' | 'dither' | 'noise'; readonly noiseRmsDbfs: number | null } | null;
  readonly loudest400MsDbfs: number | null;
  readonly clipping: Clipping | null;
  readonly badSamples: {
    readonly nan: number;
    readonly infinite: number;
    readonly huge: number;
    readonly denormal: number;
    readonly overs: number;
  };
  /** bits of an integer sample that are ever used; null for float */
  readonly usedBits: number | null;
  readonly latticeStep: number | null;
  /** −1 … 1 over the whole file; null unless stereo with sound on both sides */
  readonly correlation: number | null;
  readonly sideDb: number | null;
  /** left minus right; null unless stereo */
  readonly balanceDb: number | null;
  /** largest |L − R|, in full scale */
  readonly maxDifference: number | null;
  readonly identicalChannels: boolean | null;
  readonly silentSide: 'L' | 'R' | null;
  readonly edges: Edges | null;
  readonly dc: readonly {
    readonly channel: number;
    readonly offset: number;
    readonly spread: number;
    readonly blocks: number;
    readonly oneSignShare: number;
  }[];
  readonly dropouts: readonly {
    readonly kind: 'gap' | 'held' | 'repeat';
    readonly fromFrame: number;
    readonly toFrame: number;
    readonly blockFrames?: number;
  }[];
  readonly clicks: readonly {
    readonly frame: number;
    readonly channel: number;
    readonly stepDbfs: number;
    readonly overLocal: number;
  }[];
  readonly bandLimitHz: number | null;
  readonly bandDropDb: number | null;
  readonly hum: {
    readonly mainsHz: 50 | 60;
    readonly harmonics: readonly number[];
    readonly levelDbfs: number;
    readonly where: 'all' | 'pauses';
  } | null;
  /** 10 ms blocks that peak within 0.1 dB of the file's peak, and their share of the blocks with sound */
  readonly nearPeak: { readonly blocks: number; readonly share: number } | null;
  readonly loudest3SDbfs: number | null;
  readonly overview: Overview | null;
  /** of the decoded samples, whatever the container; equal hashes mean equal sound and equal rate */
  readonly pcmHash: string;
  readonly excerpts?: Readonly<Record<string, readonly number[]>>;
  /** from the rough-mix comparison */
  readonly rough?: RoughFigures;
};

export type FrameSpan = { readonly fromFrame: number; readonly toFrame: number };
export type Clipping = {
  readonly runs: number;
  readonly longestFrames: number;
  readonly clippedSamples: number;
  readonly ceilingDbfs: number;
  readonly atFullScale: boolean;
  readonly hard: boolean;
  readonly wraps: number;
  readonly spans: readonly FrameSpan[];
};
export type Edges = {
  readonly firstSampleDbfs: number | null;
  readonly headCut: boolean;
  readonly headLevelDbfs: number | null;
  readonly tailCut: boolean;
  readonly lastLevelDbfs: number | null;
  readonly floorDbfs: number | null;
};
/** 480 columns over the length of the file, both channels folded into one, signed 8-bit. */
export type Overview = {
  readonly min: readonly number[];
  readonly max: readonly number[];
  readonly rms: readonly number[];
};
export type RoughFigures = {
  readonly gainDb: number | null;
  readonly pan: number | null;
  readonly offsetFrames: number | null;
  readonly withinFrames: number | null;
  readonly contributionDb: number | null;
  readonly score: number | null;
};
