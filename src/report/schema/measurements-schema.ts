import { z } from 'zod';

const level = z.number().nullable();
const spans = z.array(z.strictObject({ fromFrame: z.number(), toFrame: z.number() }));
const points = z.array(z.number());

const clipping = z.strictObject({
  runs: z.number(),
  longestFrames: z.number(),
  clippedSamples: z.number(),
  ceilingDbfs: z.number(),
  atFullScale: z.boolean(),
  hard: z.boolean(),
  wraps: z.number(),
  spans,
});

const edges = z.strictObject({
  firstSampleDbfs: level,
  headCut: z.boolean(),
  headLevelDbfs: level,
  tailCut: z.boolean(),
  lastLevelDbfs: level,
  floorDbfs: level,
});

const roughFigures = z.strictObject({
  gainDb: level,
  pan: level,
  offsetFrames: level,
  withinFrames: level,
  contributionDb: level,
  score: level,
});

/** What one pass over every sample of a file gives; null where there is nothing to measure. */
export const measurementsSchema = z.strictObject({
  meters: z.string().describe("the meters' version: measurements of another version are never compared"),
  frames: z.number(),
  peakDbfs: level,
  peakAtFrame: level,
  channelPeaksDbfs: z.array(level),
  truePeakDbtp: level,
  integratedLufs: level,
  loudnessRangeLu: level,
  momentaryMaxLufs: level,
  shortTermMaxLufs: level,
  rmsDbfs: level,
  dcDbfs: level,
  crestDb: level,
  noiseFloorDbfs: level,
  firstSoundFrame: level,
  lastSoundFrame: level,
  activeSeconds: z.number(),
  islands: spans,
  silence: z.strictObject({ kind: z.enum(['digital', 'dither', 'noise']), noiseRmsDbfs: level }).nullable(),
  loudest400MsDbfs: level,
  clipping: clipping.nullable(),
  badSamples: z.strictObject({
    nan: z.number(),
    infinite: z.number(),
    huge: z.number(),
    denormal: z.number(),
    overs: z.number(),
  }),
  usedBits: level,
  latticeStep: level,
  correlation: level,
  sideDb: level,
  balanceDb: level,
  maxDifference: level,
  identicalChannels: z.boolean().nullable(),
  silentSide: z.enum(['L', 'R']).nullable(),
  edges: edges.nullable(),
  dc: z.array(
    z.strictObject({
      channel: z.number(),
      offset: z.number(),
      spread: z.number(),
      blocks: z.number(),
      oneSignShare: z.number(),
    }),
  ),
  dropouts: z.array(
    z.strictObject({
      kind: z.enum(['gap', 'held', 'repeat']),
      fromFrame: z.number(),
      toFrame: z.number(),
      blockFrames: z.number().optional(),
    }),
  ),
  clicks: z.array(
    z.strictObject({ frame: z.number(), channel: z.number(), stepDbfs: z.number(), overLocal: z.number() }),
  ),
  bandLimitHz: level,
  bandDropDb: level,
  hum: z
    .strictObject({
      mainsHz: z.union([z.literal(50), z.literal(60)]),
      harmonics: points,
      levelDbfs: z.number(),
      where: z.enum(['all', 'pauses']),
    })
    .nullable(),
  nearPeak: z.strictObject({ blocks: z.number(), share: z.number() }).nullable(),
  loudest3SDbfs: level,
  overview: z.strictObject({ min: points, max: points, rms: points }).nullable().optional(),
  pcmHash: z.string().describe('equal hashes mean equal sound and equal rate, whatever the container'),
  excerpts: z.record(z.string(), points).optional(),
  rough: roughFigures.optional(),
});
