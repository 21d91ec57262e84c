import type { Report } from '../../model/report.js';

/** Half a surrogate pair, which no percent-encoding can hold. */
const HALF_PAIRS = /\p{Surrogate}/gu;

/**
 * Where a file lies as seen from where the program was called: below the delivered folder, when that was given as a
 * relative path inside the current one; else null, and the path is relative to the delivered folder.
 */
export function seenFromHere({ root }: Report, path: string): string | null {
  const parts = root.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(root) || parts.includes('..')) return null;
  return [...parts, path].filter((part) => part !== '').join('/');
}

/** A path as a relative URI reference: every part percent-encoded. Source: RFC 3986, section 4.2 */
export function pathUri(path: string): string {
  return path
    .replace(HALF_PAIRS, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}
