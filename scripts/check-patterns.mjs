// Names and notes come from strangers: no pattern may take super-linear time on them. Every regular expression literal
// of src/ is given to a static checker; one that it cannot decide within its time is tried on attack strings by it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const LITERAL =
  /(?<=[=(,:!&|?{};[\n\r]|=>|return|\bcase)\s*\/((?![*/])(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

const patterns = new Map();
for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!/\.tsx?$/.test(file) || file.includes('assembly')) continue;
  const text = readFileSync(join('src', file), 'utf8');
  for (const [, source, flags] of text.matchAll(LITERAL))
    if (!patterns.has(`/${source}/${flags}`)) patterns.set(`/${source}/${flags}`, { source, flags, file });
}

const found = [];
for (const [literal, { source, flags, file }] of patterns) {
  try {
    new RegExp(source, flags);
  } catch {
    continue; // a division that looked like a pattern
  }
  // Sticky and indices change nothing about the time that a pattern takes.
  const { status, complexity, attack, error } = checkSync(source, flags.replace(/[dy]/g, ''), { timeout: 5_000 });
  // What the checker proves counts; what it guesses from a few strings, another from run to run, is timed here.
  const isGuess = complexity?.isFuzz === true && complexity.type === 'polynomial';
  if (status === 'vulnerable' && (!isGuess || growsFaster(source, flags, attack)))
    found.push(`${file}: ${literal} is ${complexity?.summary ?? 'super-linear'}`);
  else if (status === 'unknown' && error?.kind !== 'unsupported' && error?.kind !== 'timeout')
    found.push(`${file}: ${literal}: ${error?.kind ?? 'not decided'}`);
}
/** Whether an attack string of twice the length takes clearly more than twice the time; short times say nothing. */
function growsFaster(source, flags, { pumps, suffix }) {
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
  const milliseconds = (times) => {
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
    const started = performance.now();
    pattern.test(text);
    return performance.now() - started;
  };
  for (let times = 1_000; times <= 64_000; times *= 2) {
    const short = milliseconds(times);
    if (short > 20) return Math.min(milliseconds(2 * times), milliseconds(2 * times)) > 3 * short;
  }
  return false;
}

for (const line of found) console.error(line);
console.log(`${patterns.size} patterns, ${found.length} that may take super-linear time`);
process.exit(found.length === 0 ? 0 : 1);
