import type { Ask, Owner, Stage } from '../../../model/brief.js';
import { isNegated } from '../notes/frame.js';
import type { Concept, Mark } from '../notes/lexicon/index.js';
import { marksOf, type Sentence, says } from '../notes/sentences.js';

export type Sorted = Omit<Ask, 'quote'> & {
  /** false: it asks for something, and the tables do not say whose it is */
  readonly decided: boolean;
};

const OWNER_OF: Readonly<Record<Stage, Owner | 'unclear'>> = {
  writing: 'artist',
  production: 'producer',
  recording: 'producer',
  editing: 'editor',
  mixing: 'mixing-engineer',
  mastering: 'mastering-engineer',
  packaging: 'producer',
  agreement: 'unclear',
};

/** Parts, sections and material whose being there is a producer's decision. */
const THINGS: readonly Concept[] = ['vocal', 'extraVocal', 'drum', 'low', 'instrument', 'material', 'section'];
const SOUNDS: readonly Concept[] = ['level', 'tone', 'space', 'dynamics', 'comparative', 'complaint'];

/**
 * Whose a sentence is, by the tables of who decides: whether a part exists is production, how loud, wide, bright or
 * wet it is, is mixing.
 *
 * @returns null where the sentence asks for nothing
 */
export function sortAsk(sentence: Sentence): Sorted | null {
  const sorts = isNotNeeded(sentence) ? UNREFUSED : SORTS;
  for (const sort of sorts) {
    const sorted = sort(sentence);
    if (sorted !== null) return sorted;
  }
  return null;
}

type Sort = (sentence: Sentence) => Sorted | null;
const SORTS: readonly Sort[] = [
  mixOnly,
  terms,
  whateverItNeeds,
  writing,
  takes,
  mastering,
  clashing,
  recording,
  packaging,
  editing,
  replaced,
  energy,
  existence,
  weakParts,
  whatThereIs,
  sound,
  production,
  undecided,
];

// What somebody says is not needed is nobody's work; that it is not to be mastered still names who masters.
const UNREFUSED: readonly Sort[] = [mixOnly, terms, mastering];
const NOT_NEEDED =
  /\b(?:no need|not needed|not necessary|don't need|doesn't need|do not need|nicht notig|brauch\w{1,2} (?:kein|nicht|nichts)|muss nicht|pas besoin|pas la peine|inutile|no hace falta|no es necesario|no necesita|nao precisa|nao e necessario|non serve|non servono|non c'e bisogno|non occorre|as it is|as they are|(?:timing|tuning|intonation|pitch|editing)(?: \w{1,8}){0,4} (?:is|are) (?:fine|ok|okay|good)|leave the|don't touch|do not touch|lass\w? die|ne touche|no toques|nao mexa|non toccare)\b/;
function isNotNeeded({ folded, isQuestion }: Sentence): boolean {
  return !isQuestion && NOT_NEEDED.test(folded) && !/\b(?:but|aber|mais|pero|mas|ma)\b/.test(folded);
}

function decided(stage: Stage, more: Pick<Sorted, 'mixIf' | 'productionIf'> = {}): Sorted {
  return { stage, owner: OWNER_OF[stage], decided: true, ...more };
}
function both(mixIf: string, productionIf: string): Sorted {
  return { stage: 'mixing', owner: 'unclear', decided: true, mixIf, productionIf };
}

/** Whether somebody wants something: a wish, a request, a question, an order. */
function isAsked(sentence: Sentence): boolean {
  return says(sentence, 'wish', 'please', 'canYou') || sentence.isQuestion || isOrder(sentence);
}

const ORDERS: readonly Concept[] = [
  'replace',
  'change',
  'add',
  'remove',
  'cut',
  'move',
  'make',
  'record',
  'tune',
  'comp',
  'timing',
  'clean',
  'pick',
  'rename',
  'keep',
];
const STEM_ORDER = /^(?:adlibs|tiefer)$/;
// An order begins with its verb, or ends with it where infinitives stand last: "Snare bitte austauschen".
function isOrder(sentence: Sentence): boolean {
  const first = sentence.marks.filter((mark) => mark.concept !== 'please' && mark.concept !== 'not');
  const opens = first.some(
    (mark) =>
      mark.from <= openingTokens(sentence) &&
      ORDERS.includes(mark.concept) &&
      !STEM_ORDER.test(sentence.tokens[mark.from]?.text ?? ''),
  );
  const last = sentence.tokens.length;
  const closes =
    sentence.language !== 'en' &&
    first.some(
      (mark) =>
        mark.to >= last - 1 &&
        ['replace', 'change', 'remove', 'cut', 'move', 'record', 'tune', 'comp', 'timing', 'clean', 'make'].includes(
          mark.concept,
        ) &&
        /(?:en|ern|eln)$/.test(sentence.tokens[mark.to - 1]?.text ?? ''),
    );
  return opens || closes;
}

// "Please", "also", "then", "bitte noch" and a name in front do not make it another sentence.
function openingTokens({ tokens, marks }: Sentence): number {
  let at = 0;
  while (
    at < tokens.length &&
    /^(?:please|pls|also|and|then|maybe|just|ok|so|bitte|und|auch|noch|dann|vielleicht|mal|por|favor|y|e|et|aussi|per|anche|tambien|tambem|svp|\d{1,2}|let|s)$/.test(
      tokens[at]?.text ?? '',
    )
  )
    at++;
  return marks.length === 0 ? 0 : at;
}

function unrefused(sentence: Sentence, ...concepts: readonly Concept[]): boolean {
  return marksOf(sentence, ...concepts).some((mark) => !isNegated(sentence, mark) && !isNoun(sentence, mark));
}

