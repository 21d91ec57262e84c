import type { Kind } from '../../model/delivery.js';
import { type Label, NO_LABEL } from '../../model/label.js';
import { familyOf } from '../../model/roles.js';
import { defaultNameOf } from './default-names.js';
import { baseOf, kindByExtension } from './extensions.js';
import { effectOf, isDoubleIn, micOf, numberOf, sideOf } from './fields.js';
import { fold } from './fold.js';
import { type Surroundings, surroundingsOf } from './folders.js';
import { partOf } from './part-of.js';
import { type Item, readWords } from './read-words.js';
import { saysOf } from './says.js';
import { sectionOf } from './sections.js';
import { betterName } from './suggest.js';
import { takeOf, versionOf } from './takes.js';
import { bareName } from './technical.js';
import { nameSegment } from './title.js';

// Kinds of which the words of the name still name a part ("Drums.mid", "Vocals.rar").
const NAMED_KINDS = new Set<Kind | null>(['stem', 'midi', 'archive', null]);

/**
 * What a file's name and the folders around it say.
 *
 * @param path within the delivery, '/' between its parts
 * @param trimmed the name without what all its neighbours share (artist, song, tempo); the whole base name if absent
 * @param known what the folders say, where the caller has read them already
 * @returns a label; where the name says nothing, one that says so
 */
export function labelOne(path: string, trimmed?: string, known?: Surroundings): Label {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const extensionKind = kindByExtension(folders, name);
  if (!NAMED_KINDS.has(extensionKind)) return { ...NO_LABEL, kind: extensionKind };
  const base = baseOf(name);
  const whole = bareName(base);
  const bare = trimmed === undefined ? whole : bareName(trimmed);
  const program = defaultNameOf(fold(base).trim());
  return labelFrom({
    name,
    items: nameSegment(readWords(bare.words)),
    around: known ?? surroundingsOf(folders),
    isNameless: isNameless(program, base),
    program,
    extensionKind,
    order: whole.order ?? bare.order,
    inName: whole.inName,
  });
}

/** A default name's words name no part, but for a return ("A-Reverb") and the sum of everything. */
function isNameless(program: string | null, base: string): boolean {
  return program !== null && !/reverb|delay|return|stereo out/i.test(base);
}

type NameRead = {
  readonly name: string;
  readonly items: readonly Item[];
  readonly around: Surroundings;
  readonly isNameless: boolean;
  readonly program: string | null;
  readonly extensionKind: Kind | null;
  readonly order: number | null;
  readonly inName: Label['inName'];
};

function labelFrom({ name, items, around, isNameless, program, extensionKind, order, inName }: NameRead): Label {
  const part = partOf(isNameless ? [] : items, around.role);
  const effect = effectOf(items, part.role);
  const { role } = effect;
  const hasPart = role !== null || part.isSeveral;
  const version = versionOf(items, role);
  const section = sectionOf(items, hasPart, version.place);
  const taken = new Set(section.numbers);
  if (version.place !== null) taken.add(version.place + 1);
  const number = isNameless ? null : numberOf(items, role, taken);
  const side = sideOf(items, hasPart);
  const isDouble = isDoubleIn(items, role);
  const says = saysOf(items, role, part.isSeveral, isNameless);
  const isPoor = extensionKind === 'stem' && says !== 'part';
  const has = (cue: string) => items.some((item) => item.cue === cue);
  return {
    role,
    kind: kindOf(role, extensionKind),
    number,
    side,
    section: section.name,
    mic: micOf(items, role),
    dry: effect.dry ?? around.dry,
    take: takeOf(items),
    version: version.value,
    isDouble,
    printed: effect.printed,
    tuned: has('tuned') && !has('untuned'),
    comped: has('comp') && !has('uncomped') && familyOf(role) === 'vocals',
    muted: mutedIn(items) || around.muted,
    guide: role === 'guide' || has('placeholder') || has('scratch'),
    guideOf: role === 'guide' ? guidedPart(items, around.role) : null,
    bus: has('bus') || (saysMix(items) && role !== null && familyOf(role) !== 'mix'),
    final: has('final'),
    order,
    defaultNameOf: program,
    says,
    inName,
    suggestedName: isPoor ? betterName(name, { role, number, isDouble, side }) : null,
  };
}

/** "Lead Vox Guide": what it guides is what the name says without the word for guides. */
function guidedPart(items: readonly Item[], folder: string | null): string | null {
  const rest = items.filter(({ role, cue }) => role !== 'guide' && cue !== 'scratch' && cue !== 'placeholder');
  return partOf(rest, folder === 'guide' ? null : folder).role;
}

function saysMix(items: readonly Item[]): boolean {
  return items.some(({ cue, role }) => cue === 'mix' || role === 'final-mix');
}

function mutedIn(items: readonly Item[]): Label['muted'] {
  const has = (cue: string) => items.some((item) => item.cue === cue);
  if (has('undecided')) return 'maybe';
  // A muted trumpet or guitar is a way of playing, unless the word stands in brackets.
  const isPlaying = items.some((item) => ['brass', 'guitar', 'bass', 'keys'].includes(familyOf(item.role) ?? ''));
  const saysMuted = items.some(({ cue, gap }) => cue === 'muted' && (!isPlaying || /[[(]/.test(gap)));
  return saysMuted || has('unused');
}

function kindOf(role: string | null, extensionKind: Kind | null): Kind | null {
  if (extensionKind !== 'stem') return extensionKind;
  switch (role) {
    case 'reference':
      return 'reference';
    case 'rough-mix':
    case 'final-mix':
      return 'rough-mix';
    case 'instrumental':
    case 'acapella':
    case 'tv-mix':
      return 'alternate-mix';
    default:
      return 'stem';
  }
}
