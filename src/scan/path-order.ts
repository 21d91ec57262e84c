/**
 * Orders two paths by the code points of their NFC forms; equal ones by their own code units, so that the order is the
 * same in every locale and on every file system.
 */
export function byCodePoints(a: string, b: string): number {
  return compareText(a.normalize('NFC'), b.normalize('NFC')) || compareText(a, b);
}

function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // A surrogate stands for a code point above every other code unit.
    return (isSurrogate(x) ? x + 0x10000 : x) - (isSurrogate(y) ? y + 0x10000 : y);
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
