import type { OpenedFile } from '../model/delivery.js';
import { type MeasuredFile, measuredFiles } from './measured.js';
import { lengthsOf, setLength } from './stem-lengths.js';

export type SetEdges = {
  /** whether a stem lasts as long as the set, so that its edges are those of the export range */
  readonly isWhole: (seconds: number | null) => boolean;
  /** the rough mix was measured, and is quiet where the stems' range begins or ends */
  readonly roughIsQuietAtStart: boolean;
  readonly roughIsQuietAtEnd: boolean;
};

const SAME_LENGTH_SECONDS = 0.1;
/** Below these the rough mix rests: those of the meter for cut edges. */
const QUIET_START_DBFS = -40;
const QUIET_END_DBFS = -50;

/** What the set and the rough mix say about the places where a range of export begins and ends. */
export function edgesOfTheSet(opened: readonly OpenedFile[], roughMix: OpenedFile | null): SetEdges {
  const setSeconds = setLength(lengthsOf(opened), SAME_LENGTH_SECONDS);
  const [rough] = measuredFiles(roughMix === null ? [] : [roughMix]);
  const edges = rough?.measured.edges;
  return {
    isWhole: (seconds) => seconds !== null && setSeconds !== null && seconds >= setSeconds - SAME_LENGTH_SECONDS,
    roughIsQuietAtStart: rough !== undefined && (edges?.headLevelDbfs ?? QUIET_START_DBFS - 1) < QUIET_START_DBFS,
    roughIsQuietAtEnd: rough !== undefined && (edges?.lastLevelDbfs ?? QUIET_END_DBFS - 1) < QUIET_END_DBFS,
  };
}

/**
 * Tells which files of those with a cut edge the range of export cut all at once, and which are to be named one by one.
 * A file that lasts as long as the set is not named where the rough mix sounds at that edge too, or was not measured:
 * the song may begin or end there.
 *
 * @param isQuietInRough whether the rough mix is quiet where the set's range has this edge
 * @param rangeFromStems so many cut files or more are the range's doing, whatever the rough mix says
 * @returns of the two lists one is empty
 */
export function splitByRange<File extends MeasuredFile>(
  cut: readonly File[],
  { isWhole, isQuietInRough }: { readonly isWhole: SetEdges['isWhole']; readonly isQuietInRough: boolean },
  rangeFromStems: number,
): { readonly byRange: readonly File[]; readonly oneByOne: readonly File[] } {
  if (cut.length >= rangeFromStems) return { byRange: cut, oneByOne: [] };
  return { byRange: [], oneByOne: cut.filter(({ header }) => isQuietInRough || !isWhole(header.seconds)) };
}

/** A level at an edge that is nothing but the file's standing offset, of which dc-offset speaks. */
export function isOffsetAlone({ measured }: MeasuredFile, edgeDbfs: number | null): boolean {
  return edgeDbfs !== null && measured.dcDbfs !== null && edgeDbfs - measured.dcDbfs < 6;
}
