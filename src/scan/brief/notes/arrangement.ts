import { isFollowedBy } from './frame.js';
import { clausesOf, marksOf, type Sentence, says } from './sentences.js';

const ALL_OF_IT = /\b(?:everything|all of it|all parts|all stems|all of these|alles|tout|todo|tudo|tutto)\b/;
const MEANT =
  /\b(?:meant|supposed|intended|belongs|gehort|gedacht|soll|censé|prevu|va en|debe estar|deve ficar|fa parte|is in the song)\b/;
const SONG_DONE =
  /\b(?:song|track|production|produktion|stuck|lied|morceau|chanson|cancion|tema|musica|brano|canzone|pezzo)(?: itself)? (?:is|ist|est|esta|e) (?:completely |fully |ganz |all |already |schon |deja |ya |ja |gia )?(?:finished|done|complete|locked|final|fertig|abgeschlossen|termine|terminee|fini|finie|terminado|terminada|cerrada|cerrado|pronta|fechada|finalizada|finito|finita|chiuso|chiusa)\b/;
const NOTHING_CHANGES =
  /\b(?:no(?: more| further)? changes|nothing(?: else)? (?:will |is going to )?(?:change|changes|move|moves|be added|gets added)|nothing (?:to|left to) (?:add|change|remove)|no more parts|nichts mehr (?:andern|dazu)|keine anderungen|plus de changement|rien ne change|rien ne bouge|sin (?:mas )?cambios|no hay mas cambios|sem (?:mais )?(?:mudancas|alteracoes)|nessuna modifica|nessun cambiamento|niente cambia)\b/;
const NEVER_AGAIN = /\bne (?:bouge|change|va|vont|sera)\w{0,6}\b.{0,16}\bplus\b/;
const TOO_MANY =
  /\b(?:too many (?:ideas|parts|layers|options|elements)|zu viele (?:ideen|spuren|parts)|trop d'idees|trop d'elements|demasiadas (?:ideas|capas)|demasiados elementos|ideias demais|muitas ideias|troppe idee|troppi elementi)\b/;
