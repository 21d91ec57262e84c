import type { OpenedFile } from '../model/delivery.js';
import type { Measurements } from '../model/measurements.js';
import { formatSeconds } from '../model/units.js';

export type MeasuredFile = OpenedFile & { readonly measured: Measurements };

/** Files whose samples were read. */
export function measuredFiles(files: readonly OpenedFile[]): readonly MeasuredFile[] {
  return files.filter((file): file is MeasuredFile => file.measured !== undefined);
}

/** Files whose samples were read and that hold more than silence, which has a rule of its own. */
export function soundingFiles(files: readonly OpenedFile[]): readonly MeasuredFile[] {
  return measuredFiles(files).filter(({ measured }) => measured.silence === null && measured.peakDbfs !== null);
}

/** "1:48.681": where a frame lies in a file. */
export function timeAt({ header }: OpenedFile, frame: number): string {
  return formatSeconds(frame / header.sampleRate);
}

/** The samples that the meter kept for drawing, under the evidence's own name for them; nothing where it kept none. */
export function excerpt({ measured }: MeasuredFile, key: string): { readonly samples?: readonly number[] } {
  const samples = measured.excerpts?.[key];
  return samples === undefined ? {} : { samples };
}
