// The whole public surface. What is not here is internal on purpose: header readers, meters and single rules change
// with the program's needs; what they find is in the Delivery and the Report.

export { type CheckOptions, check } from './check/check.js';
export {
  type CannotTell,
  cannotTell,
  defineRule,
  type Reported,
  type Rule,
  type RuleContext,
} from './check/define-rule.js';
export { PROFILES, type ResolvedProfile, resolveProfile } from './check/profiles/index.js';
export { RULES } from './check/rules/index.js';
export type * from './model/brief.js';
export type * from './model/delivery.js';
export type * from './model/label.js';
export type * from './model/measurements.js';
export type * from './model/profile.js';
export type * from './model/relations.js';
export type * from './model/report.js';
export { FORMATS, type FormatName } from './report/index.js';
export { readNotes } from './scan/brief/notes/index.js';
export { triage } from './scan/brief/triage/index.js';
export { labelName } from './scan/names/index.js';
export { scan } from './scan/scan.js';
export type { ScanOptions, ScanProgress } from './scan/scan-options.js';
export { FolderUnreadableError } from './scan/walk.js';
