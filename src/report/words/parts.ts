import type { RoleId } from '../../model/label.js';

/** Families in which many stems are shown together, in the order of a session. */
const FAMILIES: Readonly<Record<string, string>> = {
  drums:
    'drums kick kick-in kick-out kick-sub kick-sample snare snare-top snare-bottom snare-sample rimshot hi-hat toms tom floor-tom cymbals ride crash overheads drum-mono room drum-loop drum-machine clap snap',
  percussion: 'percussion shaker tambourine congas bongos cowbell triangle hand-drum timpani mallets bells',
  bass: 'bass bass-di bass-amp synth-bass sub-bass 808 upright-bass',
  guitars:
    'guitar electric-guitar lead-guitar rhythm-guitar acoustic-guitar nylon-guitar slide-guitar banjo mandolin ukulele other-plucked',
  keys: 'keys piano electric-piano rhodes wurlitzer organ clavinet harpsichord accordion',
  synths: 'synth synth-lead pad arp pluck stab texture',
  strings: 'strings violin viola cello harp',
  winds: 'brass trumpet trombone french-horn tuba woodwinds saxophone flute clarinet oboe harmonica',
  'lead vocal': 'vocals lead-vocal vocal-double spoken-word',
  backing: 'backing-vocal harmony ad-lib vocal-chop choir gang-vocal vocoder',
  effects: 'vocal-fx sound-effect riser downlifter impact sweep reverse foley ambience scratch-dj fx-return',
  mixes: 'beat instrumental acapella tv-mix rough-mix final-mix reference',
};
const FAMILY_OF = new Map(
  Object.entries(FAMILIES).flatMap(([family, roles]) => roles.split(' ').map((role) => [role, family] as const)),
);
export const FAMILY_ORDER: readonly string[] = [...Object.keys(FAMILIES), 'other', 'not named'];

/** The family of a role: "not named" where the name does not say, "other" for a role of no family. */
export function familyOf(role: RoleId | null): string {
  return role === null ? 'not named' : (FAMILY_OF.get(role) ?? 'other');
}

/** A role as people say it: "lead vocal", "bass DI". */
export function roleInWords(role: RoleId): string {
  return role
    .split('-')
    .map((word) => (word === 'di' || word === 'fx' || word === 'tv' ? word.toUpperCase() : word))
    .join(' ');
}