const NOT_SURE =
  /\b(?:don't know|not sure|unsure|wondering|weiss nicht|nicht sicher|sais pas|pas sur|no se|no sabemos|nao sei|non so|non siamo sicuri)\b/;
const SONG_IS = /\b(?:song|structure|arrangement|track|morceau|cancion|tema|musica|brano|pezzo|lied|stuck)\b/;
const FINISHED =
  /\b(?:finished|done|complete|works|working|good enough|strong enough|there yet|ready|fertig|fini|finie|termine|terminada|terminado|pronta|finito|finita)\b/;
const STRUCTURAL = ['section', 'extraVocal', 'instrument', 'drum', 'low', 'material', 'song'] as const;

/** Whether the arrangement is said to be final or open; null where nothing is said. */
export function readArrangement(sentence: Sentence): 'final' | 'open' | null {
  const { folded } = sentence;
  if (
    (isFollowedBy(folded, NOT_SURE, SONG_IS, 36) && isFollowedBy(folded, SONG_IS, FINISHED, 28)) ||
    TOO_MANY.test(folded)
  )
    return 'open';
  if (says(sentence, 'arrangement')) return ofArrangement(sentence);
  if (NOTHING_CHANGES.test(folded)) return 'final';
  if (isUnderArrangement(sentence) && says(sentence, 'final') && !says(sentence, 'not', 'maybe', 'open'))
    return 'final';
  if (ALL_PARTS_FINAL.test(folded)) return 'final';
  if (says(sentence, 'lyrics', 'take') || sentence.isQuestion) return null;
  if (isUndecided(sentence)) return 'open';
  // "Everything should sound like summer" is a feeling.
  const isSound = /\b(?:klingen|sound|sonner|sonar|soar|suonare|feel|anfuhlen)\b/.test(folded);
  if (
    (isFollowedBy(folded, ALL_OF_IT, MEANT, 60) && !isSound) ||
    (SONG_DONE.test(folded) && !says(sentence, 'not', 'maybe'))
  )
    return 'final';
  return null;
}

const ALL_PARTS_FINAL =
  /\b(?:all|alle|toutes|todas|todos|tutte) (?:the |of the |les |las |os |as |le )?(?:parts|elements|instruments|sections|spuren|teile|parties|partes|parti|sezioni) (?:are|sind|sont|estan|son|sao|estao|sono) (?:all |already |now )?(?:final|locked|decided|fixed|set|fix|definitives|definitivas|finales|finais|definitive)\b/;

function isUnderArrangement({ line }: Sentence): boolean {
  return /^(?:#{1,6} )?(?:song )?(?:arrangement|structure|struktur|aufbau|arreglo|estructura|arranjo|estrutura|arrangiamento|struttura)\W{0,3}$/.test(
    line.heading,
  );
}

function ofArrangement(sentence: Sentence): 'final' | 'open' | null {
  const { folded } = sentence;
  if (sentence.isQuestion) return null;
  if (
    NEVER_AGAIN.test(folded) ||
    NOTHING_CHANGES.test(folded) ||
    /\b(?:wo(?:n't|nt)|will not|doesn't|not going to|no longer|nicht mehr|ne \w{1,12} plus|no va a|nao vai|non) (?:change|changing|bouge|change|cambiar|mudar|cambia|cambiera|andern)/.test(
      folded,
    )
  )
    return 'final';
  const isOpen =
    says(sentence, 'open', 'maybe') ||
    // "Arrangement locked, no comping needed": the "no" belongs to what stands in its own clause.
    clausesOf(sentence).some((clause) => says(clause, 'not') && says(clause, 'final', 'done')) ||
    (says(sentence, 'still') && says(sentence, 'change', 'pick', 'move', 'cut'));
  if (says(sentence, 'still') && !says(sentence, 'final', 'done') && IN_THE_WORKS.test(folded)) return 'open';
  if (ALMOST.test(folded)) return 'open';
  if (isOpen)
    return says(sentence, 'not') && says(sentence, 'change') && !says(sentence, 'open', 'maybe') ? 'final' : 'open';
  if (says(sentence, 'not') && says(sentence, 'change', 'move')) return 'final';
  return says(sentence, 'final', 'done') ? 'final' : null;
}

const ALMOST =
  /\b\d{1,2} ?(?:%|percent|per cent|prozent) (?:there|done|final|finished|complete|fertig)\b|\b(?:almost|nearly|mostly|fast|so gut wie|presque|casi|quase|quasi) (?:there|final|done|finished|locked|complete|fertig|fini\w{0,2}|definiti\w{1,4}|termine\w?|terminad[oa]|list[oa]|pront[oa]|fechad[oa]|finit[oa]|chius[oa])\b/;
const IN_THE_WORKS =
  /\b(?:playing|working|thinking|figuring|experimenting|tweaking|trying|changing|moving|in (?:the works|progress)|arbeit\w{0,3}|basteln|probieren|uberlegen|travaille\w{0,3}|cherche\w{0,3}|trabajando|probando|trabalhando|mexendo|testando|lavorando|provando)\b/;
const STILL_TALKING = /\bstill (?:debating|deciding|discussing|unsure|undecided)\b/;

// "We might still cut the second verse", "the last chorus may still get strings".
function isUndecided(sentence: Sentence): boolean {
  if (!says(sentence, ...STRUCTURAL)) return false;
  if (says(sentence, 'section') && STILL_TALKING.test(sentence.folded)) return true;
  // "Not sure about the snare sound": the part stays.
  if (/\b(?:sound|level|volume|tone)\b/.test(sentence.folded) && !says(sentence, 'section')) return false;
  if (
    says(sentence, 'section') &&
    /\b(?:not sure|unsure|undecided|nicht sicher|unsicher|pas sur\w{0,2}|hesite\w{0,3}(?: encore)?|hesitons|dudamos|no estamos seguros|nao temos certeza|non siamo sicuri) (?:about|of|uber|wegen|sur|du|de la|del|de|sobre|sul|sulla)\b/.test(
      sentence.folded,
    )
  )
    return true;
  if (
    says(sentence, 'section', 'material') &&
    /\bup (?:for (?:debate|discussion|grabs)|in the air)\b|\b(?:is|are) (?:still |not |not yet )?(?:undecided|decided yet|tbd|tba)\b/.test(
      sentence.folded,
    )
  )
    return true;
  const acts =
    says(sentence, 'remove', 'cut', 'change', 'add', 'move', 'replace', 'keep', 'exist') ||
    /\b(?:get|gets|stays?|goes|come|comes|bekommt|kommt|kommen|bleibt|rein|fliegt|raus|makes? it|makes? the cut|survives?|saute|part|entra|sale|sai|esce)\b/.test(
      sentence.folded,
    );
  const isUnsure =
    says(sentence, 'maybe') ||
    (/\b(?:still (?:deciding|debating|thinking|working out|figuring)|(?:ob|if|whether|si|se) (?:the|der|die|das|le|la|el|o|a|il|we|wir|on)\b)/.test(
      sentence.folded,
    ) &&
      says(sentence, 'still', 'pick', 'not'));
  const aboutSections = says(sentence, 'section') || marksOf(sentence, 'song').length === 0;
  return (
    acts &&
    isUnsure &&
    aboutSections &&
    !/\byou\b/.test(sentence.folded.replace(/\b(?:thank you|let you know|tell you)\b/g, ''))
  );
}
