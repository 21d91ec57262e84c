import type { Label, RoleId } from '../model/label.js';

/** Roles as the rules about voices, drums and low strings ask for them; ids of the vocabulary in scan/names. */
export const VOCAL_ROLES: readonly RoleId[] = [
  'vocals',
  'lead-vocal',
  'vocal-double',
  'backing-vocal',
  'harmony',
  'ad-lib',
  'choir',
  'gang-vocal',
  'spoken-word',
  'vocoder',
];

export function isVocal(label: Label): boolean {
  return label.role !== null && VOCAL_ROLES.includes(label.role);
}
