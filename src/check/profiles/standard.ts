import type { Profile } from '../../model/profile.js';

/** What most mixing engineers ask for: every rule as it is registered. */
export const standard: Profile = { name: 'standard', rules: {} };
