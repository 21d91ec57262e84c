import { SaxesParser } from 'saxes';
import { type Line, type StatedSums, sumsOfMost } from './manifest-lines.js';

const ALGORITHMS: Readonly<Record<string, number>> = { md5: 32, sha1: 40, sha256: 64 };
const DEEPEST = 40;
const LONGEST_TEXT = 4096;

/**
 * Reads a media hash list: `hash` elements with a `file` (MHL 1) or `path` (ASC MHL 2) and sums in elements named after
 * their algorithm. Other sums, such as xxhash, are passed over.
 *
 * @returns null where the XML breaks off, declares entities of its own, or holds no sum that is known here
 * Source: mediahashlist.org, MHL 1.1; ASC MHL 2.0
 */
export function readMediaHashList(text: string): StatedSums | null {
  const parser = new SaxesParser({ position: true });
  const lines: Line[] = [];
  const open: string[] = [];
  let isBroken = false;
  let content = '';
  let path: string | null = null;
  let sums: { readonly algorithm: string; readonly digest: string }[] = [];
  parser.on('error', () => {
    isBroken = true;
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) isBroken = true;
  });
  parser.on('opentag', ({ name }) => {
    open.push(localName(name));
    content = '';
    if (open.length > DEEPEST) isBroken = true;
  });
  parser.on('text', (part) => {
    if (content.length < LONGEST_TEXT) content += part;
  });
  parser.on('closetag', () => {
    const name = open.pop() ?? '';
    const value = content.trim();
    content = '';
    if (open.at(-1) === 'hash') {
      if (name === 'file' || name === 'path') path = value;
      else if (Object.hasOwn(ALGORITHMS, name) && isSum(value, ALGORITHMS[name]))
        sums.push({ algorithm: name, digest: value.toLowerCase() });
    } else if (name === 'hash') {
      for (const sum of path === null ? [] : sums)
        lines.push({ ...sum, path: path ?? '', line: parser.line, isNamed: true });
      path = null;
      sums = [];
    }
  });
  for (let at = 0; at < text.length && !isBroken; at += 1 << 20) parser.write(text.slice(at, at + (1 << 20)));
  if (!isBroken) parser.close();
  return isBroken ? null : sumsOfMost(lines);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function isSum(text: string, digits: number | undefined): boolean {
  return text.length === digits && /^[0-9a-f]+$/i.test(text);
}
