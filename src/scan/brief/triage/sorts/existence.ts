import { marksOf, type Sentence, says } from '../../notes/sentences.js';
import { decided, type Sorted, THINGS } from '../verdict.js';

const DEGREE =
  /\b(?:how (?:loud|wide|bright|dark|wet|dry|much|far|high|low|deep|close|big)|wie (?:laut|breit|hell|nass|trocken|viel|weit|tief|nah|prasent|gross)|a quel (?:niveau|volume)|combien de|que tan|cuan|cuanta? (?:reverb|compresion|brillo)|quao|quanto (?:alto|largo|forte|riverbero)|how should .{0,30} (?:sit|sound))\b/;

const EXISTS_OPENING =
  /\b(?:should|do|does|is|are|can|could|would|shall|sollen|sollte|brauchen|braucht|muss|kann|konnen|faut-il|faut il|doit-on|devrait-on|est-ce qu|deberiamos|debemos|hace falta|hacen falta|necesita|devemos|precisa|precisamos|sera que|dovremmo|serve|servono|dobbiamo|ci vuole)\b/;

const EXISTS_REST =
  /\b(?:keep|be there|there be|at all|drop out|half as long|as long|without|switch|fade|stop|need|needs|stay|stays|belong|have|another|longer|shorter|remove|cut|mute|lose|come in|come back|necessary|double|end|start|repeat|uberhaupt|behalten|bleiben|wegfallen|raus|rein|noch ein\w{0,2}|langer|kurzer|garder|conserver|autre|plus long|plus court|enlever|couper|otro|otra|quitar|dejar|mantener|mas largo|mas larga|mas corto|mas corta|outro|outra|tirar|manter|ficar|mais um|mais uma|one more|noch einen?|encore une?|mais longo|mais longa|mais curto|mais curta|altro|altra|nuovo|nuova|tenere|togliere|piu lungo|piu lunga|piu corto|piu corta|brauchen|braucht|hace falta|serve|ending|help|helps|too much going on)\b/;

// Whether a part exists is production, how it sounds is mixing.
export function existence(sentence: Sentence): Sorted | null {
  if (!sentence.isQuestion) return null;
  const { folded } = sentence;
  if (DEGREE.test(folded)) return says(sentence, ...THINGS, 'song', 'space') ? decided('mixing') : null;
  const about = says(sentence, ...THINGS);
  const sounds = says(sentence, 'level', 'tone', 'space', 'dynamics') && !/\b(?:long|short|lang|kurz)/.test(folded);
  if (
    about &&
    !sounds &&
    (asksWhetherItIs(folded) ||
      says(sentence, 'exist', 'keep') ||
      /^[¿ ]{0,2}(?:hace falta|hacen falta|serve|servono|brauchen|braucht|faut)/.test(folded))
  )
    return decided('production');
  if (
    /\b(?:drag|drags|boring|too long|zieht sich|zu lang|trop long|demasiado larg|longo demais|troppo lung)/.test(
      folded,
    ) &&
    !sounds
  )
    return decided('production');
  if (
    /^[¿ ]{0,2}(?:which|welche[rsn]?|quels?|quelles?|cual|cuales|qual|quais|quale|quali)\b/.test(folded) &&
    about &&
    !sounds
  )
    return decided('production');
  return null;
}

function asksWhetherItIs(folded: string): boolean {
  const opening = EXISTS_OPENING.exec(folded);
  return opening !== null && EXISTS_REST.test(folded.slice(opening.index + opening[0].length));
}

export const TOO_LONG =
  /\b(?:long|longs|longue|short|lang|kurz|largo|larga|largos|largas|corto|corta|longo|longa|curto|curta|court|courte|lungo|lunga|lunghi|breve|busy|many|much going on|fast|slow)\b/;

const THERE_IS_NEED =
  /\b(?:need|needs|want|wants|like|love|braucht|brauchen|fehlt|fehlen|faut|faudrait|manque|necesita\w{0,3}|falta|faltan|precisa\w{0,3}|quero|quiero|serve|servono|vuole|vorrebbe|vorrei|servirebbe) (?:noch |still |maybe |also |aussi |de |mais |ancora |encore )?(?:a|an|another|one more|ein\w{0,2}|un|une|des|uno|una|unos|unas|otro|otra|um|uma|outro|outra|mais uma?|altro|un altro|un'altra|altri|altre)\b/;

// "The intro is too long", "uns fehlt noch ein Solo": what there is, and for how long.
export function whatThereIs(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const ofSong = says(sentence, 'section', 'song', 'material', 'arrangement');
  if (
    says(
      sentence,
      'space',
      'level',
      'tone',
      'dynamics',
      'complaint',
      'take',
      'lyrics',
      'energy',
      'file',
      'mix',
      'effects',
      'timing',
    )
  )
    return null;
  if (says(sentence, 'too') && ofSong && TOO_LONG.test(folded)) return decided('production');
  if (
    sentence.isQuestion &&
    ofSong &&
    /\b(?:works?|working|good enough|strong enough|funktioniert|passt|marche|funciona|funziona)\b/.test(folded)
  )
    return decided('production');
  const things = says(sentence, 'section', 'extraVocal', 'instrument', 'drum', 'material');
  if (things && (THERE_IS_NEED.test(folded) || wantsMoreOf(sentence)) && !says(sentence, 'record'))
    return decided('production');
  const isBetter =
    /\b(?:better|bessere[rns]?|meilleure?|mejor|melhor|migliore)\b/.test(folded) &&
    says(sentence, 'section', 'material') &&
    says(sentence, 'wish');
  return isBetter ? decided('production') : null;
}

// "More harmonies in the hook" asks for parts, "more crack on the snare" for a sound.
function wantsMoreOf(sentence: Sentence): boolean {
  const more = marksOf(sentence, 'more').map((mark) => mark.to);
  return (
    (sentence.isQuestion || says(sentence, 'wish', 'maybe')) &&
    marksOf(sentence, 'extraVocal', 'material', 'section').some((mark) => more.includes(mark.from))
  );
}