// "The drop", "this cut", "our record" name a thing; without the article they are orders.
const NOUN_OR_VERB: readonly Concept[] = ['remove', 'move', 'cut', 'record', 'replace', 'comp'];
function isNoun({ tokens, language }: Sentence, mark: Mark): boolean {
  const before = tokens[mark.from - 1]?.text ?? '';
  const isComparative = /^(?:longer|shorter|earlier|later)$/.test(tokens[mark.from]?.text ?? '');
  return (
    !isComparative &&
    NOUN_OR_VERB.includes(mark.concept) &&
    mark.to - mark.from === 1 &&
    (before !== 'a' || language === 'en') &&
    /^(?:the|a|an|this|that|these|those|our|my|your|each|every|last|first|second)$/.test(before)
  );
}

// "I only need the mix", "mix only": nothing but small words between the two.
const BETWEEN = new Set(
  'i we you need needs want wants require the a an be do braucht brauche brauchen den einen die das der wir ich le un du d besoin la una el quiero queremos necesito necesitamos preciso quero da de o um il del voglio vogliamo'.split(
    ' ',
  ),
);
function isOnlyMix(sentence: Sentence): boolean {
  const mixes = marksOf(sentence, 'mix');
  return marksOf(sentence, 'only').some((only) =>
    mixes.some(
      (mix) =>
        mix.to === only.from ||
        (mix.from >= only.to && sentence.tokens.slice(only.to, mix.from).every(({ text }) => BETWEEN.has(text))),
    ),
  );
}
const LIKES_SONG =
  /\b(?:happy with|like|love|zufrieden mit|mag|aime|content|gusta|contento|gosto|feliz com|piace|contenti)\b.{0,24}\b(?:song|lied|morceau|chanson|cancion|tema|musica|brano|canzone|pezzo)\b.{0,40}\b(?:sound|klang|son|sonido|som|suono)\b/;

function mixOnly(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (isOnlyMix(sentence) && !/\b(?:main|full|instrumental|stereo|rough) mix\b/.test(folded)) return decided('mixing');
  return LIKES_SONG.test(folded) ? decided('mixing') : null;
}

const TERM_QUESTION =
  /\b(?:included?|inklusive|inbegriffen|enthalten|dabei|inclus\w*|compris\w*|incluid[oa]s?|incluso|inclus[aei]|compres[aoie]|part of the (?:mix|job|service|price|package|deal)|cover(?:ed|s)?|extra|aparte|a parte|in the price|im preis|on top|separately|for free)\b/;
const MONEY_ASK =
  /\b(?:quote|how much (?:is|does|do|would|will|for|extra|more)|what (?:would|do|does|is) .{0,24}(?:cost|charge|rate|price|fee)|price for|prices? (?:for|of)|your (?:rate|rates|price|prices|fee)|ask about .{0,30}(?:price|cost|rate|tuning price)|angebot|was kostet|wie viel kostet|preis fur|combien|quel (?:est le )?(?:prix|tarif)|devis|cuanto|presupuesto|que precio|quanto (?:custa|fica|cobra|costa|viene)|orcamento|preventivo|che prezzo|discount|deposit|invoice me|send (?:me |us )?(?:an? )?(?:quote|invoice|contract))\b/;
const ROUNDS =
  /\b(?:how many|how often|wie viele|wieviele|combien de|cuant[ao]s|quant[aoie]s?|number of|unlimited|another|free|one more)\b.{0,24}\b(?:revision\w*|rounds?|korrektur\w*|runden|revisiones|rondas|revisoes|rodadas|revisioni|giri|retouches|corrections|allers|versions?|changes|anderungen|cambios|alteracoes|modifiche)\b/;

const MONEY =
  /\b(?:prices?|costs?|charges?|fees?|rates?|budget|quote|discount|preise?|kosten|kostet|honorar|prix|tarifs?|coute|devis|precios?|cuestan?|cobras?|tarifas?|presupuesto|precos?|custam?|orcamento|prezzo|prezzi|costano?|tariff[ae]|preventivo|revisions?|revision rounds|korrekturen|korrekturschleifen|revisiones|revisoes|revisioni|retouches)\b/;

// Prices, rounds and "is it included" are for the two to agree on.
function terms(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const asks =
    sentence.isQuestion ||
    says(sentence, 'please', 'canYou', 'wish') ||
    /\bask\b|^(?:wie|how|what|combien|cuant|quant|was)\b/.test(folded);
  if (!asks || (says(sentence, 'inScope') && !sentence.isQuestion)) return null;
  const isMoney = sentence.isQuestion && MONEY.test(folded) && !/\bsample rate\b/.test(folded);
  const isTerm =
    isMoney ||
    MONEY_ASK.test(folded) ||
    ROUNDS.test(folded) ||
    (sentence.isQuestion &&
      TERM_QUESTION.test(folded) &&
      (says(sentence, 'terms') || /\bcover|part of\b/.test(folded)) &&
      !says(sentence, 'level'));
  return isTerm ? decided('agreement') : null;
}

const WHATEVER =
  /\b(?:whatever (?:you think )?(?:it|the (?:song|track|mix)) needs|do (?:whatever|what(?:ever)?) (?:you|is|feels)|do your (?:thing|magic)|make it (?:better|good|great|awesome|amazing|sound (?:better|good|great|professional|pro))|go wild|mach (?:einfach )?(?:was|wie) (?:du|ihr)|mach es besser|fais (?:ce que|comme) tu|haz lo que|hagan lo que|faz o que|faca o que|fai (?:quello che|come)|surprise (?:me|us)|work your magic|was der song braucht|lo que (?:la cancion|el tema) (?:necesite|pida)|o que a musica (?:precisa|pede)|ce dont le morceau a besoin|quello che serve al (?:brano|pezzo))\b/;
