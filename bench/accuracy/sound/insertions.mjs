import { loudPlace, peakOf, RATE } from './pieces.mjs';

const LSB16 = 2 ** -15;
const to16 = (x) => Math.max(-1, Math.min(1 - LSB16, Math.round(x / LSB16) * LSB16));
const inAll = (piece, change) => piece.map((channel) => Float64Array.from(channel, change));
const gain = (db) => 10 ** (db / 20);
const noise = (next, peak) => peak * (next() + next() - 1);

function clipped(db) {
  return (piece) => inAll(piece, (x) => Math.max(-1, Math.min(1, x * gain(db))));
}

/** The three highest tops of the left channel, 5 ms apart, are cut flat at full scale for some frames. */
function flatTops(frames) {
  return (piece) => {
    const copy = inAll(piece, (x) => x);
    const [left] = copy;
    const order = [...left.keys()].filter((i) => i > 240 && i < left.length - 240);
    order.sort((a, b) => Math.abs(left[b]) - Math.abs(left[a]));
    const places = [];
    for (const at of order) {
      if (places.length === 3) break;
      if (places.every((other) => Math.abs(other - at) > 240)) places.push(at);
    }
    for (const at of places) for (let i = 0; i < frames; i++) left[at + i] = Math.sign(left[at]);
    return copy;
  };
}

function gap(frames) {
  return changedAt((channel, at) => channel.fill(0, at, at + frames));
}

function held(frames) {
  return changedAt((channel, at) => channel.fill(channel[at], at, at + frames));
}

function repeated(frames) {
  return changedAt((channel, at) => channel.copyWithin(at, at - frames, at));
}

function click(db) {
  return changedAt((channel, at) => {
    channel[at] += (channel[at] > 0 ? -1 : 1) * gain(db);
  });
}

function changedAt(change) {
  return (piece, next) => {
    const at = loudPlace(piece, next);
    const copy = inAll(piece, (x) => x);
    for (const channel of copy) change(channel, at);
    return copy;
  };
}

function wrapped(db) {
  return (piece) => inAll(piece, (x) => ((((x * gain(db) + 1) % 2) + 2) % 2) - 1);
}

const mono = (piece) => piece[0].map((x, i) => (x + piece[1][i]) / 2);
const scaledMono = (piece) => {
  const one = mono(piece);
  const peak = peakOf([one]);
  return peak < 0.01 ? null : one.map((x) => x / (1.03 * peak));
};

/** Cut off at a loud place, or begun there; with the start or end of `fade` seconds smoothed. */
function cutAt(end, fade) {
  return (piece, next) => {
    const at = loudPlace(piece, next);
    const kept = piece.map((channel) => (end === 'head' ? channel.slice(at) : channel.slice(0, at)));
    const frames = Math.round(fade * RATE);
    for (const channel of kept) {
      for (let i = 0; i < Math.min(frames, channel.length); i++)
        channel[end === 'head' ? i : channel.length - 1 - i] *= i / frames;
    }
    return kept;
  };
}

/** Mains buzz of six harmonics, each as much softer as it is higher, so loud in all. */
function humming(db) {
  const power = [1, 2, 3, 4, 5, 6].reduce((sum, k) => sum + 0.5 / k ** 2, 0);
  const amplitude = gain(db) / Math.sqrt(power);
  return (piece, next) => {
    const phases = [1, 2, 3, 4, 5, 6].map(() => 2 * Math.PI * next());
    const buzz = (i) =>
      phases.reduce((sum, phase, k) => sum + Math.sin((2 * Math.PI * 50 * (k + 1) * i) / RATE + phase) / (k + 1), 0);
    return inAll(piece, (x, i) => 0.98 * x + amplitude * buzz(i));
  };
}

/**
 * The defects: which rule is to find each, and the share that defects.md found (null where it has no such row).
 * `change` gives the damaged piece, or null where it cannot be put into this one.
 */
