import { audioFileNames } from './file-names.js';
import { fold } from './fold.js';
import { labelOf } from './frame.js';
import { markConcepts } from './lexicon/index.js';
import type { Line } from './lines.js';
import { promisedParts } from './promised-parts.js';
import { type Sentence, says } from './sentences.js';
import { tokenize } from './tokens.js';

/** What notes say beside the fields of the handoff list. */
type AsideValues = {
  song: string;
  approver: string;
  revisions: string;
  promised: { readonly what: string; readonly role?: string; readonly file?: string };
  roughMix: string;
  dryVocals: readonly string[];
};
type AsideField = keyof AsideValues;
export type Aside = {
  [F in AsideField]: {
    readonly field: F;
    readonly value: AsideValues[F];
    readonly line: number;
    readonly quote: string;
  };
}[AsideField];
type Said = { [F in AsideField]: { readonly field: F; readonly value: AsideValues[F] } }[AsideField];

const SONG =
  /^(?:song(?: title| name)?|title|track(?: title| name)?|titel|songtitel|titre|morceau|chanson|titulo|cancion|tema|musica|faixa|brano|titolo|canzone|pezzo|stuck)$/;
const APPROVER =
  /^(?:approver|approval|approved by|final (?:say|approval|decision)|sign-?off|freigabe|abnahme|validation|valide par|aprobacion|aprueba|aprovacao|aprova|approvazione|approva)$/;
const REVISIONS =
  /^(?:revisions?|revision rounds?|rounds|korrekturen|korrekturschleifen|revisiones|revisoes|revisioni)$/;
const DECIDES =
  /\b(?:has the (?:final|last) (?:say|word)|signs? (?:it )?off|approves? the (?:mix|mixes)|gives the ok|hat das letzte wort|gibt (?:den mix|die mixe) frei|valide le mix|aprueba la mezcla|aprova a mix|approva il mix)\b/;
const ROUGH = /\b(?:rough(?: ?mix)?|roughmix|rohmix|maquette|mezcla de referencia|demo mix)\b/;
const PROMISED =
  /^(?:files?|stems|parts|contents?|inhalt|dateien|spuren|contenu|fichiers|contenido|archivos|conteudo|arquivos|contenuto|file)$/;

/** Song, approver, revisions, and files that a sentence names as rough mix, dry vocal or part of the delivery. */
export function readAsides(sentence: Sentence): Said[] {
  const label = labelOf(sentence.folded);
  const value = label === '' ? '' : sentence.text.slice(sentence.folded.search(/[:=]/) + 1).trim();
  if (SONG.test(label) && value !== '' && value.length <= 120) return [{ field: 'song', value: songName(value) }];
  if (APPROVER.test(label) && value !== '') return [{ field: 'approver', value }];
  if (REVISIONS.test(label) && value !== '') return [{ field: 'revisions', value }];
  if (DECIDES.test(sentence.folded)) return [{ field: 'approver', value: sentence.text }];
  return [
    ...filesOf(sentence, label),
    ...promisedParts(sentence).map((value) => ({ field: 'promised' as const, value })),
  ];
}

// What a first line or a subject may say beside the song's name.
const HEADLINE =
  /\b(?:mix(?:ing)?|stems?|notes?|hand-?off|session|multitracks?|files?|tracks|brief|mischung|mischanweisung|spuren|notizen|pistes|mixage|mezcla|notas|pistas|mixagem|tracce|missaggio|missaggi)\b/;
const HEADLINE_WORDS = new Set(
  're fwd fw aw wg the my our for to producer mix mixing mixer stem stems note notes handoff hand off session multitrack multitracks file files tracks brief song final new mischung mischanweisung spuren notizen zum zur fur pistes mixage pour le la de du mezcla notas para pistas mixagem tracce missaggio per il'.split(
    ' ',
  ),
);
const LONGEST_HEADLINE = 80;

/** The song by a text's first line or a mail's subject ("Paper Lanterns, notes for the mix"); none where no line is one. */
export function titleOf(lines: readonly Line[]): Aside[] {
  const first = lines.find(({ text }) => text !== '');
  const heads = [first, lines.find(({ text }) => SUBJECT.test(text))].filter((line) => line !== undefined);
  return heads
    .slice(0, 2)
    .flatMap((line) => {
      const value = headlineSong(line.text.replace(SUBJECT, ''));
      return value === null ? [] : [{ field: 'song' as const, value, line: line.number, quote: line.raw.trim() }];
    })
    .slice(0, 1);
}
const SUBJECT = /^(?:subject|betreff|objet|asunto|assunto|oggetto): /i;

function headlineSong(text: string): string | null {
  if (text.length > LONGEST_HEADLINE || !HEADLINE.test(fold(text)) || /[?!.]$/.test(text)) return null;
  const quoted = /["“„«]([^"“”„«»]{1,60})["”“»]/.exec(text)?.[1]?.trim();
  if (quoted !== undefined && quoted !== '') return quoted;
  const sides = text.split(/,\s|\s[-–—|:]\s|:\s/);
  const names = sides.filter((side) => !isHeadlineWords(side));
  const [name = ''] = names;
  return sides.length === 2 && names.length === 1 && isName(name) ? name.trim() : null;
}

// "Drums - mix notes" is about the drums, "Revision notes, mix 1" about no song by its name.
function isName(name: string): boolean {
  const folded = fold(name);
  const marks = markConcepts(tokenize(folded), null);
  return (
    /^[\p{Lu}\p{N}]/u.test(name) &&
    name.split(' ').length <= 6 &&
    !HEADLINE.test(folded) &&
    !/\b(?:bit|k?hz|bpm|revisions?|round|version|stereo|wav)\b/.test(folded) &&
    !says({ marks }, 'vocal', 'extraVocal', 'drum', 'low', 'instrument', 'section', 'please', 'due')
  );
}

function isHeadlineWords(side: string): boolean {
  return fold(side)
    .split(/[^\p{L}\d]/u)
    .every((word) => word === '' || HEADLINE_WORDS.has(word) || /^\d{1,2}$/.test(word));
}

// "Song: Glass. 92 bpm": the sentence ends where the name does.
function songName(value: string): string {
  return value
    .replace(/^["“„«']{1,2}/, '')
    .replace(/["”“»'.]{1,2}$/, '')
    .trim();
}

function filesOf(sentence: Sentence, label: string): Said[] {
  const files = audioFileNames(sentence.text).map(({ name }) => name);
  // A file that is missing, or comes later, is no promise that it is here.
  if (files.length === 0 || says(sentence, 'not', 'fileFault', 'future', 'maybe') || sentence.isQuestion) return [];
  if (files.length === 1 && isNamedRough(sentence.folded, label))
    return files.map((value) => ({ field: 'roughMix', value }));
  const dry = files.filter((file) => /(?:^|[_ .(-])dry(?:[_ .)-]|$)/i.test(file));
  if (dry.length > 0) return [{ field: 'dryVocals', value: dry }];
  if (says(sentence, 'reference') && !PROMISED.test(label)) return [];
  return files.map((file) => ({ field: 'promised', value: { what: file, file } }));
}

// "Rough mix: X.wav", "X.wav is the rough": the two stand side by side.
function isNamedRough(folded: string, label: string): boolean {
  return (
    ROUGH.test(label) ||
    /\b(?:rough(?: ?mix)?|roughmix|rohmix|maquette)(?: (?:is|ist|est|es|e))? \S{1,80}$/.test(folded) ||
    /\.\w{3,4} (?:is|ist|est|es|e) (?:the|our|my|der|unser|la|il|o|el) (?:rough|rohmix|maquette)/.test(folded)
  );
}
