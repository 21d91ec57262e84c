import type { Profile } from '../../model/profile.js';

/** A finished beat and the vocals over it: the beat's own parts are not asked for. */
export const twoTrack: Profile = {
  name: 'two-track',
  rules: {
    // The beat is a print of nearly the whole song, and that is what was agreed.
    'two-track-beat': { severity: 'off' },
    'mix-among-stems': { severity: 'off' },
    'group-stems-only': { severity: 'off' },
    'master-bus-left-on': { severity: 'info' },
    'heavy-processing': { severity: 'off' },
    'di-present': { severity: 'off' },
    // Beats are often sold as 16-bit files, and nobody has a better one.
    'bit-depth': { severity: 'info' },
    'bit-depth-consistent': { severity: 'info' },
  },
};
