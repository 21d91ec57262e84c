import { decodeText } from './decode-text.js';
import { htmlText } from './html.js';

const DEEPEST_PARTS = 5;
const MOST_PARTS = 50;
type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

/**
 * The words of a saved mail: its subject and its first text part; of a mail in HTML only, the words of the page.
 *
 * @param source the file, one character a byte
 * @returns null where no part is text
 * Source: RFC 5322 (headers), RFC 2045 to 2047 (parts, encodings)
 */
export function mailText(source: string): string | null {
  const mail = partOf(source.replace(/\r\n?/g, '\n'));
  const body = bodyText(mail, 0);
  if (body === null) return null;
  const subject = headerWords(mail.headers.get('subject') ?? '');
  return subject === '' ? body : `${subject}\n\n${body}`;
}

function partOf(source: string): Part {
  const end = source.indexOf('\n\n');
  const head = (end < 0 ? source : source.slice(0, end)).slice(0, 64_000);
  const headers = new Map<string, string>();
  // A header goes on where the next line is indented.
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? '' : source.slice(end + 2) };
}

function bodyText({ headers, body }: Part, depth: number): string | null {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /\bboundary="?([^";]{1,200})"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary !== undefined) {
    if (depth >= DEEPEST_PARTS) return null;
    const parts = body
      .split(`--${boundary}`, MOST_PARTS)
      .slice(1)
      .map((part) => partOf(part.replace(/^\n/, '')));
    const plain = parts.find((part) => /^text\/plain/i.test(part.headers.get('content-type') ?? 'text/plain'));
    const ordered = plain === undefined ? parts : [plain, ...parts];
    for (const part of ordered) {
      const text = bodyText(part, depth + 1);
      if (text !== null) return text;
    }
    return null;
  }
  if (!/^text\//i.test(type)) return null;
  const bytes = undone(body, headers.get('content-transfer-encoding') ?? '');
  const text = decodeText(bytes, /\bcharset="?([\w.:-]{1,40})/i.exec(type)?.[1]);
  return text !== null && /^text\/html/i.test(type) ? htmlText(text) : text;
}

function undone(body: string, encoding: string): Uint8Array {
  if (/base64/i.test(encoding)) return fromBase64(body);
  return latin1Bytes(/quoted-printable/i.test(encoding) ? fromQuotedPrintable(body) : body);
}

function fromQuotedPrintable(body: string): string {
  return body
    .replace(/=\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_VALUE: ReadonlyMap<string, number> = new Map([...BASE64].map((character, value) => [character, value]));

function fromBase64(body: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const character of body) {
    const value = BASE64_VALUE.get(character);
    if (value === undefined) continue; // line ends, padding, dirt
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = (held >> bits) & 0xff;
    }
  }
  return bytes.subarray(0, length);
}

/** "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=" as words. */
function headerWords(header: string): string {
  // A long header is split within a word.
  const whole = header.slice(0, 1_000).replace(/\?= {1,8}=\?/g, '?==?');
  return whole.replace(/=\?([\w-]{1,40})\?([bq])\?([^?]{0,400})\?=/gi, (_, charset, how, words) => {
    const bytes = /b/i.test(how) ? fromBase64(words) : latin1Bytes(fromQuotedPrintable(words.replaceAll('_', ' ')));
    return decodeText(bytes, charset) ?? '';
  });
}

function latin1Bytes(source: string): Uint8Array {
  const bytes = new Uint8Array(source.length);
  for (let at = 0; at < source.length; at++) bytes[at] = source.charCodeAt(at) & 0xff;
  return bytes;
}
