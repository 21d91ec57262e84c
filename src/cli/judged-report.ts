import { check } from '../check/check.js';
import type { ResolvedProfile } from '../check/profiles/index.js';
import type { Report, Severity } from '../model/report.js';
import { type ReadingOptions, readDelivery } from './read-delivery.js';
import type { JudgingOptions } from './settings.js';
import { VERSION } from './version.js';

/** What every verb that scans, judges and prints takes. */
export type ReportingOptions = ReadingOptions &
  JudgingOptions & {
    readonly format: readonly string[];
    readonly failOn: Severity | 'never';
    readonly waivers: boolean;
    readonly printConfig?: boolean;
    readonly verbose?: boolean;
    readonly color: 'auto' | 'always' | 'never';
  };

/**
 * Scans one delivery and judges it.
 *
 * @param only the rules that are asked for; null: all of them
 * @throws QuestionError where the folder or the named brief cannot be read
 */
export async function judgedReport(
  folder: string,
  options: ReportingOptions,
  profile: ResolvedProfile,
  only: readonly string[] | null,
): Promise<Report> {
  const delivery = await readDelivery(folder, options);
  return check(delivery, { profile, waivers: options.waivers, version: VERSION, ...(only ? { only } : {}) });
}
