import type { Diff } from '../../model/diff.js';

/** Prints a comparison as JSON, ended by a line break. */
export function formatDiffJson(diff: Diff): string {
  return `${JSON.stringify(diff, null, 2)}\n`;
}
