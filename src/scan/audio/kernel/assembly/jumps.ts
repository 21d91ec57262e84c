import { JUMPS, MOST_JUMPS } from './layout';

// Jumps that may be an integer overflow (see meters/wraps.ts), of blocks whose second difference is large enough.

export let jumps: i32 = 0;

export function startJumps(): void {
  jumps = 0;
}

export function jumpsBlock(from: usize, frames: i32, stereo: bool, frame: f64, peakLeft: f32, peakRight: f32): void {
  const channels = stereo ? 2 : 1;
  for (let channel = 0; channel < channels; channel++) {
    const top = channel == 0 ? peakLeft : peakRight;
    const least: f32 = 1.5 * top;
    const step: usize = stereo ? 8 : 4;
    let at = from + (<usize>channel << 2);
    // The sample after the jump is needed too, so a jump is judged one frame late.
    for (let i = 0; i < frames; i++, at += step) {
      const to = load<f32>(at - step), start = load<f32>(at - 2 * step);
      if (start * to >= 0 || abs(to - start) <= least || frame + <f64>i < 3) continue;
      const before = load<f32>(at - 3 * step);
      if (abs(start - before) > 0.25 * abs(to - start) || jumps == MOST_JUMPS) continue;
      const record = JUMPS + <usize>jumps * 32;
      store<f64>(record, frame + <f64>(i - 2));
      store<f32>(record, before, 8); store<f32>(record, start, 12); store<f32>(record, to, 16); store<f32>(record, load<f32>(at), 20);
      store<i32>(record, channel, 24);
      jumps++;
    }
  }
}
