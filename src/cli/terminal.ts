/** What the terminal can show: its width, colour, and whether it prints more than ASCII. */
export type Terminal = { readonly width: number; readonly color: boolean; readonly ascii: boolean };

const PIPED_WIDTH = 80;
const FILE_WIDTH = 100;

/** @param when --color; 'auto' follows NO_COLOR, FORCE_COLOR and whether anybody looks */
export function terminal(
  when: 'auto' | 'always' | 'never',
  stream: NodeJS.WriteStream,
  environment: NodeJS.ProcessEnv,
): Terminal {
  return {
    width: stream.isTTY ? stream.columns || PIPED_WIDTH : PIPED_WIDTH,
    color: hasColor(when, stream, environment),
    ascii: !isUtf8(stream, environment),
  };
}

/** What can be shown where a format is written: in this file, or, for null, on standard output. */
export function shownIn(file: string | null, when: 'auto' | 'always' | 'never'): Terminal {
  return file === null
    ? terminal(when, process.stdout, process.env)
    : { width: FILE_WIDTH, color: when === 'always', ascii: false };
}

function hasColor(
  when: 'auto' | 'always' | 'never',
  stream: NodeJS.WriteStream,
  environment: NodeJS.ProcessEnv,
): boolean {
  if (when !== 'auto') return when === 'always';
  if (environment.NO_COLOR !== undefined && environment.NO_COLOR !== '') return false;
  if (environment.FORCE_COLOR !== undefined && environment.FORCE_COLOR !== '0') return true;
  return stream.isTTY === true && environment.TERM !== 'dumb';
}

/** A pipe is taken as UTF-8, so that what it carries does not depend on the locale; a terminal is asked. */
function isUtf8(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
  if (!stream.isTTY) return true;
  if (process.platform === 'win32')
    return environment.WT_SESSION !== undefined || environment.TERM_PROGRAM !== undefined;
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || '';
  return /utf-?8/i.test(locale) || (locale === '' && process.platform === 'darwin');
}
