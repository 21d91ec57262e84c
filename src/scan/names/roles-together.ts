import { familyOf, isLessSpecific } from '../../model/roles.js';

// How a sound was made or caught, not what sounds: beside another part these are adjectives.
const YIELDING = new Set([
  'click',
  'reverse',
  'impact',
  'ambience',
  'sweep',
  'sound-effect',
  'fx-return',
  'main-pair',
  'scratch-dj',
  'texture',
]);
// The same among drums: "Kick Room" is the kick, "808 Snare" a snare.
const KIT_WIDE = new Set(['drums', 'room', 'drum-machine', 'drum-loop', 'drum-mono']);
// What a voice does, strongest word first.
const VOICES = [
  'vocal-fx',
  'vocal-chop',
  'spoken-word',
  'vocoder',
  'gang-vocal',
  'ad-lib',
  'harmony',
  'choir',
  'backing-vocal',
  'vocal-double',
  'lead-vocal',
  'vocals',
];
const SYNTH_FIGURES = new Set(['arp', 'pluck', 'stab', 'synth-lead']);

/** Several parts that do not add up to one: the name stays without a role. */
export const SEVERAL = 'several';

/**
 * The one role that several parts in a name stand for.
 *
 * @param roles in the order of the name; any number
 * @param isJoined the name joins its parts ("Pad + Bass")
 * @returns a role, null for no parts, or SEVERAL
 */
export function roleTogether(roles: readonly string[], isJoined: boolean): string | null {
  const parts = [...new Set(roles)].filter((role, _, all) => !all.some((other) => isLessSpecific(role, other)));
  if (parts.length < 2) return parts[0] ?? null;
  const rest = withoutYielding(parts);
  if (rest.length < 2) return rest[0] ?? null;
  const families = new Set(rest.map(familyOf));
  if (families.size === 1) return sameFamily(rest, isJoined);
  return isJoined ? ofJoined(families) : acrossFamilies(rest, families);
}

function withoutYielding(parts: readonly string[]): readonly string[] {
  const firm = parts.filter((role) => !YIELDING.has(role));
  const kept =
    firm.length > 0
      ? firm
      : parts.includes('main-pair')
        ? ['main-pair']
        : parts.includes('reverse')
          ? ['reverse']
          : [parts[0] ?? ''];
  const struck = kept.filter((role) => !KIT_WIDE.has(role));
  const isKit = struck.length > 0 && struck.some((role) => ['drums', 'percussion'].includes(familyOf(role) ?? ''));
  // A room belongs to whatever stands beside it: "Gtr Room", "Piano Room".
  if (isKit || (struck.length > 0 && kept.every((role) => role !== 'drums'))) return struck.length > 0 ? struck : kept;
  return kept;
}

function sameFamily(parts: readonly string[], isJoined: boolean): string {
  const has = (role: string) => parts.includes(role);
  switch (familyOf(parts[0] ?? null)) {
    case 'vocals':
      return VOICES.find(has) ?? 'vocals';
    case 'drums':
      return ofKit(parts);
    case 'percussion':
      return 'percussion';
    case 'bass':
      if (has('808')) return '808';
      return has('upright-bass')
        ? 'upright-bass'
        : has('synth-bass')
          ? 'synth-bass'
          : has('sub-bass')
            ? 'sub-bass'
            : 'bass';
    case 'guitar':
      return ofGuitars(parts);
    case 'keys':
      if (isJoined) return SEVERAL;
      if (has('piano')) return parts.find((role) => role !== 'piano' && role !== 'organ') ?? SEVERAL;
      return parts.at(-1) ?? SEVERAL;
    case 'synth':
      return isJoined ? 'synth' : (parts.at(-1) ?? 'synth');
    case 'strings':
    case 'brass':
      return familyOf(parts[0] ?? null) ?? SEVERAL;
    case 'winds':
      return 'woodwinds';
    default:
      return parts[0] ?? SEVERAL;
  }
}

