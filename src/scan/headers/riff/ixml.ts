import { fieldText } from '../text.js';

export type Ixml = { readonly originFrame?: number; readonly note?: string };

/**
 * Reads what is asked of an iXML chunk: the time stamp and the note. Elements are looked up by name, so that a
 * document that is not well-formed still says what it says.
 * Source: iXML specification 3.01, SPEED and NOTE
 */
export function readIxml(body: DataView): Ixml {
  const text = fieldText(body) ?? '';
  const low = Number(element(text, 'TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO') ?? Number.NaN);
  const high = Number(element(text, 'TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI') ?? 0);
  const originFrame = high * 2 ** 32 + low;
  const remark = element(text, 'NOTE');
  return {
    ...(Number.isSafeInteger(originFrame) && originFrame >= 0 ? { originFrame } : {}),
    ...(remark ? { note: remark } : {}),
  };
}

function element(text: string, name: string): string | undefined {
  const from = text.indexOf(`<${name}>`);
  const to = text.indexOf(`</${name}>`, from);
  return from < 0 || to < 0 ? undefined : text.slice(from + name.length + 2, to).trim();
}