function whateverItNeeds(sentence: Sentence): Sorted | null {
  if (!WHATEVER.test(sentence.folded) || says(sentence, 'effects', 'take')) return null;
  return both('the parts stay as they are', 'parts may be added, removed or replaced');
}

const REWRITE =
  /\b(?:rewrit\w*|re-?write|umschreib\w*|umgeschrieben|riscritt\w*|reescrit\w*|reecrit\w*|schreib\w* um|neu schreiben|reecri\w*|reescrib\w*|reescrev\w*|riscriv\w*|write (?:a|the|new|another|me|us)|escrib\w*|scriv\w*|ecri\w*|finish the lyrics|lyrics? (?:is|are|isn't|aren't) (?:not )?(?:finished|final|done))\b/;
function writing(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const isAbout = says(sentence, 'lyrics');
  if (!isAbout || /\b(?:attached|pdf|anbei|ci-joint|adjunt|anexo|allegat)/.test(folded)) return null;
  const changes =
    REWRITE.test(folded) ||
    unrefused(sentence, 'change', 'replace', 'cut', 'add', 'remove', 'weak') ||
    /\b(?:better|besser|mejor|melhor|migliore|help with|finish|fertig|terminer|terminar|finire)\b/.test(folded);
  const isFirstPerson =
    says(sentence, 'self', 'future', 'wish', 'still', 'canYou', 'please', 'maybe') ||
    sentence.isQuestion ||
    isOrder(sentence) ||
    REWRITE.test(folded);
  return changes && isFirstPerson && !says(sentence, 'past') ? decided('writing') : null;
}

// "This chosen vocal" is a vocal, no choice to be made.
function isAdjective(sentence: Sentence, mark: Mark): boolean {
  const isBesideNoun = marksOf(sentence, 'vocal', 'extraVocal', 'take').some((noun) => noun.from === mark.to);
  return mark.concept === 'chosen' && isBesideNoun && !says(sentence, 'not', 'still');
}

const NO_MORE_TAKES = /\b(?:one take|no comp|nothing (?:else |left )?to comp)\b/;
const RIGHT_TAKE =
  /\b(?:right|correct|best|good|better|richtige|beste|bonne|meilleure|correcta|buena|mejor|certo|melhor|giusta|migliore)\b.{0,20}\b(?:take|takes|prise|toma|aufnahme|ripresa)\b|\bwhich (?:\w{1,10} ){0,2}(?:take|takes|comp|double|version of the vocal)\b|\b(?:welcher|welchen|quelle|que|cual|qual|quale) (?:take|prise|toma|aufnahme)\b/;
const TAKE_WHAT =
  /\b(?:use|take|pick|choose|go with|keep|nimm|nehmt|such|sucht|wahl|prends|prenez|choisis|utilise|garde|usa|usen|elige|elijan|escoge|pega|escolh\w*|prendi|scegli|usate)\b.{0,16}\b(?:what(?:ever)?|whichever|was|ce qui|celle|lo que|la que|el que|o que|quello|quella|the best|your favou?rite|the ones|den besten|die besten|das beste|la meilleure|le meilleur|la mejor|el mejor|o melhor|a melhor|la migliore|il migliore)\b/;
const LAYERS =
  /\b(?:which|what|welche|quels?|quelles?|que|cuales|quais|quali)\b.{0,24}\b(?:layers?|doubles?|parts?|takes?|harmon\w*|ad-?libs|ideas?|elements?|spuren|stimmen|ideen|capas|ideias|vocals?)\b.{0,24}\b(?:belong|stay|keep|use|work|make the cut|bleiben|gehoren|rein|garder|restent|quedan|usar|ficam|tenere|restano)\b|\btoo many (?:ideas|parts|layers|options|takes)\b|\bchose a role\b/;

// Choosing is production: "use what sounds best" names no engineer's work.
function takes(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (NO_MORE_TAKES.test(folded) || says(sentence, 'effects')) return null;
  if (LAYERS.test(folded)) return decided('production');
  const isComp =
    unrefused(sentence, 'comp') &&
    /\b(?:to comp|comp (?:the|it|them|this|from|together|up|my|our|a|vocals?|lead|verse|chorus)|comping|zusammenschneid|compen|compiler|assembl|montar|montage|compear)/.test(
      folded,
    );
  if (isComp && isAsked(sentence) && !says(sentence, 'done') && !/\b(?:already|schon|deja|ya|gia)\b/.test(folded))
    return decided('editing', { mixIf: 'comping is in scope' });
  // "Use take 4": the choice is made.
  if (
    /\b(?:take|prise|toma) \d/.test(folded) &&
    !/\b(?:best|between|from|and|or|to)\b/.test(folded) &&
    !says(sentence, 'not', 'maybe')
  )
    return null;
  const mixIf = { mixIf: 'choosing takes is in scope' };
  const aboutChoice =
    says(sentence, 'take') ||
    says(sentence, 'best') ||
    (says(sentence, 'vocal', 'extraVocal') && says(sentence, 'pick'));
  if (!aboutChoice) return null;
  if (sentence.isQuestion && RIGHT_TAKE.test(folded)) return decided('production', mixIf);
  if (TAKE_WHAT.test(folded)) return decided('production', mixIf);
  const picks = marksOf(sentence, 'pick', 'chosen').filter(
    (mark) =>
      !(
        mark.concept === 'pick' &&
        /^us[ae]n?$/.test(sentence.tokens[mark.from]?.text ?? '') &&
        !says(sentence, 'take')
      ),
  );
  if (
    picks.every((mark) => isAdjective(sentence, mark)) &&
    !/\btrust (?:you|your)\b.{0,16}\b(?:choose|pick|decide|choice)\b/.test(folded)
  )
    return null;
  const isUndone = says(sentence, 'still', 'not', 'maybe') && !/\bno(?:thing)? (?:else|more)\b/.test(folded);
  const isDone = says(sentence, 'chosen') && !isUndone && !isAsked(sentence);
  if (isDone) return null;
  return isUndone || isAsked(sentence) || says(sentence, 'best') ? decided('production', mixIf) : null;
}

