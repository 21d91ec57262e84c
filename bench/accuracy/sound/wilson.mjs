const Z = 1.959964; // 95 %

/** Lower and upper end of the Wilson score interval of `hits` among `tries`, as shares; [0, 1] where nothing was tried. */
export function wilson(hits, tries) {
  if (tries === 0) return [0, 1];
  const share = hits / tries;
  const middle = share + (Z * Z) / (2 * tries);
  const reach = Z * Math.sqrt((share * (1 - share)) / tries + (Z * Z) / (4 * tries * tries));
  const whole = 1 + (Z * Z) / tries;
  return [Math.max(0, (middle - reach) / whole), Math.min(1, (middle + reach) / whole)];
}
