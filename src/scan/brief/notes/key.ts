import type { Sentence } from './sentences.js';

export type NoteKey = { readonly tonic: string; readonly mode?: string };

const MODES: readonly (readonly [RegExp, string])[] = [
  [/^(?:minor|min|moll|mineur|menor|minore)$/, 'minor'],
  [/^(?:major|maj|dur|majeur|mayor|maior|maggiore)$/, 'major'],
  [/^(?:dorian|dorisch|dorien|dorico|dorica)$/, 'dorian'],
  [/^(?:phrygian|phrygisch|phrygien|frigio|frigia)$/, 'phrygian'],
  [/^(?:lydian|lydisch|lydien|lidio|lidia)$/, 'lydian'],
  [/^(?:mixolydian|mixolydisch|mixolydien|mixolidio|misolidio)$/, 'mixolydian'],
  [/^(?:aeolian|aolisch|eolien|eolio)$/, 'aeolian'],
  [/^(?:locrian|lokrisch|locrien|locrio)$/, 'locrian'],
  [/^(?:ionian|ionisch|ionien|jonico)$/, 'ionian'],
];
const MODE_WORDS =
  'minor|min|moll|mineur|menor|minore|major|maj|dur|majeur|mayor|maior|maggiore|dorian|dorisch|dorien|dorico|phrygian|phrygisch|phrygien|frigio|lydian|lydisch|lydien|lidio|mixolydian|mixolydisch|mixolydien|mixolidio|misolidio|aeolian|aolisch|eolien|eolio|locrian|lokrisch|ionian|ionisch';
const SOLFEGE: Readonly<Record<string, string>> = {
  do: 'C',
  ut: 'C',
  re: 'D',
  mi: 'E',
  fa: 'F',
  sol: 'G',
  la: 'A',
  si: 'B',
};
const SIGNS: Readonly<Record<string, string>> = {
  diese: '#',
  sostenido: '#',
  sustenido: '#',
  diesis: '#',
  sharp: '#',
  '#': '#',
  '♯': '#',
  bemol: 'b',
  bemolle: 'b',
  flat: 'b',
  b: 'b',
  '♭': 'b',
};
// German names: H is B natural, B is B flat, "is" raises and "es" lowers.
const GERMAN: Readonly<Record<string, string>> = {
  c: 'C',
  cis: 'C#',
  ces: 'Cb',
  d: 'D',
  dis: 'D#',
  des: 'Db',
  e: 'E',
  eis: 'E#',
  es: 'Eb',
  f: 'F',
  fis: 'F#',
  fes: 'Fb',
  g: 'G',
  gis: 'G#',
  ges: 'Gb',
  a: 'A',
  ais: 'A#',
  as: 'Ab',
  h: 'B',
  his: 'B#',
  b: 'Bb',
  hes: 'Bb',
};
// The wheel of harmonic mixing: a number is a fifth, A is minor, B is major.
const CAMELOT_MINOR = ['Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E', 'B', 'F#', 'Db'];
const CAMELOT_MAJOR = ['B', 'F#', 'Db', 'Ab', 'Eb', 'Bb', 'F', 'C', 'G', 'D', 'A', 'E'];

const GERMAN_KEY =
  /(?<![\p{L}\d])(cis|ces|dis|des|eis|es|fis|fes|gis|ges|ais|as|his|hes|[a-h])[ -]?(moll|dur)(?![\p{L}\d])/u;
const SOLFEGE_KEY = new RegExp(
  `(?<![\\p{L}\\d])(do|ut|re|mi|fa|sol|la|si)(?:[ -]?(diese|sostenido|sustenido|diesis|bemolle|bemol|#|♯|♭))?[ -](${MODE_WORDS})(?![\\p{L}])`,
  'u',
);
const SOLFEGE_AFTER_CUE =
  /(?:tonalite|tonalidad|tonalidade|tonalita|\btom|\btono|en cle de|\bcle)\s?[:=]?\s?(?:de |di |en |em |es |e |est )?(do|re|mi|fa|sol|la|si)(?:[ -](diese|sostenido|sustenido|diesis|bemolle|bemol))?(?![\p{L}])/u;
