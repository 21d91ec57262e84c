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

/** A level at an edge that is nothing but the file's standing offset, of which dc-offset speaks. */
export function isOffsetAlone({ measured }: MeasuredFile, edgeDbfs: number | null): boolean {
  return edgeDbfs !== null && measured.dcDbfs !== null && edgeDbfs - measured.dcDbfs < 6;
}