export const INSERTIONS = [
  ...[
    [3, 105],
    [6, 111],
    [12, 118],
  ].map(([db, of120]) => row(`clip +${db} dB`, 'clipping', of120 / 120, clipped(db))),
  row('3 flat tops of 3 frames', 'clipping', null, flatTops(3)),
  row('3 flat tops of 6 frames', 'clipping', null, flatTops(6)),
  ...[
    [1, 97],
    [3, 107],
    [6, 112],
    [12, 116],
  ].map(([db, of120]) => row(`wrap +${db} dB`, 'clipping', of120 / 120, wrapped(db))),
  ...[
    [32, 95],
    [128, 95],
    [240, null],
    [512, 98],
    [2048, 85],
  ].map(([frames, of120]) => row(`gap ${frames}`, 'dropouts', of120 && of120 / 120, gap(frames))),
  ...[
    [128, 55],
    [512, 53],
  ].map(([frames, of120]) => row(`held ${frames}`, 'dropouts', of120 / 120, held(frames))),
  ...[64, 256, 512, 1024].map((frames) => row(`repeat ${frames}`, 'dropouts', 118 / 120, repeated(frames))),
  ...[
    [-10, 74],
    [-20, 61],
    [-30, 45],
  ].map(([db, of120]) => row(`click ${db} dBFS`, 'clicks', of120 / 120, click(db), 4)),
  ...[
    [0.003, 59],
    [0.01, 69],
    [10 ** (-30 / 20), 70],
  ].map(([offset, of72]) =>
    row(`dc ${offset.toFixed(3)}`, 'dc-offset', of72 / 72, (piece) => inAll(piece, (x) => 0.9 * x + offset), 5.5),
  ),
  row('dead side, zero', 'one-sided-stereo', 1, ([left]) => [left, left.map(() => 0)]),
  row('dead side, noise at −90 dBFS', 'one-sided-stereo', 1, ([left], next) => [
    left,
    left.map(() => noise(next, gain(-90))),
  ]),
  row('dead side, 61 dB below', 'one-sided-stereo', null, ([left]) => [left, left.map((x) => x * gain(-61))]),
  row('two equal sides', 'mono-as-stereo', 1, (piece) => [mono(piece), mono(piece)]),
  row('one side upside down', 'channel-polarity', 1, (piece) => [mono(piece), mono(piece).map((x) => -x)]),
  row('16 in 24 bits', 'padded-bits', 1, (piece) => inAll(piece, to16)),
  row('16 in 24 bits, × 0.1', 'padded-bits', 117 / 120, (piece) => inAll(piece, (x) => 0.1 * to16(x))),
  row('16 in 24 bits, × 0.7', 'padded-bits', 88 / 120, (piece) => inAll(piece, (x) => 0.7 * to16(x))),
  // The rules on edges wait for stems of 30 s; these rows count what the meter under them says.
  meterRow('head cut', 52 / 120, isHeadCut, cutAt('head', 0)),
  meterRow('head cut, 2 ms fade: not to be found', 0, isHeadCut, cutAt('head', 0.002)),
  meterRow('tail cut', 106 / 120, isTailCut, cutAt('tail', 0)),
  meterRow('tail cut, 5 ms fade', 11 / 120, isTailCut, cutAt('tail', 0.005)),
  meterRow('tail, 500 ms fade: not to be found', 0, isTailCut, cutAt('tail', 0.5)),
  ...[
    [-60, 19],
    [-50, 23],
    [-40, 38],
  ].map(([db, of64]) => row(`hum ${db} dBFS`, 'hum', of64 / 64, humming(db), 11)),
  row('zeros', 'silent-stem', 1, (piece) => inAll(piece, () => 0)),
  row('dither of 16 bit', 'silent-stem', 1, (piece, next) => inAll(piece, () => to16(noise(next, LSB16)))),
].map((insertion) => ({
  ...insertion,
  change: (piece, next) => {
    const needsSound = insertion.rule === 'mono-as-stereo' || insertion.rule === 'channel-polarity';
    return needsSound && scaledMono(piece) === null ? null : insertion.change(piece, next);
  },
}));

function row(name, rule, reference, change, shortestSeconds = 1) {
  return { name, rule, reference, change, shortestSeconds };
}

/** A row that a meter's figure decides, not a rule. */
function meterRow(name, reference, isFound, change) {
  return { ...row(name, 'edges (meter)', reference, change), isFound };
}

function isHeadCut({ measured }) {
  return measured?.edges?.headCut === true;
}

function isTailCut({ measured }) {
  return measured?.edges?.tailCut === true;
}