const LETTER_MODE = new RegExp(
  `(?<![\\p{L}\\d#])([A-Ga-g])[ -]?(#|♯|♭|b(?![\\p{L}])|-?sharp|-?flat|is|es)?[ -]?(?:(?:harmonic|natural|melodic) )?(${MODE_WORDS})(?![\\p{L}])`,
  'iu',
);
// "Dm", "F#m", "C#min" stand alone as players write them.
const SHORT_MINOR = /(?<![\p{L}\d'])([A-G])(#|♯|b|♭)?(m|min|maj)(?![\p{L}\d'])/u;
const AFTER_CUE =
  /\b(?:key|scale|tonart|tonality|tonalite|tonalidad|tonalidade|tonalita|tom|tono)\b\s?(?:signature|of (?:the|this) (?:song|track))?\s?(?:of|is|was|in|ist|est|es|:|=|-)?\s?(?:the )?(?:key )?(?:of |in |is |the )?([A-Ha-h])[ -]?(#|♯|♭|b(?![\p{L}])|sharp|flat|is|es)?(?![\p{L}\d'#])/u;
const IN_KEY =
  /\b(?:in|key of|song is in|it's in|we're in|everything is in|all in) ([A-G])(#|♯|b|♭| sharp| flat)(?![\p{L}\d'])/u;
const CAMELOT =
  /\b(?:camelot|open key|key|tonart|tonalite|tonalidad|tonalidade|tonalita|mixed in key)\b[ :=-]{0,3}(?:code |number |is |of )?(1[0-2]|[1-9])([ab])(?![\p{L}\d])/u;
// "8A / 124": a code that is an entry of its own, beside a tempo.
const CAMELOT_ENTRY =
  /(?:^|[,;/|] ?)(?:key )?(1[0-2]|[1-9])([ab])(?= ?(?:[,;/|]|$))(?=[^a-z]{0,4}\d{2,3}(?:\D|$)|(?<=bpm.{1,12}))/u;
const CAMELOT_BEHIND = /(?<![\p{L}\d])(1[0-2]|[1-9])([ab])(?![\p{L}\d]).{0,16}\bcamelot\b/u;
const UNSURE = /\b(?:not sure about the key|don't know the key|key unknown|unknown key|no key|range|capo \d{1,2} so)\b/;
const RANGE = /\brange\b|\bfrom [a-g] to [a-g]\b/;
const ORIGINAL = /\b(?:original|main|home|final|actual|sounding|concert)\b/;

/** The sounding key that a sentence states, spelled as given; null where it states none. */
export function readKey(sentence: Pick<Sentence, 'text' | 'folded'>): NoteKey | null {
  const { folded } = sentence;
  const cue = /\b(?:key|tonart|tonalit|tonalid|concert pitch)/.exec(folded);
  if (RANGE.test(folded) && cue === null) return null;
  if (UNSURE.test(folded) && !/capo/.test(folded)) return null;
  // Where several keys stand in a sentence, the one behind "key" (or "original key") is meant.
  const cueAt = ORIGINAL.exec(folded)?.index ?? cue?.index ?? 0;
  return keyIn(sentence.text.slice(cueAt), folded.slice(cueAt)) ?? (cueAt > 0 ? keyIn(sentence.text, folded) : null);
}

function keyIn(text: string, folded: string): NoteKey | null {
  const named = [germanKey(folded), solfegeKey(folded), letterKey(text), shortKey(text), camelotKey(folded)];
  const [first] = named.filter((key) => key !== null).sort((a, b) => a.at - b.at);
  const cued = cuedKey(text, folded);
  // "key of A minor": the cue and the mode speak of one key; a key further on is another one.
  if (first === undefined || (cued !== null && first.at > cued.at + FAR_FROM_CUE)) return cued?.key ?? null;
  return first.key;
}
const FAR_FROM_CUE = 24;

type Found = { readonly key: NoteKey; readonly at: number } | null;

function germanKey(folded: string): Found {
  const match = GERMAN_KEY.exec(folded);
  const tonic = GERMAN[match?.[1] ?? ''];
  return match === null || tonic === undefined
    ? null
    : { key: { tonic, mode: match[2] === 'moll' ? 'minor' : 'major' }, at: match.index };
}

function solfegeKey(folded: string): Found {
  const match = SOLFEGE_KEY.exec(folded) ?? SOLFEGE_AFTER_CUE.exec(folded);
  const tonic = SOLFEGE[match?.[1] ?? ''];
  if (match === null || tonic === undefined) return null;
  return { key: { tonic: tonic + (SIGNS[match[2] ?? ''] ?? ''), ...modeOf(match[3]) }, at: match.index };
}

function letterKey(text: string): Found {
  const match = LETTER_MODE.exec(text);
  const [whole = '', letter = '', sign = '', mode = ''] = match ?? [];
  if (match === null || /^(?:dur|moll)$/i.test(mode)) return null;
  // "a minor role", "a major thing": an article, unless the letter is a capital.
  if (
    letter === 'a' &&
    sign === '' &&
    !/^a[ -]?(?:minor|major|min|maj)(?:$|[ ]?[,.;/|)&+])/.test(text.slice(match.index))
  )
    return null;
  if (/^(?:min|maj)$/i.test(mode) && /^[a-g]$/.test(letter) && whole.includes(' ') && letter === 'a') return null;
  return { key: { tonic: letter.toUpperCase() + signOf(sign), ...modeOf(mode.toLowerCase()) }, at: match.index };
}

function shortKey(text: string): Found {
  const match = SHORT_MINOR.exec(text) ?? LOWER_SHORT.exec(text);
  if (match === null) return null;
  const [whole = '', letter = '', sign = '', mode = ''] = match;
  // "Am" may be the German or English word: then it stands between other facts or after "key".
  if (
    whole === 'Am' &&
    !/(?:^|[,;/|(]\s?|key\W{0,3}(?:of |is )?|bpm |in )Am(?:$|\s?[,;/|).])/.test(
      text.slice(Math.max(0, match.index - 8), match.index + 5),
    )
  )
    return null;
  return {
    key: { tonic: letter.toUpperCase() + signOf(sign), mode: mode === 'maj' ? 'major' : 'minor' },
    at: match.index,
  };
}
const LOWER_SHORT = /(?<=(?:bpm|key|tonart|,|\/|\|)[ :=]{0,3})([a-g])(#|b)?(m|min|maj)(?= ?(?:$|[,.;/|)]))/;

function camelotKey(folded: string): Found {
  const match = CAMELOT.exec(folded) ?? CAMELOT_BEHIND.exec(folded) ?? CAMELOT_ENTRY.exec(folded);
  if (match === null) return null;
  const isMinor = match[2] === 'a';
  const tonic = (isMinor ? CAMELOT_MINOR : CAMELOT_MAJOR)[Number(match[1]) - 1];
  return tonic === undefined ? null : { key: { tonic, mode: isMinor ? 'minor' : 'major' }, at: match.index };
}

function cuedKey(text: string, folded: string): Found {
  const match =
    AFTER_CUE.exec(text.replace(/^\p{Lu}+(?=\b)/u, (word) => (word.length > 1 ? word.toLowerCase() : word))) ??
    AFTER_CUE.exec(lowerCues(text));
  const inKey = IN_KEY.exec(text);
  const [, letter = '', sign = ''] = match ?? inKey ?? [];
  if (letter === '') return null;
  const at = (match ?? inKey)?.index ?? 0;
  const german = /\btonart\b/.test(folded);
  if (german) {
    const tonic = GERMAN[letter.toLowerCase() + (sign === 'is' || sign === 'es' ? sign : '')];
    if (tonic === undefined) return null;
    return {
      key: {
        tonic: tonic + (sign === '#' || sign === 'b' ? sign : ''),
        ...(/[a-h]/.test(letter) ? { mode: 'minor' } : {}),
      },
      at,
    };
  }
  if (/[Hh]/.test(letter) || (letter !== letter.toUpperCase() && sign === '' && !/key\s?[:=]/i.test(text))) return null;
  return { key: { tonic: letter.toUpperCase() + signOf(sign) }, at };
}

function lowerCues(text: string): string {
  return text.replace(/\b(?:KEY|Key|TONART|Tonart|Tonalité|Tonalidad|Tonalidade|Tonalità|Tom|Tono|IN|OF)\b/g, (word) =>
    word
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, ''),
  );
}

function signOf(sign: string): string {
  const word = sign.trim().replace('-', '').toLowerCase();
  if (word === 'is') return '#';
  if (word === 'es') return 'b';
  return SIGNS[word] ?? '';
}

function modeOf(word: string | undefined): { mode?: string } {
  if (word === undefined) return {};
  const mode = MODES.find(([pattern]) => pattern.test(word))?.[1];
  return mode === undefined ? {} : { mode };
}
