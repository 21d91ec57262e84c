const MOST_CUES = 4096;

/**
 * Reads the body of a `cue ` chunk.
 *
 * @returns number and frame of each point, in the order of the file; what lies behind the body's end is left out
 * Source: Microsoft, Multimedia Programming Interface and Data Specifications 1.0, Cue-Points Chunk
 */
export function readCues(body: DataView, littleEndian: boolean): { id: number; frame: number }[] {
  if (body.byteLength < 4) return [];
  const count = Math.min(body.getUint32(0, littleEndian), MOST_CUES, Math.floor((body.byteLength - 4) / 24));
  return Array.from({ length: count }, (_, point) => ({
    id: body.getUint32(4 + 24 * point, littleEndian),
    frame: body.getUint32(4 + 24 * point + 20, littleEndian),
  }));
}

/** Puts cue points and their labels together, in the order of time; a point without a label has an empty name. */
export function markersOf(
  cues: readonly { readonly id: number; readonly frame: number }[],
  labels: ReadonlyMap<number, string>,
): { frame: number; name: string }[] {
  return cues.map(({ id, frame }) => ({ frame, name: labels.get(id) ?? '' })).sort((a, b) => a.frame - b.frame);
}
