import type { Profile } from '../../model/profile.js';

/** For archives and labels: every rule at the severity that it registers for `strict`. */
export const strict: Profile = { name: 'strict', rules: {} };
