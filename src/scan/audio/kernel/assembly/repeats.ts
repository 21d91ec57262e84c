import { LAG_STATE, MOST_REPEATS, RAW, REPEATS } from './layout';

// Buffers that were played twice (see meters/repeats.ts), found in the raw bytes, of which there is a long history.
// Comparing every frame with ten earlier ones would cost more than all other meters; a run of 64 frames and more holds
// at least one frame of every 56 with all that eight bytes reach into, so only these are compared, and a hit is walked to
// both its ends.

const LAGS: i32 = 10;
const EVERY: f64 = 56;
const FARTHEST_BACK: i32 = 64;

export let repeats: i32 = 0; // in this chunk

export function resetRepeats(): void {
  repeats = 0;
  for (let i = 0; i < LAGS; i++) {
    const state = LAG_STATE + <usize>i * 24;
    store<i32>(state, 0, 4);
    store<f64>(state, 0, 8);
    store<f64>(state, -1, 16);
  }
  next = 0;
}
let next: f64 = 0;

/**
 * @param first frame of the chunk whose bytes begin at RAW
 * @param last whether the file ends with this chunk
 */
export function findRepeats(first: f64, frames: i32, frameBytes: i32, last: bool): void {
  repeats = 0;
  const end = first + <f64>frames;
  for (let i = 0; i < LAGS; i++) {
    const state = LAG_STATE + <usize>i * 24, resume = load<f64>(state, 16);
    if (resume < 0) continue;
    store<f64>(state, -1, 16);
    follow(state, resume, first, end, frameBytes, last);
  }
  const least = <f64>((8 + frameBytes - 1) / frameBytes); // frames that eight bytes reach into
  for (; next + least <= end; next += EVERY) {
    const at = RAW + <usize>(<i32>(next - first)) * frameBytes;
    const own = load<i64>(at);
    if (own == 0) continue;
    for (let i = 0; i < LAGS; i++) {
      const state = LAG_STATE + <usize>i * 24, lag = load<i32>(state);
      if (own != load<i64>(at - <usize>(lag * frameBytes))) { store<i32>(state, 0, 4); continue; }
      if (load<i32>(state, 4) != 0 || next < load<f64>(state, 8) || next < <f64>lag) continue;
      follow(state, next, first, end, frameBytes, last);
    }
  }
}

function follow(state: usize, frame: f64, first: f64, end: f64, frameBytes: i32, last: bool): void {
  const lag = load<i32>(state), behind = <usize>(lag * frameBytes);
  const at = RAW + <usize>(<i32>(frame - first) * frameBytes);
  let back = 0;
  while (back < FARTHEST_BACK && frame - <f64>(back + 1) >= <f64>lag && same(at - <usize>((back + 1) * frameBytes), behind, frameBytes)) back++;
  const start = frame - <f64>back;
  const most = 2 * lag - back, room = <i32>(end - frame);
  let length = 0, p = at;
  while (length < most && length < room && same(p, behind, frameBytes)) { length++; p += frameBytes; }
  if (length == most) { store<i32>(state, 1, 4); store<f64>(state, frame + <f64>length, 8); return; } // a loop, not a repeat
  if (length == room && !last) { store<f64>(state, frame, 16); return; } // goes on in the next chunk
  store<f64>(state, frame + <f64>length, 8);
  if (back + length < lag || repeats == MOST_REPEATS) return;
  const record = REPEATS + <usize>repeats * 16;
  store<f64>(record, start);
  store<i32>(record, lag, 8);
  repeats++;
}

function same(p: usize, behind: usize, bytes: i32): bool {
  for (let i = 0; i < bytes; i++) if (load<u8>(p + i) != load<u8>(p - behind + i)) return false;
  return true;
}
