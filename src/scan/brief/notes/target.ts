import { isFollowedBy, isUnlike, labelOf } from './frame.js';
import { marksOf, type Sentence, says } from './sentences.js';

const LABEL =
  /^(?:(?:emotional |sonic |main |overall |the )?(?:target|mood|feel|feeling|feelings|vibe|vibes|emotion|goal|aim|intention|intent|direction|atmosphere|what matters|the idea)|most important(?: thing)?(?: emotional target)?|what (?:it|the song) should feel like|stimmung|gefuhl|ziel|emotion|wirkung|wichtigstes|das wichtigste|am wichtigsten|ambiance|ressenti|intention|emotion recherchee|le plus important|objectif|objetivo|emocion|sensacion|lo mas importante|ambiente|intencion|intencao|emocao|sensacao|clima|o mais importante|vibe|obiettivo|emozione|sensazione|atmosfera|la cosa piu importante|intenzione|concept|konzept)$/;
const IMPORTANT =
  /\b(?:most important(?:ly)?|care (?:about )?(?:the )?most|matters most|main thing|am wichtigsten|das wichtigste|le plus important|lo mas importante|o mais importante|la cosa piu importante|emotionally|emotional)\b/;
const FEELS_LIKE =
  /\b(?:feels?|felt|sounds?|sound) (?:\w{1,8} )?(?:like|as if|as though)\b|\bfeel(?:s)? (?:that|alone|lonely|lost|safe|alive|human|real|small and|heavy)|\b(?:anfuhlen|anfuhlt|klingen|klingt|fuhlt sich an|wirken|wirkt)\b.{0,20}\b(?:wie|als ob|nach)\b|\bwie (?:ein|eine|wenn|auf|in)\b.{0,40}\b(?:anfuhlen|klingen|wirken)\b|\b(?:sonne|sonner|sentir|sente)\b.{0,16}\bcomme\b|\b(?:suene|sienta|sentirse|sonar|sienta|siente)\b.{0,12}\b(?:como|a)\b|\b(?:soe|soar|sinta|sentir|parecer|pareca)\b.{0,12}\b(?:como|um|uma)\b|\b(?:suoni|suonare|sembrare|sembri|sentire)\b.{0,12}\b(?:come|un|una)\b|\bcomme si\b|\bcomo si\b|\bcome se\b|\bcomme (?:au|un|une|dans|a|le|la)\b/;
