import type { StemInRough } from '../../../src/model/relations.js';
import type { Case, Delivered } from './cases.js';

export type Row = { yes: number; of: number; readonly missed: string[] };
export type Tally = Map<string, Row>;
const SOFT_DB = -40;

export function count(tally: Tally, question: string, isYes: boolean, note: string): void {
  const row = tally.get(question) ?? { yes: 0, of: 0, missed: [] };
  tally.set(question, row);
  row.of++;
  if (isYes) row.yes++;
  else row.missed.push(note);
}

/** Adds one stem's claim to the counts of its question. */
export function tallyStem(tally: Tally, one: Case, stem: Delivered, claim: StemInRough): void {
  const note = `${one.song} ${one.chain} ${one.kind} ${one.seed} ${stem.path} ${stem.levelDb.toFixed(0)} dB: ${wordsOf(claim)}`;
  const soft = stem.levelDb < SOFT_DB ? ' (below -40 dB)' : '';
  const { truth } = stem;
  const isMoved = claim.kind === 'offset' || claim.kind === 'drift' || claim.kind === 'rate';
  switch (truth.is) {
    case 'sound':
      count(tally, `sound stem: aligned${soft}`, claim.kind === 'aligned', note);
      count(tally, `sound stem: no false offset, drift or rate${soft}`, !isMoved, note);
      count(tally, `sound stem: not called absent${soft}`, claim.kind !== 'not-found', note);
      if (claim.kind === 'aligned')
        count(
          tally,
          `aligned stem: no false inversion${soft}`,
          claim.inverted !== true && claim.invertedSide == null,
          note,
        );
      break;
    case 'one side inverted':
      count(tally, 'one side inverted: found', claim.invertedSide === 'R', note);
      break;
    case 'inverted':
      count(tally, 'inverted stem: found', claim.inverted === true, note);
      break;
    case 'extra':
      count(tally, 'extra stem: called not found', claim.kind === 'not-found', note);
      count(tally, 'extra stem: nothing false said', claim.kind === 'not-found' || claim.kind === 'cannot-tell', note);
      break;
    case 'offset': {
      const isSmall = Math.abs(truth.lateFrames) <= 2;
      const within = Math.max(1, claim.withinFrames ?? 0);
      const isRight = claim.kind === 'offset' && Math.abs(claim.lateFrames! - truth.lateFrames) <= within;
      count(
        tally,
        `offset ${isSmall ? 'of 1 or 2' : '>= 3'} frames: claimed, within its own width`,
        isRight,
        `${note} (is ${truth.lateFrames})`,
      );
      count(tally, 'offset: no other one claimed', !isMoved || isRight, `${note} (is ${truth.lateFrames})`);
      break;
    }
    case 'drift': {
      const isFast = Math.abs(truth.ppm) >= 200;
      const isRight = claim.kind === 'drift' && Math.abs(claim.ppm! - truth.ppm) <= 2 + 0.002 * Math.abs(truth.ppm);
      count(
        tally,
        `drift ${isFast ? 'of 200 ppm and more' : 'below 200 ppm'}: right ppm`,
        isRight,
        `${note} (is ${truth.ppm})`,
      );
      count(tally, 'drift: no other one claimed', claim.kind !== 'drift' || isRight, `${note} (is ${truth.ppm})`);
      break;
    }
    case 'rate':
      count(tally, 'wrong rate: found', claim.kind === 'rate' && claim.trueRateHz === truth.trueRateHz, note);
      break;
  }
}

/** Adds what was said of a bus that is delivered beside its members. */
export function tallyBus(
  tally: Tally,
  { path, members }: { readonly path: string; readonly members: readonly string[] },
  found: readonly { readonly bus: string; readonly members: readonly string[] }[],
  kind: string,
  name: string,
): void {
  const own = found.find(({ bus }) => bus === path);
  const note = `${name} ${JSON.stringify(found)}, is ${members.join(' + ')}`;
  count(tally, `${kind}: named`, own !== undefined, note);
  if (own !== undefined)
    count(tally, `${kind}: members exactly`, [...own.members].sort().join() === [...members].sort().join(), note);
  count(
    tally,
    `${kind}: no other one named`,
    found.every(({ bus }) => bus === path),
    note,
  );
}

function wordsOf({
  kind,
  lateFrames,
  withinFrames,
  ppm,
  inverted,
  score,
  contributionDb,
  explained,
  why,
}: StemInRough): string {
  const late = lateFrames === null ? '' : ` late ${lateFrames} ± ${withinFrames}`;
  return `${kind}${late}${ppm === null ? '' : ` ${ppm} ppm`} inverted ${inverted} score ${score} contribution ${contributionDb} explained ${explained} ${why ?? ''}`;
}
