export type OggPage = {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** null where no packet ends on the page */
  readonly granule: number | null;
  readonly serial: number;
  readonly headBytes: number;
  readonly bodyBytes: number;
};

/**
 * Reads the head of an Ogg page.
 *
 * @returns null where none starts here or its head is cut
 * Source: RFC 3533, section 6
 */
export function readOggPage(view: DataView, at: number): OggPage | null {
  if (at + 27 > view.byteLength || view.getUint32(at) !== 0x4f676753 || view.getUint8(at + 4) !== 0) return null;
  const segments = view.getUint8(at + 26);
  if (at + 27 + segments > view.byteLength) return null;
  let bodyBytes = 0;
  for (let segment = 0; segment < segments; segment++) bodyBytes += view.getUint8(at + 27 + segment);
  const flags = view.getUint8(at + 5);
  const high = view.getInt32(at + 10, true);
  return {
    isFirst: (flags & 2) !== 0,
    isLast: (flags & 4) !== 0,
    granule: high < 0 ? null : high * 2 ** 32 + view.getUint32(at + 6, true),
    serial: view.getUint32(at + 14, true),
    headBytes: 27 + segments,
    bodyBytes,
  };
}
