import type { DeliveredFile } from '../../model/delivery.js';
import type { Finding, Report } from '../../model/report.js';

/** The rough mix as a lane of the timeline, with what was found in it alone. */
export type RoughLane = { readonly file: DeliveredFile; readonly findings: readonly Finding[] };

/**
 * The lane of the rough mix, under the stems.
 *
 * @returns null where nothing was found in the rough mix that lies on no stem, or where it was not measured
 */
export function roughLane({ files, findings }: Report): RoughLane | null {
  const found = findings.filter(
    ({ number, waived, at, files: on }) => number !== null && !waived && on.length === 0 && (at?.length ?? 0) > 0,
  );
  const path = found.map(({ data }) => data?.roughMix).find((said) => typeof said === 'string');
  const file = files.find((one) => one.path === path && one.measured?.overview);
  return file ? { file, findings: found.filter(({ data }) => data?.roughMix === path) } : null;
}
