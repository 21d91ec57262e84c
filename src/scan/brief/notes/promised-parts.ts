import { type Family, familyOf } from '../../../model/roles.js';
import { labelName } from '../../names/index.js';
import { labelOf } from './frame.js';
import { type Sentence, says } from './sentences.js';

export type PromisedPart = { readonly what: string; readonly role: string };

const CONTENTS =
  /^(?:stems|parts|tracks|contents?|inhalt|spuren|pistes|contenu|pistas|contenido|conteudo|tracce|contenuto)$/;
const IS_HERE =
  /\b(?:(?:is|are) (?:also |all |both )?(?:included|attached|enclosed|in the (?:folder|delivery|zip|upload))|(?:i|we)(?:'ve| have)? (?:also )?(?:included|attached|enclosed)|(?:the )?(?:folder|delivery|zip) (?:has|holds|contains)|you(?:'ll| will) find|(?:liegt|liegen|ist|sind) (?:auch |mit )?(?:dabei|im ordner)|(?:est|sont) (?:inclus|incluse|incluses|ci-joints?)|(?:va|van|esta|estan) (?:incluid[oa]s?|adjunt[oa]s?)|(?:esta|estao|vai|vao) (?:incluid[oa]s?|em anexo)|(?:e|sono) (?:inclus[oaie]|in allegato|allegat[oaie]))\b/;
const BETWEEN_PARTS = /,|;|&|\+|\b(?:and|plus|as well as|und|sowie|et|y|e|ed)\b/i;
const BEFORE_A_PART =
  /^(?:(?:the|a|an|one|two|three|four|both|all|separate|individual|our|my|also|der|die|das|ein|eine|zwei|le|la|les|un|une|deux|el|los|las|una|dos|o|os|um|uma|dois|il|lo|gli|i|due)\s+)+/i;
const MOST_WORDS = 3;
/** Families that a delivery's list of parts is made of; effects and mixes have lines of their own. */
const PARTS: ReadonlySet<Family | null> = new Set<Family>([
  'drums',
  'percussion',
  'bass',
  'guitar',
  'keys',
  'synth',
  'strings',
  'brass',
  'winds',
  'vocals',
]);

/**
 * The parts that a sentence says lie in the delivery: "A tenor sax and strings are included", "Stems: drums, bass, sax".
 *
 * @returns none for what is asked for, comes later, may come, or is missing; and none of a list in which nothing but
 *          names of instruments and voices can be told
 */
export function promisedParts(sentence: Sentence): PromisedPart[] {
  if (sentence.isQuestion || says(sentence, 'not', 'fileFault', 'future', 'maybe', 'please', 'due', 'reference'))
    return [];
  const isList = CONTENTS.test(labelOf(sentence.folded));
  const verb = IS_HERE.exec(sentence.folded);
  if (!isList && verb === null) return [];
  const text = isList ? sentence.text.slice(sentence.folded.search(/[:=]/) + 1) : around(sentence, verb);
  return text.split(BETWEEN_PARTS).flatMap((piece) => partOf(piece));
}

/** What stands before "are included", or behind "you'll find": the side on which the parts are. */
function around({ text, folded }: Sentence, verb: RegExpExecArray | null): string {
  // Folding may change the length of a text; then nobody knows where the verb stands in it.
  if (verb === null || text.length !== folded.length) return '';
  const before = text.slice(0, verb.index);
  return /^(?:i|we|you|the folder|the delivery|the zip|folder|delivery|zip)\b/.test(verb[0])
    ? (text.slice(verb.index + verb[0].length).split(/\b(?:in the|tracks?|stems?)\b/i, 1)[0] ?? '')
    : before;
}

function partOf(piece: string): PromisedPart[] {
  const what = piece.trim().replace(BEFORE_A_PART, '').replace(/[.!]$/, '');
  if (what === '' || what.split(/\s+/).length > MOST_WORDS) return [];
  const { role, dry } = labelName(`${what}.wav`);
  return role !== null && dry === null && role !== 'vocal-fx' && PARTS.has(familyOf(role)) ? [{ what, role }] : [];
}
