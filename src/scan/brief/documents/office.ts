// The names of XML elements in the two formats; `Office Open XML` is .docx, `OpenDocument` is .odt.
const LINE_ELEMENTS = new Set([
  'w:p',
  'w:br',
  'w:cr',
  'w:tr',
  'text:p',
  'text:h',
  'text:line-break',
  'table:table-row',
]);
const TEXT_ELEMENTS = new Set(['w:t', 'text:p', 'text:h', 'text:span', 'text:a']);
const TAB_ELEMENTS = new Set(['w:tab', 'text:tab', 'w:tc', 'table:table-cell']);
// Words that a tracked change took out, and remarks at the margin, are not said.
const SILENT_ELEMENTS = new Set([
  'w:del',
  'w:delText',
  'w:instrText',
  'text:tracked-changes',
  'office:annotation',
  'w:txbxContent',
]);
const WORD_PARTS = ['word/document.xml', 'content.xml'];
const LINKS_PART = 'word/_rels/document.xml.rels';
// A page of notes has 20 KB of XML. A bomb is stopped here, whatever its header claims.
const MOST_XML_BYTES = 4 << 20;
const MOST_ENTRIES = 2_000;
const DEEPEST = 256;
const CHUNK_CHARACTERS = 1 << 16;

class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

export type OfficeText = { readonly text: string } | { readonly why: 'broken' | 'too-long' | 'too-deep' };

/**
 * The words of a .docx or .odt file.
 *
 * @param bytes the whole file
 * @returns its text with paragraphs as lines and the address of a link behind its words; or why there is none
 * Source: ECMA-376 part 1 (WordprocessingML), ISO/IEC 26300 (OpenDocument)
 */
export async function officeText(bytes: Uint8Array): Promise<OfficeText> {
  const parts = await xmlParts(bytes);
  if ('why' in parts) return parts;
  const source = WORD_PARTS.map((name) => parts.found.get(name)).find((part) => part !== undefined);
  if (source === undefined) return { why: 'broken' };
  const { SaxesParser } = await import('saxes');
  const links = linksOf(SaxesParser, parts.found.get(LINKS_PART) ?? '');
  return wordsOf(SaxesParser, source, links);
}

async function xmlParts(bytes: Uint8Array): Promise<{ found: Map<string, string> } | { why: 'broken' | 'too-long' }> {
  const { Uint8ArrayReader, Writer, ZipReader } = await import('@zip.js/zip.js');
  const { decoded } = await import('./decode-text.js');
  class CappedWriter extends Writer<Uint8Array> {
    private readonly chunks: Uint8Array[] = [];
    private length = 0;
    override async writeUint8Array(chunk: Uint8Array): Promise<void> {
      this.length += chunk.length;
      if (this.length > MOST_XML_BYTES) throw new TooLargeError();
      this.chunks.push(chunk.slice());
    }
    override async getData(): Promise<Uint8Array> {
      const whole = new Uint8Array(this.length);
      let at = 0;
      for (const chunk of this.chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole;
    }
  }
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  const found = new Map<string, string>();
  try {
    let entries = 0;
    for await (const entry of zip.getEntriesGenerator()) {
      if (++entries > MOST_ENTRIES) break;
      if (entry.directory || (!WORD_PARTS.includes(entry.filename) && entry.filename !== LINKS_PART)) continue;
      const data = (await entry.getData(new CappedWriter(), { useWebWorkers: false })) as Uint8Array;
      found.set(entry.filename, decoded(data, 'utf-8', false) ?? '');
    }
    return { found };
  } catch (error) {
    // The package throws plain errors for every way in which a ZIP can be broken.
    return { why: error instanceof TooLargeError ? 'too-long' : 'broken' };
  } finally {
    await zip.close().catch(() => undefined);
  }
}

type Parser = typeof import('saxes').SaxesParser;

function linksOf(SaxesParser: Parser, source: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>();
  const parser = new SaxesParser();
  parser.on('error', () => undefined); // a broken part gives the links before its fault
  parser.on('opentag', ({ name, attributes }) => {
    const { Id, Target } = attributes as Record<string, string>;
    if (name === 'Relationship' && Id !== undefined && Target !== undefined && /^https?:/i.test(Target))
      links.set(Id, Target);
  });
  parser.write(source).close();
  return links;
}

function wordsOf(SaxesParser: Parser, source: string, links: ReadonlyMap<string, string>): OfficeText {
  const parser = new SaxesParser();
  const text: string[] = [];
  const open: string[] = [];
  const addresses: (string | null)[] = [];
  let silent = 0;
  let why: 'broken' | 'too-deep' | null = null;
  const say = (words: string) => {
    if (silent === 0 && why === null) text.push(words);
  };
  parser.on('error', () => {
    why ??= 'broken';
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (open.length >= DEEPEST) why ??= 'too-deep';
    if (why !== null) return;
    open.push(name);
    if (SILENT_ELEMENTS.has(name)) silent++;
    if (TAB_ELEMENTS.has(name)) say('\t');
    if (name === 'text:s') say(' ');
    if ((name === 'w:br' || name === 'w:cr' || name === 'text:line-break') && isSelfClosing) say('\n');
    const { 'r:id': id, 'xlink:href': href } = attributes as Record<string, string>;
    if (name === 'w:hyperlink') addresses.push(links.get(id ?? '') ?? null);
    if (name === 'text:a') addresses.push(href !== undefined && /^https?:/i.test(href) ? href : null);
  });
  parser.on('text', (words) => {
    if (TEXT_ELEMENTS.has(open.at(-1) ?? '')) say(words);
  });
  parser.on('closetag', ({ name }) => {
    if (why !== null) return;
    open.pop();
    if (SILENT_ELEMENTS.has(name)) silent--;
    if (name === 'w:hyperlink' || name === 'text:a') {
      const address = addresses.pop();
      if (address) say(` ${address}`);
    }
    if (LINE_ELEMENTS.has(name) && name !== 'w:br' && name !== 'w:cr' && name !== 'text:line-break') say('\n');
  });
  // In pieces, so that a bomb is left where it is noticed.
  for (let at = 0; at < source.length && why === null; at += CHUNK_CHARACTERS) {
    parser.write(source.slice(at, at + CHUNK_CHARACTERS));
  }
  if (why === null) parser.close();
  return why === null ? { text: text.join('') } : { why };
}