const PEOPLE =
  /\b(?:listener|listeners|people|audience|crowd|everybody|everyone|somebody|someone|horer|zuhorer|leute|menschen|l'auditeur|auditeur|public|oyente|gente|publico|ouvinte|pessoas|ascoltatore|la gente|pubblico)\b/;
const BODY =
  /\b(?:cry|cries|dances|baile|bailen|llore|lloren|dancem|danse|dansent|pleure|chore|chorem|dancar|balli|ballino|pianga|piangano|tanzt|weint|crying|tears|chest|dance|dancing|goosebumps|shiver|heart|face|stomach|gut|breathe|breath|hug|weinen|tranen|tanzen|gansehaut|herz|brust|pleurer|danser|frissons|coeur|llorar|bailar|piel de gallina|corazon|pecho|chorar|dancar|arrepio|coracao|peito|piangere|ballare|pelle d'oca|cuore|petto)\b/;
const DRAMA =
  /\b(?:explode|explodes|explodieren|exploser|explosar|explote|explotar|explodir|exploda|esplodere|esploda|burst|erupt|bloom|soar|float|melt|breathe|atmen|schweben|respire|transmit\w{0,4}|trasmett\w{0,3}|transmett\w{0,3}|convey|vermitteln|respirer|flotar|respirar|flutuar|galleggiare|respirare|break open|let go|lets go|opens up|open up|aufgehen|aufgeht|aufmachen|decoller|despegar|decolar|decollare|take off|hit (?:you|us|people|me)|punch you|hurt|wehtun|scream|schreien|whisper|flustern|hypnoti[sz]e|overwhelm|umarmen|wrap|build and build|knock (?:you|people))\b/;
const WISHES =
  /\b(?:should|has to|have to|must|needs? to|want|wants|like it to|d like|would like|soll|sollen|sollte|muss|mussen|mochte|doit|devrait|faut que|veux|veut|voulons|voudrais|aimerais|que|debe|deberia|tiene que|quiero|queremos|quisiera|deve|tem que|quero|queria|deve|dovrebbe|voglio|vorrei)\b/;
const STAYS =
  /\b(?:stay|stays|remain|remains|keep it|keep this|keep the song|keep everything|bleiben|bleibt|halte es|halt es|lass es|rester|reste|garde ce|garder ce|quedar|mantener|mantenlo|dejalo|ficar|manter|mantem|restare|rimanere|tienilo|be|is|sein|etre|ser|estar|essere|sound|sounds|feel|feels|klingen|klingt|sonner|sonar|soar|suonare)\b/;
const MOOD_IS =
  /\b(?:goal|aim|intention|ziel|objectif|objetivo|obiettivo|mood|vibe|feeling|emotion|atmosphere|stimmung|gefuhl|ambiance|emocion|sensacion|emocao|clima|atmosfera|emozione)\b (?:of it |of the song |here |we want |we're after |(?:we are|we're|i am|i'm) (?:chasing|after|looking for|going for) |i want |i have in mind )?(?:is|should|ist|soll|est|doit|es|debe|e|deve)\b/;
const FEELS =
  /\b(?:feel|feels|anfuhlen|anfuhlt|sentir|sente|ressente|ressentir|sienta|sentirse|siente|suene|sonar|sinta|soe|soar|sembrare|sembri|suoni|suonare|klingen|sound (?:\w{1,12} ){1,3}(?:and|but)|sonner|sonne)\b/;
// The question that a mixer asks, answered: "the listener should feel a bit lost at first".
const LISTENER_FEELS =
  /\b(?:listeners?|people|audience|everybody|everyone|somebody|someone) (?:should|must|has to|have to|needs? to) (?:really )?feel\b/;
const PLANNED = /\b(?:arrangement|takes?|effects?|files?|stems|folder|plugin|preset|lufs|bpm|key)\b/;

/** The emotional or sonic aim, in the sender's words; null where the sentence states none. */
export function readTarget(sentence: Sentence): string | null {
  const label = labelOf(sentence.folded);
  const underHeading = isTargetLabel(sentence.line.heading) && !sentence.line.isHeading;
  if (isTargetLabel(label)) return behind(sentence);
  if (underHeading && sentence.tokens.length >= 2) return sentence.text;
  if (sentence.isQuestion || sentence.line.isHeading || isUnlike(sentence.folded)) return null;
  return isAim(sentence) ? behind(sentence) : (moodClause(sentence) ?? null);
}

/** Whether a heading or label announces the aim. */
function isTargetLabel(folded: string): boolean {
  return LABEL.test(
    folded
      .replace(/^#{1,6} /, '')
      .replace(
        /^(?:describe|desired|intended|what is|what's|beschreibe|decris|decrivez|describe|descreva|descrivi) /,
        '',
      )
      .replace(/^(?:the|das|die|der|le|la|el|o|a|il|l'|unser|our|notre|nuestro|nosso|il nostro) ?/, '')
      .replace(/[:.\s]{1,4}$/, ''),
  );
}

function behind({ text, folded }: Sentence): string | null {
  const label = labelOf(folded);
  const value = label === '' ? text : text.slice(folded.search(/[:=]/) + 1).trim();
  return value === '' ? null : value;
}

function isAim(sentence: Sentence): boolean {
  const { folded } = sentence;
  if (LISTENER_FEELS.test(folded)) return true;
  const moods = marksOf(sentence, 'mood').length;
  if (
    /^(?:i |we )?(?:think|imagine|picture|stell dir|imagina|immagina) (?:of )?(?:an? |the |vor|un |une |una |um |uma )?\p{Ll}/u.test(
      folded,
    ) &&
    /^\S{1,9} (?:\S{1,9} )?(?:an? |the )?\p{Ll}/u.test(sentence.text) &&
    !says(sentence, 'wish', 'mix', 'not', ...PARTS)
  )
    return true;
  if (/\d{2,3} ?bpm|\bfeels? like \d/.test(folded) || says(sentence, 'terms', 'weak')) return false;
  const isWish = WISHES.test(folded);
  if (MOOD_IS.test(folded) && !says(sentence, 'file', 'due', 'reference')) return true;
  if (
    /^(?:it )?(?:should|has to|must|needs to) (?:be|stay|remain|sound|feel)\b|^(?:soll|doit|debe|deve|tem que|tiene que)\b/.test(
      folded,
    ) &&
    moods > 0 &&
    !says(sentence, 'comparative', ...PARTS)
  )
    return true;
  if (
    isWish &&
    FEELS.test(folded) &&
    !says(sentence, 'comparative', 'level', 'reference', 'more') &&
    !isMixerJob(sentence)
  )
    return true;
  if (isSoundWish(sentence, isWish)) return true;
  if (
    isWish &&
    !says(sentence, 'reference', 'comparative', 'level', 'effects', ...PARTS) &&
    (IS_LIKE.test(folded) || isFollowedBy(folded, MUST, LIKE_A, 30)) &&
    !isMixerJob(sentence)
  )
    return true;
  // "It feels like we have been on this for years" is about the people.
  if (!isWish && /\blike (?:we|i)(?:'ve|'re|'m| have| had| are| am| were| was)\b/.test(folded)) return false;
  if (
    FEELS_LIKE.test(folded) &&
    (isWish || !says(sentence, 'vocal', 'drum', 'low', 'instrument')) &&
    !says(sentence, 'reference') &&
    !/\b(?:i|we) (?:feel|don't feel)/.test(folded)
  )
    return (
      !/\b(?:sounds?|klingt|sonne|suena|soa|suona) (?:like|wie|comme|como|come) (?:a |an |ein |un |uma |una )?(?:problem|mistake|fehler|clipping|demo)/.test(
        folded,
      ) && !isMixerJob(sentence)
    );
  if (isWish && (DRAMA.test(folded) || (PEOPLE.test(folded) && BODY.test(folded)) || BODY.test(folded))) return true;
  if (PEOPLE.test(folded) && BODY.test(folded)) return true;
  if (
    IMPORTANT.test(folded) &&
    (moods > 0 || isWish || /\bemotional(?:ly)?\b|\bfeel|\bstays?\b/.test(folded)) &&
    !says(sentence, 'file', 'take')
  )
    return true;
  // "It has to stay fragile", "Keep it raw": the song as a whole, not one part of it.
  if (
    moods > 0 &&
    STAYS.test(folded) &&
    /\b(?:it|this|song|track|everything|whole thing|es|das ganze|lied|alles|ca|cela|morceau|tout|todo|cancion|tema|tudo|musica|tutto|brano|canzone|pezzo|mood|vibe)\b/.test(
      folded,
    ) &&
    (isWish || /\b(?:keep|halte?|lass|garde|mant|tien|deja|deix)/.test(folded)) &&
    !PLANNED.test(folded) &&
    !says(sentence, 'comparative', 'more')
  )
    return true;
  return isMoodList(sentence.marks.length === 0 ? 0 : moods, sentence);
}

// "We want a warm and close sound", "queremos un sonido calido": of the song, where no part is named.
function isSoundWish(sentence: Sentence, isWish: boolean): boolean {
  if (isWish && MOOD_OF.test(sentence.folded) && !says(sentence, ...PARTS, 'comparative', 'effects', 'reference'))
    return true;
  return (
    isWish &&
    says(sentence, 'mood') &&
    SOUND_NOUN.test(sentence.folded) &&
    !says(sentence, ...PARTS, 'comparative', 'effects', 'reference', 'not')
  );
}
// "I want it to hit like a truck": an image, not another song.
const IS_LIKE =
  /\b(?:(?:it|song|track|whole thing) to|should|has to|must|needs to) \w{2,12} like (?:an?|the|you|you're|somebody|someone)\b/;
const MUST = /\b(?:soll|muss)\b/;
const LIKE_A = /\bwie (?:ein|eine|der|die|das|wenn)\b/;
// "An atmosphere of film noir": whatever stands behind, it is a mood.
const MOOD_OF =
  /\b(?:mood|vibe|feeling|atmosphere|ambiance|stimmung|atmosphare|atmosfera|ambiente|clima) (?:of|like|de|d'|wie|von|di|da|do) ?\p{L}/u;
const SOUND_NOUN =
  /\b(?:sound|klang|son|sonido|som|suono|sonorite|vibe|vibes|mood|atmosphere|ambiance|stimmung|atmosphare|ambiente|clima|atmosfera)\b/;

// The sentence wants a fader, not a feeling: "make the drop feel bigger".
function isMixerJob(sentence: Sentence): boolean {
  return (
    says(sentence, 'comparative') &&
    /^(?:please |can you |could you )?make\b/.test(sentence.folded) &&
    !/\blike\b/.test(sentence.folded)
  );
}

const PARTS = [
  'vocal',
  'extraVocal',
  'drum',
  'low',
  'instrument',
  'file',
  'take',
  'section',
  'arrangement',
  'material',
] as const;
// "Warm, dusty, nineties trip hop", "playful, bright, a little crazy": words of mood and little else.
function isMoodList(moods: number, sentence: Sentence): boolean {
  if (moods === 0) return false;
  const isAboutWork = says(
    sentence,
    'comparative',
    'complaint',
    'make',
    'canYou',
    'past',
    'effects',
    'mix',
    'self',
    'due',
    'final',
    'please',
    'wish',
    'not',
    'chosen',
    'printed',
  );
  if (isAboutWork && !(moods >= 3 && sentence.tokens.length <= 6)) return isPlainList(moods, sentence);
  if (says(sentence, ...PARTS, 'level', 'too', 'reference') && !(moods >= 3 && sentence.tokens.length <= 6))
    return isSoundOf(moods, sentence);
  const covered = moods / sentence.tokens.length;
  return (
    covered >= 0.5 ||
    (moods >= 2 && covered >= 0.28) ||
    isSoundOf(moods, sentence) ||
    isPlainList(moods, sentence) ||
    /^(?:emotion|pure)\b/.test(sentence.folded)
  );
}

function isSoundOf(moods: number, { folded, tokens }: Sentence): boolean {
  return (
    /^(?:un son|einen? klang|un sonido|um som|un suono|une sonorite|a sound|ein sound)\b/.test(folded) &&
    moods / tokens.length >= 0.2
  );
}

// Two or three entries of a word or two each, one of which is a mood.
function isPlainList(moods: number, sentence: Sentence): boolean {
  if (
    says(
      sentence,
      ...PARTS,
      'comparative',
      'make',
      'canYou',
      'past',
      'effects',
      'mix',
      'final',
      'please',
      'chosen',
      'due',
      'complaint',
    )
  )
    return false;
  const entries = sentence.folded
    .replace(/[.!]{1,3}$/, '')
    .split(/, | and | und | et | y | e | but | aber | mais | pero | ma | mas /);
  return (
    moods > 0 &&
    entries.length >= 2 &&
    sentence.tokens.length <= 9 &&
    entries.every(
      (entry) =>
        entry.split(' ').length <= 3 || /^(?:like|wie|comme|como|come|nothing|nichts|rien|nada|niente) /.test(entry),
    )
  );
}

// "Think <artist>, everything close and quiet": the clause with the moods is the aim.
function moodClause(sentence: Sentence): string | null {
  if (!says(sentence, 'reference')) return null;
  const clause = sentence.text.split(/[,;] /).find((part, index) => {
    if (index === 0) return false;
    const from = sentence.text.indexOf(part);
    const inside = marksOf(sentence, 'mood').filter(
      (mark) =>
        (sentence.tokens[mark.from]?.at ?? 0) >= from && (sentence.tokens[mark.from]?.at ?? 0) < from + part.length,
    );
    return inside.length >= 2 && /^\p{Ll}/u.test(part);
  });
  return clause ?? null;
}
