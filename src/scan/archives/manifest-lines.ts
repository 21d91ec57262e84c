/** The sums that a manifest states, as they stand there. */
export type StatedSums = {
  /** a name that node:crypto knows, or crc32 */
  readonly algorithm: string;
  /** true: the file's name or its lines name the algorithm; false: it is known by the length of its sums only */
  readonly isNamed: boolean;
  readonly entries: readonly StatedSum[];
};
export type StatedSum = { readonly path: string; readonly digest: string; readonly line: number };
export type Line = StatedSum & { readonly algorithm: string; readonly isNamed: boolean };

const BY_HEX_DIGITS: Readonly<Record<number, string>> = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};
const BY_WRITTEN_NAME: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha224: 'sha224',
  sha256: 'sha256',
  sha384: 'sha384',
  sha512: 'sha512',
  'sha2-256': 'sha256',
  'sha2-384': 'sha384',
  'sha2-512': 'sha512',
};
const MOST_LINES = 100_000;
const LONGEST_LINE = 8192;
const CRC_DIGITS = 8;

/**
 * Reads what sha256sum, md5sum, shasum, md5, openssl, BagIt and SFV programs write.
 *
 * @param name the manifest's file name: an .sfv has its sums at the end of the lines
 * @returns the sums of the algorithm that most lines have; null where no line states a sum
 * Source: GNU coreutils manual, md5sum invocation; RFC 8493 (BagIt), section 2.1.3
 */
export function readManifestLines(text: string, name: string): StatedSums | null {
  const isSfv = /\.sfv$/i.test(name);
  const hint = /sha-?\d{3}|sha-?1|md5/i.exec(name)?.[0].toLowerCase().replace('-', '') ?? null;
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n', MOST_LINES)
    .flatMap((raw, index): Line[] => {
      const written = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (written.length > LONGEST_LINE || written.trim() === '') return [];
      const read = isSfv ? sfvLine(written) : (taggedLine(written) ?? plainLine(written, hint));
      return read === null ? [] : [{ ...read, line: index + 1 }];
    });
  return sumsOfMost(lines);
}

/** The lines of one algorithm: that of most lines, of several the one with the longer sum. */
export function sumsOfMost(lines: readonly Line[]): StatedSums | null {
  const counts = new Map<string, number>();
  for (const { algorithm } of lines) counts.set(algorithm, (counts.get(algorithm) ?? 0) + 1);
  const [best] = [...counts].sort(([a, some], [b, others]) => others - some || b.length - a.length || (a < b ? 1 : -1));
  if (best === undefined) return null;
  const [algorithm] = best;
  const own = lines.filter((line) => line.algorithm === algorithm);
  return {
    algorithm,
    isNamed: own.every(({ isNamed }) => isNamed),
    entries: own.map(({ path, digest, line }) => ({ path, digest, line })),
  };
}

type ReadLine = Omit<Line, 'line'>;

/** "SHA256 (Kick.wav) = 9f86…": BSD's and openssl's form, which names its algorithm. */
function taggedLine(line: string): ReadLine | null {
  const open = line.indexOf('(');
  const close = line.lastIndexOf(')');
  if (open < 1 || close < open) return null;
  const algorithm = own(BY_WRITTEN_NAME, line.slice(0, open).trim().toLowerCase());
  const rest = line.slice(close + 1).trim();
  const digest = rest.startsWith('=') ? rest.slice(1).trim().toLowerCase() : '';
  if (algorithm === undefined || !isHex(digest) || BY_HEX_DIGITS[digest.length] !== algorithm) return null;
  return { path: line.slice(open + 1, close), digest, algorithm, isNamed: true };
}

/** "9f86…  Kick.wav", "9f86… *Kick.wav"; behind a backslash the name has its own backslashes and line breaks escaped. */
function plainLine(line: string, hint: string | null): ReadLine | null {
  const isEscaped = line.startsWith('\\');
  const start = isEscaped ? 1 : 0;
  let end = start;
  while (end < line.length && isHexDigit(line.charCodeAt(end))) end++;
  const algorithm = BY_HEX_DIGITS[end - start];
  const separator = line.slice(end, end + 1);
  if (algorithm === undefined || (separator !== ' ' && separator !== '\t')) return null;
  const mode = line.slice(end + 1, end + 2);
  const written = line.slice(separator === ' ' && /[ *U^]/.test(mode) ? end + 2 : end + 1);
  if (written.trim() === '') return null;
  return {
    path: isEscaped ? unescaped(written) : written,
    digest: line.slice(start, end).toLowerCase(),
    algorithm,
    isNamed: algorithm === hint,
  };
}

/** "Kick.wav 1A2B3C4D"; a line that starts with ";" is a remark. */
function sfvLine(line: string): ReadLine | null {
  const trimmed = line.trimEnd();
  const digest = trimmed.slice(-CRC_DIGITS).toLowerCase();
  const path = trimmed.slice(0, -CRC_DIGITS);
  if (line.startsWith(';') || !isHex(digest) || digest.length < CRC_DIGITS || !/[ \t]$/.test(path)) return null;
  return { path: path.trimEnd(), digest, algorithm: 'crc32', isNamed: true };
}

function unescaped(name: string): string {
  return name.replace(/\\([\\nr])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : '\\'));
}

function isHex(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isHexDigit(text.charCodeAt(i))) return false;
  return text.length > 0;
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
