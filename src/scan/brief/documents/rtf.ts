import { decoded } from './decode-text.js';

// Groups that hold no words of the text: fonts, colours, pictures, what the program says about itself.
const NO_TEXT = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'header',
  'footer',
  'headerl',
  'headerr',
  'footerl',
  'footerr',
  'listtable',
  'listoverridetable',
  'themedata',
  'datastore',
  'generator',
  'xmlnstbl',
  'rsidtbl',
  'fldinst',
  'latentstyles',
  'expandedcolortbl',
  'revtbl',
]); // prettier-ignore
const CHARACTERS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  tab: '\t',
  cell: '\t',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}; // prettier-ignore
const CONTROL = /\\(?:([a-z]{1,32})(-?\d{1,10})? ?|'([0-9a-f]{2})|([^a-z]))/iy;
type Group = { readonly silent: boolean; readonly skipAfterUnicode: number };

/**
 * The words of an RTF file.
 *
 * @param source the file, one character a byte; any length, any nesting
 * @returns its text with paragraphs as lines; what is broken in it is passed over
 * Source: Rich Text Format specification 1.9.1
 */
export function rtfText(source: string): string {
  const codePage = /\\ansicpg(\d{3,5})/.exec(source.slice(0, 4_096))?.[1] ?? '1252';
  const text: string[] = [];
  const outer: Group[] = [];
  let group: Group = { silent: false, skipAfterUnicode: 1 };
  let toSkip = 0;
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length === 0) return;
    // Characters of two bytes come as two escapes, so they are gathered and read together.
    text.push(decoded(Uint8Array.from(bytes), labelOf(codePage), false) ?? '');
    bytes = [];
  };
  const say = (words: string) => {
    if (group.silent) return;
    flush();
    text.push(words);
  };

  let at = 0;
  while (at < source.length) {
    const character = source[at];
    if (character === '{') {
      // Beyond this depth no word processor writes; the group is then read as its surroundings.
      if (outer.length < 1_000) outer.push(group);
      at++;
    } else if (character === '}') {
      flush();
      group = outer.pop() ?? group;
      at++;
    } else if (character === '\\') {
      CONTROL.lastIndex = at;
      const control = CONTROL.exec(source);
      if (control === null) break;
      at = CONTROL.lastIndex;
      const [, word, number, hex, symbol] = control;
      if (hex !== undefined) {
        if (toSkip > 0) toSkip--;
        else if (!group.silent) bytes.push(Number.parseInt(hex, 16));
      } else if (symbol !== undefined) {
        if (symbol === '*') group = { ...group, silent: true };
        else if ('\\{}'.includes(symbol)) say(symbol);
        else if (symbol === '~') say(' ');
        else if (symbol === '\n' || symbol === '\r') say('\n');
      } else if (word === 'u' && number !== undefined) {
        say(String.fromCharCode((Number(number) + 65_536) % 65_536));
        toSkip = group.skipAfterUnicode;
      } else if (word === 'uc') group = { ...group, skipAfterUnicode: Math.min(8, Math.abs(Number(number ?? 1))) };
      else if (word === 'bin') at += Math.max(0, Number(number ?? 0));
      else if (word !== undefined && NO_TEXT.has(word)) group = { ...group, silent: true };
      else if (word !== undefined && Object.hasOwn(CHARACTERS, word)) say(CHARACTERS[word] ?? '');
    } else {
      if (character !== '\r' && character !== '\n') {
        if (toSkip > 0) toSkip--;
        else if (!group.silent && character !== undefined) {
          const code = character.charCodeAt(0);
          // Some programs write bytes above 127 as they are.
          if (code > 127) bytes.push(code & 0xff);
          else say(character);
        }
      }
      at++;
    }
  }
  flush();
  return text.join('');
}

function labelOf(codePage: string): string {
  const known: Readonly<Record<string, string>> = {
    '932': 'shift_jis',
    '936': 'gbk',
    '949': 'euc-kr',
    '950': 'big5',
    '10000': 'macintosh',
    '65001': 'utf-8',
  };
  return known[codePage] ?? `windows-${codePage}`;
}
