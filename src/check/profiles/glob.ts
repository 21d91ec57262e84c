import { fileName } from '../../model/units.js';

/**
 * Whether a path matches a glob: `*` within a name, `**` over folders, `?` one character; all else is literal.
 * Without a '/', the glob is held against the file's name alone. Compared in NFC.
 * Runs in time glob × path whatever the glob is: each cell of the table is visited once.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const pattern = glob.normalize('NFC').replace(/^\.\//, '');
  const whole = path.normalize('NFC');
  const subject = pattern.includes('/') ? whole : fileName(whole);
  const tokens = tokensOf(pattern);
  let reached = new Array<boolean>(subject.length + 1).fill(false);
  reached[0] = true;
  for (const token of tokens) {
    const next = new Array<boolean>(subject.length + 1).fill(false);
    for (let at = 0; at <= subject.length; at++) {
      const before = at > 0 ? subject[at - 1] : undefined;
      if (token === '**') next[at] = reached[at]! || (at > 0 && next[at - 1]!);
      else if (token === '**/') next[at] = reached[at]! || (before === '/' && reached.slice(0, at).some(Boolean));
      else if (token === '*') next[at] = reached[at]! || (before !== '/' && at > 0 && next[at - 1]!);
      else if (at > 0 && reached[at - 1]) next[at] = token === '?' ? before !== '/' : token === before;
    }
    reached = next;
  }
  return reached[subject.length]!;
}

function tokensOf(pattern: string): string[] {
  const tokens: string[] = [];
  for (let at = 0; at < pattern.length; at++) {
    if (pattern.startsWith('**/', at)) {
      tokens.push('**/');
      at += 2;
    } else if (pattern.startsWith('**', at)) {
      tokens.push('**');
      at += 1;
    } else tokens.push(pattern[at]!);
  }
  return tokens;
}
