import type { CacheSettings } from './audio/index.js';
import type { NamedBrief } from './gather-words.js';

export type ScanOptions = {
  /** names, headers and words only: no sample is read */
  readonly quick?: boolean;
  /** files measured at one time; 0: as many as the machine has cores */
  readonly jobs?: number;
  /** null: measurements are not kept between runs */
  readonly cache?: CacheSettings | null;
  /** false: the stems are not held against the rough mix */
  readonly rough?: boolean;
  /** a handoff file that the caller names: it stands in for the delivered one */
  readonly brief?: NamedBrief;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScanProgress) => void;
};
export type ScanProgress = {
  readonly step: 'list' | 'headers' | 'words' | 'sums' | 'sound' | 'rough-mix';
  readonly done: number;
  readonly of: number;
  readonly path: string | null;
};
