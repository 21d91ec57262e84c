export type Voter = { readonly lag: number; readonly weight: number; readonly within: number };
export type Agreement = 'sure' | 'weak' | 'none';

/** The lag with most voters; sure if at least two agree and no other lag has half as many. */
export function commonLag(voters: readonly Voter[]): { readonly lag: number | null; readonly agreement: Agreement } {
  if (voters.length === 0) return { lag: null, agreement: 'none' };
  const lags = [...new Set(voters.map(({ lag }) => lag))].sort((a, b) => a - b);
  const exactness = (lag: number): number =>
    voters.reduce((sum, voter) => {
      const apart = Math.abs(voter.lag - lag);
      return sum + (apart === 0 ? 1 : apart <= Math.min(voter.within, 2) ? 0.5 : 0);
    }, 0);
  const weight = (lag: number): number =>
    voters.reduce((sum, voter) => sum + (Math.abs(voter.lag - lag) <= Math.min(voter.within, 2) ? voter.weight : 0), 0);
  const count = (lag: number): number =>
    voters.filter((voter) => Math.abs(voter.lag - lag) <= Math.max(voter.within, 1)).length;
  const [best] = lags.sort((a, b) => exactness(b) - exactness(a) || weight(b) - weight(a) || a - b);
  const rival = Math.max(0, ...voters.filter(({ lag }) => Math.abs(lag - best!) > 2).map(({ lag }) => count(lag)));
  const top = count(best!);
  return { lag: best!, agreement: top >= 2 && top >= 2 * rival ? 'sure' : 'weak' };
}
