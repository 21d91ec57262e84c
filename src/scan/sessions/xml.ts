import { SaxesParser } from 'saxes';
import type { Fault } from '../../model/delivery.js';
import { brokenSession } from './no-facts.js';

const DEEPEST = 200; // a Live set nests some 40 deep
const CHUNK_BYTES = 1 << 20;

type Attributes = Readonly<Record<string, string>>;
export type XmlVisitor = {
  /** `path` holds the names of the open elements, this one last; it changes with the next call */
  open(path: readonly string[], attributes: Attributes): void;
  close?(path: readonly string[]): void;
};

/**
 * Walks through the elements of an XML file in their order.
 *
 * @param bytes UTF-8
 * @returns null where it was read to its end, else the Fault at which the walk stopped. Entities that a file declares
 *          itself, inside or outside, are not followed: such a file is broken
 * Source: XML 1.0
 */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): Fault | null {
  const parser = new SaxesParser();
  const path: string[] = [];
  let stopped: Fault | null = null;
  let atByte = 0;
  const stop = (why: string) => {
    stopped ??= brokenSession(atByte, `The session is XML, and ${why}, near byte ${atByte}.`).error;
  };
  parser.on('error', ({ message }) =>
    stop(
      `it breaks off there (${message
        .replace(/^\d+:\d+: /, '')
        .replace(/\.$/, '')
        .slice(0, 120)})`,
    ),
  );
  parser.on('doctype', (doctype) => {
    if (doctype.includes('<!ENTITY')) stop('it declares entities of its own, which no session needs');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stopped !== null) return;
    path.push(name);
    if (path.length > DEEPEST) stop(`it nests more than ${DEEPEST} elements`);
    else visitor.open(path, attributes as Attributes);
  });
  parser.on('closetag', () => {
    if (stopped !== null) return;
    visitor.close?.(path);
    path.pop();
  });
  const decoder = new TextDecoder('utf-8');
  for (; atByte < bytes.length && stopped === null; atByte += CHUNK_BYTES) {
    parser.write(decoder.decode(bytes.subarray(atByte, atByte + CHUNK_BYTES), { stream: true }));
  }
  if (stopped === null) parser.close();
  return stopped;
}
