// Where everything lies: fixed addresses, no allocator. The host reads them through `place`; a test holds them apart.
// Sizes are those of the largest chunk: 40 hops of 4,096 frames, two channels of 32 bits.

// @ts-ignore: decorator
@inline export const HOP: i32 = 4096;
// @ts-ignore: decorator
@inline export const BLOCK: i32 = 64;
// @ts-ignore: decorator
@inline export const MOST_HOPS: i32 = 40;

// @ts-ignore: decorator
@inline export const TAPS: usize = 0x1000; // 16 triples of f32
// @ts-ignore: decorator
@inline export const HASH: usize = 0x1100; // 4 v128 of sums, then 2 v128 of keys
// @ts-ignore: decorator
@inline export const MASK: usize = 0x1180; // the swizzle of the sample format
// @ts-ignore: decorator
@inline export const COEFFICIENTS: usize = 0x1200; // 6 f64x2, then 7 f64x2 of filter state
// @ts-ignore: decorator
@inline export const K_STATE: usize = 0x1260;
// @ts-ignore: decorator
@inline export const LAG_STATE: usize = 0x1400; // per lag: i32 lag, i32 looping, f64 next frame to test, f64 resume, i32 equal frames before it, i32 probes to pass over (a mask)
// @ts-ignore: decorator
@inline export const TOPS: usize = 0x1800; // 4 of TOP_BYTES
// @ts-ignore: decorator
@inline export const TOP_BYTES: usize = 0x140;
// @ts-ignore: decorator
@inline export const BENDS: usize = 0x6800; // ring of 128 blocks: third differences (largest, sum) and squares of both channels
// @ts-ignore: decorator
@inline export const FIR: usize = 0x2000; // taps of the decimator, filled up to whole vectors
// @ts-ignore: decorator
@inline export const FIR_BYTES: usize = 0x1000;
// @ts-ignore: decorator
@inline export const BOX: usize = 0x4000; // boxes of a hop; their history lies below
// @ts-ignore: decorator
@inline export const GRID: usize = 0x8000; // three phases of a block, GRID_BYTES apart
// @ts-ignore: decorator
@inline export const GRID_BYTES: usize = 0x240;
// @ts-ignore: decorator
@inline export const BLOCKS: usize = 0xa000; // of a hop and the last two before: largest |x|, largest second difference
// @ts-ignore: decorator
@inline export const GROUPS: usize = 0x10000; // min, max, sum f64x2, squares f64x2
// @ts-ignore: decorator
@inline export const GROUP_BYTES: usize = 64;
// @ts-ignore: decorator
@inline export const ENERGIES: usize = 0x38100; // f64x2
// @ts-ignore: decorator
@inline export const SLOW: usize = 0x48000; // pairs of f32: value, 1 for silence
// @ts-ignore: decorator
@inline export const STILL: usize = 0x70000; // f64 from, f64 to, f32 step in, step out, power before, level
// @ts-ignore: decorator
@inline export const CLICKS: usize = 0x74000; // f64 first frame of the block, i32 channel
// @ts-ignore: decorator
@inline export const REPEATS: usize = 0x76000; // f64 first repeated frame, i32 lag
// @ts-ignore: decorator
@inline export const JUMPS: usize = 0x78000; // f64 frame, f32 before, from, to, after, i32 channel
// @ts-ignore: decorator
@inline export const FLAT: usize = 0xa1000; // interleaved f32 of a hop; HISTORY frames lie below
// @ts-ignore: decorator
@inline export const HISTORY: i32 = 256;
// @ts-ignore: decorator
@inline export const RAW: usize = 0xd0000; // bytes of a chunk; RAW_HISTORY frames lie below
// @ts-ignore: decorator
@inline export const RAW_HISTORY: i32 = 12416;

// @ts-ignore: decorator
@inline export const MOST_STILL: i32 = 256;
// @ts-ignore: decorator
@inline export const MOST_CLICKS: i32 = 512;
// @ts-ignore: decorator
@inline export const MOST_REPEATS: i32 = 256;
// @ts-ignore: decorator
@inline export const MOST_JUMPS: i32 = 4096;
