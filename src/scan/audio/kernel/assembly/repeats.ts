import { LAG_STATE, MOST_REPEATS, RAW, REPEATS } from './layout';

// Buffers that were played twice (see meters/repeats.ts), found in the raw bytes, of which there is a long history.
// Comparing every frame with ten earlier ones would cost more than all other meters. A run of 64 frames and more holds
// at least one frame of every 56 with all that eight bytes reach into, and one of a longer buffer one of every so many
// of these, so only these are compared, and a hit is walked to both its ends.

const LAGS: i32 = 10;
const LAG_BYTES: usize = 32;
const EVERY: f64 = 56;

export let repeats: i32 = 0; // in this chunk

export function resetRepeats(): void {
  repeats = probes = loops = 0;
  for (let i = 0; i < LAGS; i++) {
    const state = LAG_STATE + <usize>i * LAG_BYTES;
    store<i32>(state, 0, 4);
    store<f64>(state, 0, 8);
    store<f64>(state, -1, 16);
  }
  next = 0;
  passed = false;
}
let passed: bool = false;
let next: f64 = 0;
let probes: i32 = 0; // so far
let loops: i32 = 0; // lags at which the sound repeats for longer than a buffer

/**
 * @param first frame of the chunk whose bytes begin at RAW
 * @param last whether the file ends with this chunk
 */
export function findRepeats(first: f64, frames: i32, frameBytes: i32, last: bool): void {
  repeats = 0;
  const end = first + <f64>frames;
  for (let i = 0; i < LAGS; i++) {
    const state = LAG_STATE + <usize>i * LAG_BYTES, resume = load<f64>(state, 16);
    if (resume < 0) continue;
    store<f64>(state, -1, 16);
    follow(state, resume, load<i32>(state, 24), first, end, frameBytes, last);
  }
  const least = <f64>((8 + frameBytes - 1) / frameBytes); // frames that eight bytes reach into
  for (; next + least <= end; next += EVERY, probes++) {
    const at = RAW + <usize>(<i32>(next - first)) * frameBytes;
    const own = load<i64>(at);
    if (own == 0) { passed = true; continue; } // nothing is known of it: the next probe stands in for this one
    const seldom = passed ? 0 : probes;
    passed = false;
    for (let i = 0; i < LAGS; i++) {
      const state = LAG_STATE + <usize>i * LAG_BYTES, isLoop = load<i32>(state, 4);
      // The lags are sorted, and a longer one is never compared more often.
      if ((seldom & load<i32>(state, 28)) != 0) { if (loops == 0) break; if (isLoop == 0) continue; }
      const lag = load<i32>(state);
      if (own != load<i64>(at - <usize>(lag * frameBytes))) {
        if (isLoop != 0) { store<i32>(state, 0, 4); loops--; }
        continue;
      }
      if (isLoop != 0 || next < load<f64>(state, 8) || next < <f64>lag) continue;
      let back = 0;
      const farthest = <i32>min(<f64>(load<i32>(state, 28) + 1) * EVERY + 8, next - <f64>lag);
      while (back < farthest && same(at - <usize>((back + 1) * frameBytes), <usize>(lag * frameBytes), frameBytes)) back++;
      follow(state, next, back, first, end, frameBytes, last);
    }
  }
}

/** @param back so many frames before `frame` are equal too */
function follow(state: usize, frame: f64, back: i32, first: f64, end: f64, frameBytes: i32, last: bool): void {
  const lag = load<i32>(state), behind = <usize>(lag * frameBytes);
  const most = 2 * lag - back, room = <i32>(end - frame);
  let length = 0, p = RAW + <usize>(<i32>(frame - first) * frameBytes);
  while (length < most && length < room && same(p, behind, frameBytes)) { length++; p += frameBytes; }
  if (length == most) { store<i32>(state, 1, 4); loops++; store<f64>(state, frame + <f64>length, 8); return; } // a loop, not a repeat
  if (length == room && !last) { store<f64>(state, frame, 16); store<i32>(state, back, 24); return; } // goes on in the next chunk
  store<f64>(state, frame + <f64>length, 8);
  if (back + length < lag || repeats == MOST_REPEATS) return;
  const record = REPEATS + <usize>repeats * 16;
  store<f64>(record, frame - <f64>back);
  store<i32>(record, lag, 8);
  repeats++;
}

function same(p: usize, behind: usize, bytes: i32): bool {
  for (let i = 0; i < bytes; i++) if (load<u8>(p + i) != load<u8>(p - behind + i)) return false;
  return true;
}
