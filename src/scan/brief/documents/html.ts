const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  deg: '°',
  euro: '€',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  ntilde: 'ñ',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  atilde: 'ã',
  otilde: 'õ',
  ecirc: 'ê',
  acirc: 'â',
  ocirc: 'ô',
  icirc: 'î',
  sharp: '♯',
}; // prettier-ignore
const LINES = new Set([
  'p',
  'div',
  'br',
  'li',
  'tr',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'blockquote',
  'section',
  'article',
  'pre',
  'title',
  'dd',
  'dt',
]);
const NO_WORDS = ['script', 'style', 'template', 'svg'];
const TAG = /^<(\/?)([a-z][a-z0-9:]{0,30})/i;
const LONGEST_TAG = 4_000;

/**
 * The words of an HTML page: tags out, paragraphs and list entries as lines, the address of a link behind its words.
 *
 * @param source the page, decoded; any text
 */
export function htmlText(source: string): string {
  const text: string[] = [];
  const lower = source.toLowerCase();
  let address: string | null = null;
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open < 0) {
      text.push(words(source.slice(at)));
      break;
    }
    text.push(words(source.slice(at, open)));
    if (source.startsWith('<!--', open)) {
      const end = source.indexOf('-->', open + 4);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    const tag = TAG.exec(source.slice(open, open + 40));
    const close = source.indexOf('>', open);
    if (tag === null && source[open + 1] !== '!' && source[open + 1] !== '?') {
      text.push('<'); // "mix < master" is a sentence
      at = open + 1;
      continue;
    }
    if (close < 0) break;
    at = close + 1;
    const name = tag?.[2]?.toLowerCase() ?? '';
    const closing = tag?.[1] === '/';
    if (!closing && NO_WORDS.includes(name)) {
      const end = lower.indexOf(`</${name}`, at);
      at = end < 0 ? source.length : end;
    } else if (name === 'a') {
      if (closing && address !== null) text.push(` ${address} `);
      address = closing ? null : addressOf(source.slice(open, Math.min(close, open + LONGEST_TAG)));
    } else if (LINES.has(name)) text.push(name === 'li' && !closing ? '\n- ' : '\n');
  }
  return text
    .join('')
    .replace(/\n[ \t]+/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function addressOf(tag: string): string | null {
  const address = /\bhref\s?=\s?["']?(https?:[^"'\s>]{1,2000})/i.exec(tag)?.[1];
  return address === undefined ? null : withEntities(address);
}

/** Line ends within a paragraph are spaces. */
function words(source: string): string {
  return withEntities(source.replace(/\s+/g, ' '));
}

/** Text with its named and numbered characters written out; an unknown name stays as it is. */
function withEntities(source: string): string {
  return source.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,10}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
