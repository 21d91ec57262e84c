import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zipped } from '../../../../fixtures/sessions/pack.js';
import { readDocument } from '../../../../src/scan/brief/documents/index.js';
import { cpuMilliseconds } from '../../../cpu-milliseconds.js';

const utf8 = (words: string) => new TextEncoder().encode(words);
const bytes = (...values: (number | string)[]) =>
  Uint8Array.from(values.flatMap((value) => (typeof value === 'string' ? [...Buffer.from(value, 'latin1')] : [value])));
const utf16be = (words: string) => Uint8Array.from(Buffer.from(words, 'utf16le').swap16());
const textOf = async (file: Uint8Array, name = 'notes.txt') => {
  const read = await readDocument(file, name);
  return 'text' in read ? read.text : `fault ${read.id}: ${read.message}`;
};

describe('notes in the encodings that people send', () => {
  it.each([
    ['UTF-8', utf8('Tempo 92, Größe'), 'Tempo 92, Größe'],
    ['UTF-8 with its mark', utf8('\uFEFFTempo 92'), 'Tempo 92'],
    ['UTF-16 with its mark', bytes(0xff, 0xfe, 'T\0e\0m\0p\0o\0'), 'Tempo'],
    ['UTF-16, the other way round', bytes(0xfe, 0xff, '\0T\0e\0m\0p\0o'), 'Tempo'],
    ['UTF-16 without a mark', Uint8Array.from(Buffer.from('Tempo is 92 – go', 'utf16le')), 'Tempo is 92 – go'],
    ['UTF-16 without a mark, the other way round', utf16be('Tempo is 92'), 'Tempo is 92'],
    // 0xFC ü, 0xDF ß, 0x96 – of Windows-1252
    ['Windows-1252', bytes('Gr', 0xfc, 0xdf, 'e ', 0x96, ' key is F'), 'Grüße – key is F'],
    // 0x9F ü, 0xA7 ß, 0x8E é of Mac Roman
    ['Mac Roman', bytes('Gr', 0x9f, 0xa7, 'e, idee caf', 0x8e, ', sch', 0x9a, 'n'), 'Grüße, idee café, schön'],
    // Windows-1251: А is 0xC0, а is 0xE0
    ['Windows-1251', bytes(0xd2, 0xe5, 0xec, 0xef, ' ', 0xef, 0xe5, 0xf1, 0xed, 0xe8, ' 92'), 'Темп песни 92'],
    ['KOI8-R', bytes(0xf4, 0xc5, 0xcd, 0xd0, ' ', 0xd0, 0xc5, 0xd3, 0xce, 0xc9, ' 92'), 'Темп песни 92'],
    ['nothing', new Uint8Array(0), ''],
  ])('%s', async (_, file, words) => {
    expect(await textOf(file)).toBe(words);
  });

  it('bytes that are no text are a fault that says so', async () => {
    const noise = Uint8Array.from({ length: 4_000 }, (_, index) => (index * 7919) % 256);
    expect(await readDocument(noise, 'Band/notes.txt')).toMatchObject({
      id: 'not-text',
      file: 'Band/notes.txt',
      message: 'notes.txt is no text in an encoding that can be read. Send it again as UTF-8.',
    });
  });
});

