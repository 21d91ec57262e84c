import type { BriefFault } from '../../../model/brief.js';
import { fileName } from '../../../model/units.js';
import { decoded, decodeText } from './decode-text.js';

/**
 * The words of a document beside the stems.
 *
 * @param bytes the whole file; the caller bounds its size
 * @param name its path; the ending decides where the bytes do not
 * @returns its text, line by line where the format has lines; or a fault that says what to send instead. Never throws
 *          for what the bytes hold
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<{ readonly text: string } | BriefFault> {
  const start = decoded(bytes.subarray(0, 64), 'windows-1252', false) ?? '';
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (start.startsWith('%PDF-')) {
    return fault(
      'notes-pdf',
      name,
      `${fileName(name)} is a PDF, and its words cannot be read. Send the notes as text.`,
    );
  }
  if (start.startsWith('PK\x03\x04') && ending !== 'txt') return office(bytes, name);
  if (start.startsWith('{\\rtf')) {
    const { rtfText } = await import('./rtf.js');
    return { text: rtfText(latin1(bytes)) };
  }
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    return fault('not-text', name, `${fileName(name)} is a document of an old Word version. Send the notes as text.`);
  }
  if (ending === 'eml') {
    const { mailText } = await import('./mail.js');
    const text = mailText(latin1(bytes));
    return text === null ? noText(name) : { text };
  }
  if (start.startsWith('bplist')) return link(latin1(bytes), name);
  const text = decodeText(bytes);
  if (text === null) return noText(name);
  if (ending === 'url' || ending === 'webloc' || ending === 'desktop') return link(text, name);
  if (/^html?$/.test(ending) || /^\s{0,64}<(?:!doctype html|html)/i.test(text)) {
    const { htmlText } = await import('./html.js');
    const stated = statedCharset(text.slice(0, 2_048));
    return { text: htmlText(stated === undefined ? text : (decodeText(bytes, stated) ?? text)) };
  }
  return { text };
}

/** The encoding that a page names in its head. */
function statedCharset(head: string): string | undefined {
  const at = head.toLowerCase().indexOf('charset=');
  return at < 0 ? undefined : /^["']?([\w-]{1,40})/.exec(head.slice(at + 'charset='.length))?.[1];
}

async function office(bytes: Uint8Array, name: string): Promise<{ readonly text: string } | BriefFault> {
  const { officeText } = await import('./office.js');
  const read = await officeText(bytes);
  if ('text' in read) return read;
  if (read.why === 'too-long')
    return fault('too-long', name, `${fileName(name)} unpacks to more than 4 MB of text, more than notes hold.`);
  if (read.why === 'too-deep')
    return fault('too-deep', name, `${fileName(name)} nests its parts deeper than a document does.`);
  return fault('not-text', name, `${fileName(name)} is a damaged document. Send the notes as text.`);
}

/** A shortcut to a page: its name says what it is, its address where. */
function link(text: string, name: string): { readonly text: string } | BriefFault {
  const address = /\bhttps?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]{3,2000}/i.exec(text)?.[0];
  if (address === undefined) return noText(name);
  return { text: `${fileName(name).replace(/\.[a-z]{1,8}$/i, '')} ${address.replace(/&amp;/g, '&')}` };
}

function noText(name: string): BriefFault {
  return fault(
    'not-text',
    name,
    `${fileName(name)} is no text in an encoding that can be read. Send it again as UTF-8.`,
  );
}

function fault(id: BriefFault['id'], file: string, message: string): BriefFault {
  return { id, file, line: 0, column: 0, message, instead: null, field: null };
}

/** One character a byte: windows-1252 would move 0x80 to 0x9F elsewhere. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return parts.join('');
}
