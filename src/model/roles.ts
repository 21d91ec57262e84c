import type { RoleId } from './label.js';

/** What a stem can be: its id, its name for people, its family, and the less specific role that is never wrong. */
export type Role = {
  readonly id: RoleId;
  readonly label: string;
  readonly family: Family;
  readonly parent: RoleId | null;
};
export type Family =
  | 'drums'
  | 'percussion'
  | 'bass'
  | 'guitar'
  | 'keys'
  | 'synth'
  | 'strings'
  | 'brass'
  | 'winds'
  | 'vocals'
  | 'fx'
  | 'other'
  | 'mix';

// One line a family: "id: name for people < parent"; without a parent the role is a whole family or stands alone.
const TABLE: Readonly<Record<Family, readonly string[]>> = {
  drums: [
    'drums: Drums',
    'kick: Kick < drums',
    'kick-in: Kick In < kick',
    'kick-out: Kick Out < kick',
    'kick-sub: Kick Sub < kick',
    'kick-sample: Kick Sample < kick',
    'snare: Snare < drums',
    'snare-top: Snare Top < snare',
    'snare-bottom: Snare Bottom < snare',
    'snare-sample: Snare Sample < snare',
    'rimshot: Rim Shot < snare',
    'hi-hat: Hi-Hat < drums',
    'toms: Toms < drums',
    'tom: Tom < toms',
    'floor-tom: Floor Tom < toms',
    'cymbals: Cymbals < drums',
    'ride: Ride < cymbals',
    'crash: Crash < cymbals',
    'overheads: Overheads < drums',
    'drum-mono: Drum Mono Mic < drums',
    'room: Drum Room < drums',
    'drum-loop: Drum Loop < drums',
    'drum-machine: Drum Machine < drums',
    'clap: Clap < drums',
    'snap: Finger Snap < drums',
  ],
  percussion: [
    'percussion: Percussion',
    'shaker: Shaker < percussion',
    'tambourine: Tambourine < percussion',
    'congas: Congas < percussion',
    'bongos: Bongos < percussion',
    'cowbell: Cowbell < percussion',
    'triangle: Triangle < percussion',
    'hand-drum: Hand Drum < percussion',
    'timpani: Timpani < percussion',
    'mallets: Mallets < percussion',
    'bells: Bells < percussion',
  ],
  bass: [
    'bass: Bass',
    'bass-di: Bass DI < bass',
    'bass-amp: Bass Amp < bass',
    'synth-bass: Synth Bass < bass',
    'sub-bass: Sub Bass < bass',
    '808: 808 < bass',
    'upright-bass: Upright Bass < bass',
  ],
  guitar: [
    'guitar: Guitar',
    'electric-guitar: Electric Guitar < guitar',
    'lead-guitar: Lead Guitar < electric-guitar',
    'rhythm-guitar: Rhythm Guitar < electric-guitar',
    'acoustic-guitar: Acoustic Guitar < guitar',
    'nylon-guitar: Nylon Guitar < acoustic-guitar',
    'slide-guitar: Slide Guitar < guitar',
    'banjo: Banjo < guitar',
    'mandolin: Mandolin < guitar',
    'ukulele: Ukulele < guitar',
    'other-plucked: Plucked Strings < guitar',
  ],
  keys: [
    'keys: Keys',
    'piano: Piano < keys',
    'electric-piano: Electric Piano < keys',
    'rhodes: Rhodes < electric-piano',
    'wurlitzer: Wurlitzer < electric-piano',
    'organ: Organ < keys',
    'clavinet: Clavinet < keys',
    'harpsichord: Harpsichord < keys',
    'accordion: Accordion < keys',
  ],
  synth: [
    'synth: Synth',
    'synth-lead: Synth Lead < synth',
    'pad: Pad < synth',
    'arp: Arp < synth',
    'pluck: Pluck < synth',
    'stab: Stab < synth',
    'texture: Texture < synth',
  ],
  strings: [
    'strings: Strings',
    'violin: Violin < strings',
    'viola: Viola < strings',
    'cello: Cello < strings',
    'harp: Harp < strings',
  ],
  brass: [
    'brass: Brass',
    'trumpet: Trumpet < brass',
    'trombone: Trombone < brass',
    'french-horn: French Horn < brass',
    'tuba: Tuba < brass',
  ],
  winds: [
    'woodwinds: Woodwinds',
    'saxophone: Saxophone < woodwinds',
    'flute: Flute < woodwinds',
    'clarinet: Clarinet < woodwinds',
    'oboe: Oboe < woodwinds',
    'harmonica: Harmonica',
  ],
  vocals: [
    'vocals: Vocals',
    'lead-vocal: Lead Vocal < vocals',
    'vocal-double: Vocal Double < vocals',
    'backing-vocal: Backing Vocal < vocals',
    'harmony: Harmony Vocal < backing-vocal',
    'ad-lib: Ad-Lib < vocals',
    'vocal-chop: Vocal Chop < vocals',
    'choir: Choir < vocals',
    'gang-vocal: Gang Vocal < backing-vocal',
    'spoken-word: Spoken Word < vocals',
    'vocoder: Vocoder < vocals',
    'vocal-fx: Vocal FX < fx-return',
  ],
  fx: [
    'sound-effect: Sound Effect',
    'riser: Riser < sound-effect',
    'downlifter: Downlifter < sound-effect',
    'impact: Impact < sound-effect',
    'sweep: Sweep < sound-effect',
    'reverse: Reverse < sound-effect',
    'foley: Foley < sound-effect',
    'ambience: Ambience < sound-effect',
    'scratch-dj: DJ Scratches',
    'fx-return: FX Return',
  ],
  other: ['main-pair: Main Pair', 'click: Click', 'guide: Guide'],
  mix: [
    'beat: Beat',
    'instrumental: Instrumental',
    'acapella: A Cappella',
    'tv-mix: TV Mix',
    'rough-mix: Rough Mix',
    'final-mix: Mix',
    'reference: Reference',
  ],
};

/** Every role that a name can have, family by family. */
export const ROLES: readonly Role[] = Object.entries(TABLE).flatMap(([family, lines]) =>
  lines.map((line) => readRole(line, family as Family)),
);

const BY_ID: ReadonlyMap<RoleId, Role> = new Map(ROLES.map((role) => [role.id, role]));

/** The family of a role; null for no role or one that is not in the table. */
export function familyOf(role: RoleId | null): Family | null {
  return role === null ? null : (BY_ID.get(role)?.family ?? null);
}

/** The role as a studio writes it, "Lead Vocal"; an unknown id as it is. */
export function labelOf(role: RoleId): string {
  return BY_ID.get(role)?.label ?? role;
}

/** Whether the role is a voice: a printed vocal effect is none. */
export function isVocal(role: RoleId | null): boolean {
  return familyOf(role) === 'vocals' && role !== 'vocal-fx';
}

/** Whether `less` is a less specific role than `more`: drums of snare-top, yes; snare of drums, no. */
export function isLessSpecific(less: RoleId, more: RoleId): boolean {
  for (let role = parentOf(more); role !== null; role = parentOf(role)) if (role === less) return true;
  return false;
}

function parentOf(role: RoleId): RoleId | null {
  return BY_ID.get(role)?.parent ?? null;
}

function readRole(line: string, family: Family): Role {
  const [id = '', rest = ''] = line.split(': ');
  const [label = '', parent = null] = rest.split(' < ');
  return { id, label, family, parent };
}
