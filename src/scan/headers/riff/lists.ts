import type { Tags } from '../../../model/delivery.js';
import { sub } from '../reading.js';
import { fieldText, fourCc } from '../text.js';

// A list of a well-made file has tens of entries; beyond this it is there to waste time.
const MOST_ENTRIES = 4096;
const INAM = fourCc('INAM');
const IART = fourCc('IART');
const IPRD = fourCc('IPRD');
const ICMT = fourCc('ICMT');
const ISFT = fourCc('ISFT');
const LABL = fourCc('labl');

export type Info = { tags: Pick<Tags, 'title' | 'artist' | 'album'>; description?: string; software?: string };

/** Reads the entries of a `LIST` chunk of type INFO; names that are not asked for are passed over. */
export function readInfo(body: DataView, littleEndian: boolean): Info {
  const found = new Map<number, string>();
  for (const { id, at, bytes } of entries(body, littleEndian)) {
    const text = fieldText(sub(body, at, bytes));
    if (text !== undefined && !found.has(id)) found.set(id, text);
  }
  const named = { title: found.get(INAM), artist: found.get(IART), album: found.get(IPRD) };
  return {
    tags: Object.fromEntries(Object.entries(named).filter(([, text]) => text !== undefined)),
    ...optional('description', found.get(ICMT)),
    ...optional('software', found.get(ISFT)),
  };
}

/** Reads the labels of a `LIST` chunk of type adtl: the name of each cue point by its number. */
export function readLabels(body: DataView, littleEndian: boolean): Map<number, string> {
  const names = new Map<number, string>();
  for (const { id, at, bytes } of entries(body, littleEndian)) {
    if (id !== LABL || bytes < 5 || at + bytes > body.byteLength) continue;
    const text = fieldText(sub(body, at + 4, bytes - 4));
    if (text !== undefined) names.set(body.getUint32(at, littleEndian), text);
  }
  return names;
}

function* entries(body: DataView, littleEndian: boolean): Generator<{ id: number; at: number; bytes: number }> {
  let at = 4;
  for (let count = 0; count < MOST_ENTRIES && at + 8 <= body.byteLength; count++) {
    const bytes = body.getUint32(at + 4, littleEndian);
    yield { id: body.getUint32(at), at: at + 8, bytes };
    at += 8 + bytes + (bytes % 2);
  }
}

function optional<Name extends string>(name: Name, text: string | undefined): { [Key in Name]?: string } {
  return text === undefined ? {} : ({ [name]: text } as { [Key in Name]: string });
}
