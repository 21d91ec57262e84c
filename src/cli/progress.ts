import { terminalText } from '../report/terminal-text.js';
import type { ScanProgress } from '../scan/scan-options.js';

const QUIET_MILLISECONDS = 700;
const REDRAW_MILLISECONDS = 100;
const STEP_WORDS: Readonly<Record<ScanProgress['step'], string>> = {
  list: 'Listing the folder',
  headers: 'Reading headers',
  words: 'Reading notes',
  sums: 'Comparing with the manifest',
  sound: 'Listening',
  'rough-mix': 'Holding the stems against the rough mix',
};

export type ProgressLine = { readonly show: (progress: ScanProgress) => void; readonly clear: () => void };

/** One line on a terminal that is redrawn in place; nothing where nobody looks, and nothing for quick work. */
export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const started = Date.now();
  let drawn = 0;
  return {
    show({ step, done, of, path }) {
      const now = Date.now();
      if (now - started < QUIET_MILLISECONDS || now - drawn < REDRAW_MILLISECONDS) return;
      drawn = now;
      const count = of > 0 ? ` ${done} of ${of}` : '';
      const line = `${STEP_WORDS[step]}${count}${path ? `  ${terminalText(path)}` : ''}`;
      stream.write(`\r\u001b[K${[...line].slice(0, (stream.columns || 80) - 1).join('')}`);
    },
    clear() {
      if (drawn > 0) stream.write('\r\u001b[K');
      drawn = 0;
    },
  };
}