const OTHER_MASTERS =
  /\b(?:someone|somebody|other engineer|another engineer|label|elsewhere|jemand|woanders|anderer|quelqu'un|ailleurs|autre|aparte|a parte|separat\w{0,4}|extern|selbst|ourselves|otro|otra|alguien|outro|outra|alguem|qualcun|altro|altrove)\b/;
const OWN_MASTER =
  /\b(?:master|mastering)\b.{0,30}\b(?:done|handled|by our|by the label|elsewhere|separately|own engineer)\b/;
const AS_LOUD =
  /\b(?:as loud as|same loudness|loudness|lautheit|so laut wie|genauso laut|aussi fort\w* que|tan (?:fuerte|alto) como|tao alt[oa] quanto|forte come|match the (?:volume|level|loudness))\b/;

function mastering(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const masters = marksOf(sentence, 'master');
  if (
    says(sentence, 'sequence') &&
    (isAsked(sentence) || says(sentence, 'otherSongs', 'song') || /^sequence\b/.test(folded)) &&
    !says(sentence, 'drum')
  )
    return decided('mastering');
  if (
    AS_LOUD.test(folded) &&
    (isAsked(sentence) || says(sentence, 'comparative')) &&
    (says(sentence, 'otherSongs', 'loudness') || !says(sentence, ...THINGS))
  )
    return decided('mastering');
  if (says(sentence, 'loudness') && !AS_LOUD.test(folded) && isAsked(sentence) && !says(sentence, 'past'))
    return decided('mastering');
  if (masters.length === 0 || says(sentence, 'reference')) return null;
  // A bus called master, and a level that it has, ask for nothing.
  if (
    /\b(?:limiter|plug-?ins?|bus|fader|processing|chain|nothing|compressor|clipper|eq) (?:is |was )?(?:on|in|auf) (?:the |my |dem )?(?:master|summe)|\bmaster (?:is|was) at\b|\bmaster (?:bus|fader|channel|chain|track)\b|master processing|label wants/.test(
      folded,
    )
  )
    return null;
  if (OWN_MASTER.test(folded) || OTHER_MASTERS.test(folded)) return decided('mastering');
  if (masters.some((mark) => isNegated(sentence, mark))) return decided('mastering');
  return isAsked(sentence) ||
    /\bmaster(?:ing)? (?:it|too|as well|auch|aussi|tambien|tambem|anche)\b|^(?:and )?master(?:ing)?\b|\b(?:mix|mixing|mixage|mezcla|mixagem|missaggio|mischung) (?:and|&|\+|und|et|y|e) master/.test(
      folded,
    )
    ? decided('mastering')
    : null;
}

const RHYTHM_FIGHT =
  /\b(?:pattern|rhythm|melody|chords?|arrangement|notes|groove|flow|rhythmus|melodie|akkorde|muster|rythme|motif|accords|patron|ritmo|melodia|acordes|padrao|levada|accordi|arrangiamento|arreglo|arranjo)\b/;
function clashing(sentence: Sentence): Sorted | null {
  if (!says(sentence, 'clash')) return null;
  const { folded } = sentence;
  if (RHYTHM_FIGHT.test(folded) || /\b(?:chose|chosen|role|too many|key|notes)\b/.test(folded))
    return decided('production');
  if (unrefused(sentence, 'tone', 'dynamics', 'space') && isAsked(sentence)) return decided('mixing');
  if (/\b(?:eq|carve|sidechain|low end|frequenc|frequenz|space|platz|espacio|espaco|place|spazio)\b/.test(folded))
    return decided('mixing');
  return both('the parts are right and mask each other', 'a part has to make room');
}

const RECORD_VERB =
  /\b(?:re-?record|re-?track|retake|redo|re-?sing|re-?cut|overdub|neu (?:aufnehmen|einsingen|einspielen)|nochmal (?:aufnehmen|einsingen|singen)|reenregistr|re-enregistr|rechanter|refaire|regrab|voy a grabar|vamos a grabar|volver a (?:grabar|cantar)|rehacer|regrav|refazer|gravar de novo|riregistr|ri-registr|ricantare|rifare)/;
const AHEAD =
  /\b(?:will|going to|gonna|still|has to|have to|needs? to|need|wants? to|want|should|must|can you|could you|would you|can we|could we|noch|muss|mussen|werden|wollen|soll|kannst|konnt|encore|devons|doit|faut|va|vais|allons|reste a|peux|pouvez|todavia|aun|falta|faltan|tenemos que|tiene que|hay que|vamos a|puedes|ainda|temos que|precisamos|vamos|precisa|pode|ancora|dobbiamo|deve|manca|mancano|bisogna|vogliamo|puoi|wird|mochte)\b/;
const RECORDED =
  /\b(?:was|were|recorded (?:in|on|at|with|by|to)|is recorded|are recorded|wurde|wurden|aufgenommen (?:in|mit|auf|bei)|ete enregistre|fueron|foram|sono state|i recorded|we recorded|i've recorded|we tracked|i tracked|stato registrat)\b/;

// Separable verbs: "die Gitarre nehmen wir neu auf", "wir singen das noch ein".
const RECORD_APART = /\b(?:nehm|nimm)\w{0,4} .{0,40}\bauf$|\b(?:sing|spiel)\w{0,4} .{0,30}\bein$/;
const NOT_YET =
  /\b(?:not (?:been )?(?:recorded|tracked|sung) yet|noch nicht (?:aufgenommen|eingesungen|eingespielt)|pas encore enregistre\w{0,2}|todavia no (?:esta|estan) grabad|aun no (?:esta|estan) grabad|ainda nao (?:foi|foram|esta|estao) gravad|non (?:e|sono) ancora (?:stat\w )?registrat)/;
function recording(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (says(sentence, 'take') && says(sentence, 'best', 'chosen')) return null;
  // "The choir is not recorded yet" is no refusal.
  if (NOT_YET.test(folded) && says(sentence, 'record')) return decided('recording');
  if (
    says(sentence, 'canYou') &&
    /\b(?:play|sing|rap)\b/.test(folded) &&
    says(sentence, ...THINGS) &&
    !says(sentence, 'level')
  )
    return decided('recording');
  if (!unrefused(sentence, 'record') && !RECORD_APART.test(folded)) return null;
  if (RECORDED.test(folded) && !/\bneeds? to be\b|\bstill\b|\bmuss\b|\bwant/.test(folded)) return null;
  if (
    /\b(?:sits?|sit|sound|cut through|record feels?)\b.{0,16}\b(?:in|on) the record\b|\brest of the record\b|\bon the record\b/.test(
      folded,
    )
  )
    return null;
  if (
    /\b(?:for the record|the record(?:ing)? (?:has|is|sounds|was|quality)|the recording|recording sounds)\b/.test(
      folded,
    )
  )
    return null;
  const isHere =
    RECORD_APART.test(folded) ||
    AHEAD.test(folded) ||
    RECORD_VERB.test(folded) ||
    isAsked(sentence) ||
    says(sentence, 'still', 'future');
  return isHere ? decided('recording') : null;
}

const WILL_SEND =
  /\b(?:i'?ll|we'?ll|i will|we will|i am going to|gonna|will|werde|werden|reiche|schicke|lade|exportiere|benenne|je (?:vais|les|te|re)|on (?:va|re)|j'|voy a|vamos a|los|las|vou|mando|li|le|ri\w+|can you|could you|please|need to|have to|should|must)\b/;
const START_POINT =
  /\b(?:don't|do not|doesn't|does not|nicht|ne|no|nao|non)\b.{0,24}\b(?:start|begin|beginnen|starten|anfangen|commencent|demarrent|partent|empiezan|comienzan|arrancan|comecam|iniciam|iniziano|partono|cominciano)\b/;

const MISNAMED = /\b(?:labell?ed|named|numbered|beschriftet|benannt|nommee?s?|nombrad|nomead|nominat)/;
function packaging(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const aboutFiles =
    says(sentence, 'file') ||
    (says(sentence, 'rename', 'fileFault') &&
      says(sentence, ...THINGS) &&
      (MISNAMED.test(folded) || says(sentence, 'future')));
  if (!aboutFiles) return null;
  const isFault =
    (says(sentence, 'fileFault') &&
      (unrefused(sentence, 'fileFault') || /\bnot\b|n't|nicht|pas|nao|non/.test(folded))) ||
    START_POINT.test(folded);
  const willSend =
    says(sentence, 'rename') &&
    WILL_SEND.test(folded) &&
    (says(sentence, 'future', 'wish', 'please', 'canYou') || isFault);
  // "Rebuild the broken piano file" is an editor's work; a wrong name is the sender's.
  if (
    unrefused(sentence, 'clean', 'timing', 'noise') &&
    !willSend &&
    !START_POINT.test(folded) &&
    !/\bmissing|fehl|manqu|falt|manca/.test(folded)
  )
    return null;
  const backAtUs = /\b(?:back|zuruck|de vuelta|de volta|indietro|en retour)\b/.test(folded) && !isFault;
  if (backAtUs || /\bconfirm\b/.test(folded)) return null;
  return isFault || willSend ? decided('packaging') : null;
}

const TUNE_NOISE = /\b(?:stimmen|stimme stimmen)\b/;
const SMALL_FIX =
  /\b(?:clean|remove|fix|repair|restore|rescue|rebuild|reduce|get rid|edit out|cut out|take out|bereinig|entfern|reparier|rett|rausschneid|sauber|wegmach|beheb|nettoy|enlev|repar|restaur|supprim|corrig|limpi|limp|quit|tir[ae]|consert|puli|togli|ripuli|sistem|aggiust|rimuov|elimin|ricostru|reconstru)/;

function editing(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (unrefused(sentence, 'tune') && isTuning(sentence)) return decided('editing', { mixIf: 'tuning is in scope' });
  const asked = isAsked(sentence) || says(sentence, 'too') || SMALL_FIX.test(folded);
  if (
    unrefused(sentence, 'noise') &&
    (SMALL_FIX.test(folded) || says(sentence, 'clean')) &&
    asked &&
    !/\b(?:don't|do not|nicht|keep|leave|worry)\b/.test(folded) &&
    !says(sentence, 'past')
  )
    return decided('editing', { mixIf: 'noise repair is in scope' });
  if (unrefused(sentence, 'timing') && isTimingAsk(sentence))
    return decided('editing', { mixIf: 'editing is in scope' });
  return /\b(?:rebuild|repair|restore|rescue|reconstru|reparier|repar|ripar|restaur)/.test(folded) &&
    asked &&
    says(sentence, 'file', ...THINGS)
    ? decided('editing')
    : null;
}

function isTuning(sentence: Sentence): boolean {
  const { folded } = sentence;
  const isDone =
    (says(sentence, 'done', 'past', 'chosen') || /\b(?:is|are|sind|ist) tuned\b/.test(folded)) &&
    !says(sentence, 'wish', 'please', 'canYou');
  if (isDone) return false;
  // In German "Stimmen" in front is the voices; the verb stands at the end.
  const isVoices =
    TUNE_NOISE.test(folded) &&
    marksOf(sentence, 'tune').every(
      (mark) =>
        sentence.tokens[mark.from]?.text !== 'stimmen' ||
        mark.from === 0 ||
        /^(?:die|alle|der|den|zwei|beide|zweite|zweiten)$/.test(sentence.tokens[mark.from - 1]?.text ?? ''),
    );
  if (isVoices && !/\b(?:tun|melodyne|autotune|schief)/.test(folded)) return false;
  if (TUNE_NOISE.test(folded) && !isAsked(sentence) && /\b(?:die|der|den|alle|zweite|zweiten) stimmen\b/.test(folded))
    return false;
  return (
    isAskedWithout(sentence) ||
    /\b(?:out of tune|off key|pitchy|off pitch|schief|faux|fausse|desafin|stonat)/.test(folded)
  );
}
function isAskedWithout(sentence: Sentence): boolean {
  return (
    isAsked(sentence) ||
    says(sentence, 'more', 'still') ||
    marksOf(sentence, 'tune').some((mark) => mark.from <= 1 || mark.to === sentence.tokens.length)
  );
}

const TIMING_ADJ =
  /\btight(?:er)? (?:low|bass|sound|drum sound)|\bradio edit|\bedit (?:version|mix)|\bfade(?:s)? (?:in|out)? ?(?:at|of) the|\bedits? are done\b|\bediting is done\b/;
function isTimingAsk(sentence: Sentence): boolean {
  const { folded } = sentence;
  if (TIMING_ADJ.test(folded) || (says(sentence, 'done', 'past') && !says(sentence, 'wish', 'please', 'canYou')))
    return false;
  const aboutParts = says(sentence, ...THINGS, 'song', 'take', 'noise') || /\btiming\b/.test(folded);
  const wrong =
    says(sentence, 'too') ||
    /\b(?:off|late|early|sloppy|rushing|rushes|drag|out of time|wackel|spat|fruh|schlepp|retard|tarde|atrasad|fuori tempo|fora do tempo)\b/.test(
      folded,
    );
  return (
    aboutParts &&
    (isAsked(sentence) ||
      wrong ||
      marksOf(sentence, 'timing').some((mark) => mark.to === sentence.tokens.length && sentence.language !== 'en'))
  );
}

// "Replace the snare": yes, it is production; mixing only where sample replacement is part of the job.
function replaced(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const isSample = /\bsamples?\b|\bsound\b/.test(folded) || says(sentence, 'drum', 'low', 'instrument');
  const isNew =
    unrefused(sentence, 'replace') ||
    (unrefused(sentence, 'change') && isSample && says(sentence, ...THINGS)) ||
    /\bnew (?:\w{1,10} )?sample\b/.test(folded);
  if (
    !isNew ||
    says(sentence, 'effects') ||
    (says(sentence, 'space', 'dynamics') && !unrefused(sentence, 'replace') && !says(sentence, 'drum'))
  )
    return null;
  const things = says(sentence, ...THINGS, 'song');
  if (!things) return null;
  if (says(sentence, 'inScope') && !isRefusedScope(folded)) return decided('mixing');
  if (!isAsked(sentence) && !says(sentence, 'replace') && !says(sentence, 'more', 'comparative')) return null;
  const isReplacement = says(sentence, 'drum', 'low') || /\bsample\b/.test(folded);
  return decided('production', isReplacement ? { mixIf: 'sample replacement is in scope' } : {});
}

function isRefusedScope(folded: string): boolean {
  return /\b(?:not|isn't|nicht|no|pas|nao|non) (?:in (?:our |the )?scope|agreed|included|vereinbart|convenu|acordado|combinado|concordato)\b/.test(
    folded,
  );
}

const DEGREE =
  /\b(?:how (?:loud|wide|bright|dark|wet|dry|much|far|high|low|deep|close|big)|wie (?:laut|breit|hell|nass|trocken|viel|weit|tief|nah|prasent|gross)|a quel (?:niveau|volume)|combien de|que tan|cuan|cuanta? (?:reverb|compresion|brillo)|quao|quanto (?:alto|largo|forte|riverbero)|how should .{0,30} (?:sit|sound))\b/;
const EXISTS_OPENING =
  /\b(?:should|do|does|is|are|can|could|would|shall|sollen|sollte|brauchen|braucht|muss|kann|konnen|faut-il|faut il|doit-on|devrait-on|est-ce qu|deberiamos|debemos|hace falta|hacen falta|necesita|devemos|precisa|precisamos|sera que|dovremmo|serve|servono|dobbiamo|ci vuole)\b/;
const EXISTS_REST =
  /\b(?:keep|be there|there be|at all|drop out|need|needs|stay|stays|belong|have|another|longer|shorter|remove|cut|mute|lose|come in|come back|necessary|double|end|start|repeat|uberhaupt|behalten|bleiben|wegfallen|raus|rein|noch ein\w{0,2}|langer|kurzer|garder|conserver|autre|plus long|plus court|enlever|couper|otro|otra|quitar|dejar|mantener|mas largo|mas larga|mas corto|mas corta|outro|outra|tirar|manter|ficar|mais um|mais uma|one more|noch einen?|encore une?|mais longo|mais longa|mais curto|mais curta|altro|altra|nuovo|nuova|tenere|togliere|piu lungo|piu lunga|piu corto|piu corta|brauchen|braucht|hace falta|serve|ending)\b/;

function asksWhetherItIs(folded: string): boolean {
  const opening = EXISTS_OPENING.exec(folded);
  return opening !== null && EXISTS_REST.test(folded.slice(opening.index + opening[0].length));
}

// Whether a part exists is production, how it sounds is mixing.
function existence(sentence: Sentence): Sorted | null {
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
  return null;
}

const TOO_LONG =
  /\b(?:long|longs|longue|short|lang|kurz|largo|larga|largos|largas|corto|corta|longo|longa|curto|curta|court|courte|lungo|lunga|lunghi|breve|busy|many|much going on|fast|slow)\b/;
const THERE_IS_NEED =
  /\b(?:need|needs|want|wants|like|love|braucht|brauchen|fehlt|fehlen|faut|faudrait|manque|necesita\w{0,3}|falta|faltan|precisa\w{0,3}|quero|quiero|serve|servono|vuole|vorrebbe|vorrei|servirebbe) (?:noch |still |maybe |also |aussi |de |mais |ancora |encore )?(?:a|an|another|one more|ein\w{0,2}|un|une|des|uno|una|unos|unas|otro|otra|um|uma|outro|outra|mais uma?|altro|un altro|un'altra|altri|altre)\b/;

// "The intro is too long", "uns fehlt noch ein Solo": what there is, and for how long.
function whatThereIs(sentence: Sentence): Sorted | null {
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
    says(sentence, 'wish') &&
    marksOf(sentence, 'extraVocal', 'material', 'section').some((mark) => more.includes(mark.from))
  );
}

const MIX_VERB =
  /\b(?:lower|raise|automate|pan|de-?ess|compress|sidechain|eq|brighten|widen|duck|tuck|carve|high-?pass|low-?pass|balance|blend|glue|boost|attenuate)\b/;
const WITH_DB = /(?:[+-] ?)?\d(?:[.,]\d)? ?db\b/;
const SIT = /\bsits?\b|\bsitzt|\bsitzen|einbetten|\bs'asseoir|\bsiente bien en la mezcla/;
const BUILD =
  /\b(?:pattern|melody|melodie|melodia|chords?|akkorde|accords|acordes|accordi|riff|section|instrument|part|harmony|harmonies|harmonie|counter|lyrics|sample|loop|beat|fill|solo|strings|horns|choir)\b/;

function sound(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const about = says(sentence, ...THINGS, 'song', 'space', 'tone', 'dynamics');
  if (!about) return null;
  if (/\b(?:professional|clean|better|final) (?:mix|balance|polish|sound)\b/.test(folded) && isAsked(sentence))
    return decided('mixing');
  const sounds = marksOf(sentence, ...SOUNDS).filter(
    (mark) => !isNegated(sentence, mark) || mark.concept === 'complaint',
  );
  if (isTooSomething(sentence)) return decided('mixing');
  if (sounds.length === 0) return null;
  if (isProductionVerb(sentence)) return null;
  const isWanted = says(sentence, 'wish', 'please', 'canYou') || sentence.isQuestion;
  const isDegree = says(sentence, 'comparative', 'more', 'too') || WITH_DB.test(folded);
  // "Harder", "up" and the like say how something sounds only where somebody wants it so.
  const namesSound = says(sentence, 'level', 'tone', 'space', 'dynamics', 'complaint');
  const isComplaint =
    says(sentence, 'complaint') || (says(sentence, 'too') && says(sentence, 'level', 'tone', 'space', 'dynamics'));
  const isReport =
    says(sentence, 'past', 'done') && !isWanted && !isOrder(sentence) && !says(sentence, 'too', 'complaint', 'more');
  if (isReport) return null;
  const isMove = MIX_VERB.test(folded) && isOrder(sentence);
  const isOrdered = isOrder(sentence) && says(sentence, 'level', 'tone', 'space', 'dynamics', 'comparative', 'big');
  const aboutPart =
    says(sentence, ...THINGS, 'song') ||
    says(sentence, 'effects') ||
    /\b(?:low end|top end|highs|lows|mids|stereo image|balance|reverb|delay)\b/.test(folded) ||
    says(sentence, 'tone', 'space', 'dynamics');
  const hasQuality = namesSound || (says(sentence, 'comparative') && (isWanted || isOrdered || says(sentence, 'more')));
  if (!hasQuality || !aboutPart) return null;
  const isFragment =
    isDegree && sentence.tokens.length <= 14 && !/\b(?:peaks?|exported|rendered|is at|are at)\b/.test(folded);
  return isWanted || isComplaint || isMove || isOrdered || isFragment || (SIT.test(folded) && isOrder(sentence))
    ? decided('mixing')
    : null;
}

// "The guitars are too aggressive", "snare needs more crack": how a part sounds, whatever the word for it.
function isTooSomething(sentence: Sentence): boolean {
  if (
    !says(sentence, 'vocal', 'drum', 'low', 'instrument', 'extraVocal') ||
    says(sentence, 'timing', 'tune', 'noise', 'take', 'file', 'record')
  )
    return false;
  const { folded } = sentence;
  if (
    /\b(?:too|zu|trop|demasiad[oa]s?|muy|demais|muito|troppo) \p{L}{3,}/u.test(folded) &&
    says(sentence, 'too') &&
    IS_STATE.test(folded) &&
    !TOO_LONG.test(folded)
  )
    return true;
  const more = marksOf(sentence, 'more')[0];
  const wantsMore =
    more !== undefined &&
    /\b(?:needs?|wants?|could use|braucht|brauchen|vertragt|kann|manque|necesita|precisa|ha bisogno)\b/.test(folded);
  return wantsMore && !sentence.marks.some((mark) => mark.from >= (more?.to ?? 0) && THINGS.includes(mark.concept));
}
const IS_STATE =
  /\b(?:is|are|sounds?|feels?|ist|sind|klingt|klingen|est|sont|sonne|sonnent|esta|estan|es|son|suena|suenan|sao|soa|e|sono|suona|suonano|a bit|bit)\b/;

// "Add a counter melody", "a new pattern", "move the hook": the verb changes what is there.
function isProductionVerb(sentence: Sentence): boolean {
  const { folded } = sentence;
  const adds =
    unrefused(sentence, 'add') &&
    (BUILD.test(folded) || says(sentence, 'section', 'material', 'extraVocal', 'instrument', 'drum')) &&
    !marksOf(sentence, 'space', 'dynamics', 'level', 'tone').some(
      (mark) =>
        mark.from > (marksOf(sentence, 'add')[0]?.from ?? 0) && mark.from - (marksOf(sentence, 'add')[0]?.to ?? 0) <= 4,
    );
  const changes =
    unrefused(sentence, 'change') &&
    says(sentence, 'material', 'section', 'instrument', 'drum', 'low', 'extraVocal', 'vocal') &&
    !says(sentence, 'effects', 'space', 'dynamics');
  const cuts =
    unrefused(sentence, 'cut', 'move') &&
    says(sentence, 'section') &&
    !says(sentence, 'space', 'level', 'tone', 'dynamics');
  return adds || changes || cuts;
}

const FEEDBACK =
  /\b(?:help with (?:the |our |my )?(?:arrangement|structure|production|song structure)|hilfe beim arrangement|hilfe mit dem arrangement|aide pour l'arrangement|ayuda con el arreglo|ajuda com o arranjo|aiuto con l'arrangiamento|production (?:help|feedback|advice|work|ideas|decisions?)|arrangement (?:help|feedback|advice|ideas)|produktions\w*|feedback zum arrangement|produzier|aide a la production|retour sur la production|ayuda con la produccion|ajuda na producao|aiuto (?:con|nella) (?:la )?produzione|additional production|co-?produce)\b/;
const WEAK_FIX =
  /\b(?:find|come up with|need|needs|want|better|stronger|starkeren?|brauchen|trouve|trouver|faut|busca|buscar|necesita|necesitamos|falta|precisa|trova|serve|etwas|fehlt|manque|missing)\b/;
const STRUCTURE: readonly Concept[] = [
  'section',
  'material',
  'extraVocal',
  'instrument',
  'drum',
  'low',
  'vocal',
  'song',
];

// A hook that does not lift, a bridge that feels random: the song's problem before the sound's.
function weakParts(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (FEEDBACK.test(folded)) return decided('production');
  if (!says(sentence, 'weak') || says(sentence, 'level', 'take', 'space', 'printed')) return null;
  const isAbout = says(sentence, 'section', 'material', 'song', 'instrument', 'drum');
  const isSaid = WEAK_FIX.test(folded) || isAsked(sentence) || IS_SO.test(folded);
  return isAbout && isSaid ? decided('production') : null;
}
const IS_SO =
  /\b(?:lifts?|feels?|sounds?|is|are|gets|ist|klingt|wirkt|est|sonne|es|suena|esta|e|soa|suona|sembra|parece)\b/;

function production(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (says(sentence, 'effects', 'lyrics', 'take') && !says(sentence, 'section', 'material')) return null;
  const acts = unrefused(sentence, 'add', 'change', 'remove', 'cut', 'move', 'replace');
  const things = says(sentence, ...STRUCTURE);
  if (/\bdon't know\b.{0,24}\b(?:finished|done)\b|\bnot sure\b.{0,24}\b(?:finished|done)\b/.test(folded))
    return decided('production');
  if (!acts || !things || (says(sentence, 'song') && !says(sentence, ...THINGS) && !says(sentence, 'cut', 'move')))
    return null;
  if (!isAsked(sentence) && !isFragmentWish(sentence)) return null;
  return decided('production');
}

// "Guitar solo: different melody", "snare: another one".
function isFragmentWish(sentence: Sentence): boolean {
  return (
    sentence.tokens.length <= 10 &&
    says(sentence, 'replace', 'change') &&
    /:\s/.test(sentence.folded) &&
    !says(sentence, 'past', 'done')
  );
}

function energy(sentence: Sentence): Sorted | null {
  const wants = isAsked(sentence) || says(sentence, 'more', 'not', 'too');
  return says(sentence, 'energy') && wants && says(sentence, 'section', 'song') && !says(sentence, 'reference')
    ? both('the parts already exist', 'new parts, stacks or another arrangement are needed')
    : null;
}

// It asks for something of the song, and no table says whose that is.
function undecided(sentence: Sentence): Sorted | null {
  const asks = says(sentence, 'please', 'canYou') || (sentence.isQuestion && says(sentence, 'wish', 'question'));
  return asks && says(sentence, ...THINGS, 'song', 'mix')
    ? { stage: 'agreement', owner: 'unclear', decided: false }
    : null;
}