describe('documents of word processors', () => {
  it('rich text keeps its lines, its accents and its characters beyond the code page', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Helvetica;}{\colortbl;\red0\green0\blue0;}{\*\generator Pages;}
\f0\fs24 Tempo: 92\par
Gr\'fc\'dfe \u9839?\tab F\\#\line {\b bold \{x\}}}`;
    expect(await textOf(utf8(rtf), 'notes.rtf')).toBe('Tempo: 92\nGrüße ♯\tF\\#\nbold {x}');
  });

  it('.docx keeps paragraphs and links, and leaves out what a tracked change took away', async () => {
    const body = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r"><w:body>
      <w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r><w:t>Tempo: </w:t></w:r><w:r><w:t>92</w:t></w:r></w:p>
      <w:p><w:del><w:r><w:delText>Key: A</w:delText></w:r></w:del><w:ins><w:r><w:t>Key: D minor</w:t></w:r></w:ins></w:p>
      <w:p><w:hyperlink r:id="rId7"><w:r><w:t>Slow Glass</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> &amp; its kick</w:t></w:r></w:p>
    </w:body></w:document>`;
    const links =
      '<Relationships><Relationship Id="rId7" Type="t" Target="https://example.org/glass" TargetMode="External"/></Relationships>';
    const file = await zipped({ 'word/document.xml': body, 'word/_rels/document.xml.rels': links });
    expect(await textOf(file, 'notes.docx')).toBe(
      'Tempo: 92\nKey: D minor\nSlow Glass https://example.org/glass & its kick\n',
    );
  });

  it('.odt keeps paragraphs', async () => {
    const content =
      '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:xlink="x"><office:body><office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Night Drive</text:h><text:p>Tempo:<text:s/><text:span>92</text:span><text:line-break/>Key: D</text:p></office:text></office:body></office:document-content>';
    expect(await textOf(await zipped({ 'content.xml': content }), 'notes.odt')).toBe(
      'Night Drive\nTempo: 92\nKey: D\n',
    );
  });

  it('a PDF, an old Word file and a damaged .docx say what to send instead', async () => {
    expect(await textOf(bytes('%PDF-1.7\n'), 'a/notes.pdf')).toBe(
      'fault notes-pdf: notes.pdf is a PDF, and its words cannot be read. Send the notes as text.',
    );
    expect(await textOf(bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'notes.doc')).toMatch(
      'fault not-text: notes.doc is a document of an old Word version.',
    );
    const docx = await zipped({ 'word/document.xml': '<w:document><w:p>' });
    expect(await textOf(docx, 'notes.docx')).toBe(
      'fault not-text: notes.docx is a damaged document. Send the notes as text.',
    );
    expect(await textOf(docx.subarray(0, 60), 'notes.docx')).toMatch('damaged document');
    expect(await textOf(bytes('PK\x03\x04'), 'notes.docx')).toMatch('damaged document');
  });
});

describe('pages, mails and links', () => {
  it('a page loses its tags and keeps its lines and addresses', async () => {
    const page =
      '<!doctype html><html><head><style>p {x: 1}</style><title>Night Drive</title></head><body><p>Tempo&nbsp;92 &amp; key\n F&#9839;</p><ul><li><a href="https://example.org/x">Slow Glass</a>: kick</li></ul><script>var a = "<p>no</p>"</script></body></html>';
    expect(await textOf(utf8(page), 'notes.html')).toBe(
      'Night Drive\n\nTempo 92 & key F♯\n\n- Slow Glass https://example.org/x : kick',
    );
  });

  it('a mail gives its subject and its text part', async () => {
    const mail = [
      'From: kim@example.org',
      'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= from',
      ' the band',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/html',
      '',
      '<p>page</p>',
      '--b1',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Tempo is 92, sch=F6n and long =',
      'enough',
      '--b1--',
      '',
    ].join('\r\n'); // prettier-ignore
    expect(await textOf(utf8(mail), 'mail.eml')).toBe('Grüße from the band\n\nTempo is 92, schön and long enough\n');
  });

  it('a mail in base64 and HTML gives the words of the page', async () => {
    const mail = `Subject: Mix\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from('<p>Key: D♭</p>').toString('base64')}\n`;
    expect(await textOf(utf8(mail), 'mail.eml')).toBe('Mix\n\nKey: D♭');
  });

  it('a shortcut gives its name and its address', async () => {
    expect(
      await textOf(utf8('[InternetShortcut]\r\nURL=https://example.org/watch?v=1\r\n'), 'refs/Slow Glass.url'),
    ).toBe('Slow Glass https://example.org/watch?v=1');
    const webloc =
      '<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>https://example.org/a?b=1&amp;c=2</string></dict></plist>';
    expect(await textOf(utf8(webloc), 'Slow Glass.webloc')).toBe('Slow Glass https://example.org/a?b=1&c=2');
  });
});

describe('a hostile document', () => {
  it('a .docx that unpacks to 64 MB is a fault, in under a second', async () => {
    const bomb = await zipped({ 'word/document.xml': `<w:document>${' '.repeat(64 << 20)}</w:document>` });
    const start = cpuMilliseconds();
    expect(await readDocument(bomb, 'notes.docx')).toMatchObject({ id: 'too-long' });
    expect(cpuMilliseconds() - start).toBeLessThan(1_000);
  });

  it('a .docx of 100,000 nested parts is a fault', async () => {
    const file = await zipped({ 'word/document.xml': '<w:p>'.repeat(100_000) });
    expect(await readDocument(file, 'notes.docx')).toMatchObject({ id: 'too-deep' });
  });

  it.each([
    ['open tags without an end', '<a '.repeat(300_000), 'notes.html'],
    ['100,000 brackets of rich text', `{\\rtf1 ${'{'.repeat(100_000)}`, 'notes.rtf'],
    ['a mail of boundaries', `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(200_000)}`, 'a.eml'],
    ['entities', '&amp'.repeat(300_000), 'notes.html'],
    ['scripts without an end', '<script>'.repeat(100_000), 'notes.html'],
  ])('%s end in under a second', async (_, words, name) => {
    const start = cpuMilliseconds();
    await readDocument(utf8(words), name);
    expect(cpuMilliseconds() - start).toBeLessThan(1_000);
  });

  it('any bytes under any ending give a text or a fault', async () => {
    const start = fc.constantFrom(
      '',
      '{\\rtf1 ',
      'PK\x03\x04',
      '<html>',
      'Content-Type: multipart/mixed; boundary=b\n\n--b',
      'bplist00',
      '\xff\xfe',
    );
    const ending = fc.constantFrom('txt', 'rtf', 'docx', 'html', 'eml', 'url', 'md', 'odt', '');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), ending, async (head, tail, name) => {
        const read = await readDocument(bytes(head, ...tail), `notes.${name}`);
        expect('text' in read ? typeof read.text : typeof read.message).toBe('string');
      }),
      { numRuns: 400 },
    );
  });
});