function ofKit(parts: readonly string[]): string {
  // "OH Hat", "Overhead Snare side": the overhead microphone at that side of the kit.
  if (parts.includes('overheads')) return 'overheads';
  if (parts.every((role) => KIT_WIDE.has(role))) {
    return ['room', 'drum-mono', 'drum-loop', 'drum-machine'].find((role) => parts.includes(role)) ?? 'drums';
  }
  const cymbals = ['cymbals', 'ride', 'crash'];
  if (parts.every((role) => cymbals.includes(role))) return 'cymbals';
  if (parts.every((role) => ['tom', 'toms', 'floor-tom'].includes(role)))
    return parts.includes('floor-tom') && parts.length === 2 && parts.includes('tom') ? 'floor-tom' : 'toms';
  return 'drums';
}

function ofGuitars(parts: readonly string[]): string {
  const plain = ['electric-guitar', 'lead-guitar', 'rhythm-guitar', 'acoustic-guitar'];
  const special = parts.filter((role) => !plain.includes(role));
  if (special.length === 1) return special[0] ?? 'guitar';
  if (special.length > 1) return 'guitar';
  if (parts.includes('acoustic-guitar')) return parts.includes('electric-guitar') ? 'guitar' : 'acoustic-guitar';
  return parts.includes('lead-guitar') && !parts.includes('rhythm-guitar') ? 'lead-guitar' : 'electric-guitar';
}

function ofJoined(families: ReadonlySet<string | null>): string {
  const isBeat = families.size === 2 && families.has('drums') && families.has('percussion');
  return isBeat ? 'percussion' : SEVERAL;
}

function acrossFamilies(parts: readonly string[], families: ReadonlySet<string | null>): string {
  const has = (role: string) => parts.includes(role);
  const of = (family: string) => parts.filter((role) => familyOf(role) === family);
  // A guide is a guide, whatever plays it.
  if (has('guide')) return 'guide';
  if (families.size > 2) return SEVERAL;
  const other = (family: string) => parts.find((role) => familyOf(role) !== family) ?? SEVERAL;
  if (has('beat')) return other('mix');
  // "Drums Mixdown" is a sum of drums; a rough mix or an instrumental is one of everything.
  if (has('final-mix') && of('mix').length === 1) return other('mix');
  if (families.has('mix')) return of('mix')[0] ?? SEVERAL;
  if (families.has('fx')) return other('fx');
  if (has('808') && (families.has('drums') || families.has('percussion'))) return other('bass');
  if (families.has('bass')) return withBass(parts, families, other('bass'));
  if (families.has('synth')) return withSynth(parts, families, other('synth'));
  if (has('bells') && (has('ride') || has('cymbals'))) return other('percussion'); // the bell of the cymbal
  if (has('drums') || has('drum-machine') || has('drum-loop'))
    return families.has('percussion') ? other('drums') : SEVERAL;
  return SEVERAL;
}

function withBass(parts: readonly string[], families: ReadonlySet<string | null>, other: string): string {
  if (families.has('brass') || families.has('winds')) return other;
  if (families.has('synth')) return other === 'synth' || SYNTH_FIGURES.has(other) ? 'synth-bass' : SEVERAL;
  if (families.has('guitar')) return parts.find((role) => familyOf(role) === 'bass') ?? 'bass';
  if (other === 'strings') return 'upright-bass';
  return other === 'choir' ? 'choir' : SEVERAL;
}

function withSynth(parts: readonly string[], families: ReadonlySet<string | null>, other: string): string {
  const figure = parts.find((role) => familyOf(role) === 'synth') ?? 'synth';
  if (other === 'bells') return 'synth';
  if (families.has('drums') || families.has('percussion')) return other;
  if (families.has('vocals')) return figure === 'pad' ? (other === 'choir' ? SEVERAL : 'backing-vocal') : figure;
  // A guitar can play an arpeggio or a stab; only a synthesizer is a synthesizer.
  return SYNTH_FIGURES.has(figure) ? other : SEVERAL;
}
