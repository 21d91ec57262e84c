import type { Tempo } from '../../../model/brief.js';
import { ENGLISH_TENS, SMALL_NUMBERS } from './lexicon/numbers.js';
import type { Sentence } from './sentences.js';

const LOWEST_BPM = 30;
const HIGHEST_BPM = 300;

type Candidate = { readonly bpm: number; readonly at: number; readonly end: number };

// A number behind these counts something else: money, bits, rooms, versions, people, loudness.
const OTHER_UNIT =
  /^ ?(?:%|€|\$|£|°|#|eur|euro|dollar|usd|gbp|pound|bucks|bit|k?hz|db|lufs|ms\b|sec|s\b|min|hour|std|stunden|heures|horas|ore\b|am\b|pm\b|uhr|h\b|st\b|nd\b|rd\b|th\b|mb|gb|kb|people|leute|personen|personas|pessoas|persone|tracks?|stems?|files?|spuren|dateien|pistes|fichiers|pistas|archivos|arquivos|tracce|bars?|takt|takes?|beats?\b(?! per| pro| par)|songs?|streams|cm|km|kg|years?|jahre|ans\b|anos|anni|days?|tage|weeks?|rounds?|versions?|voices|times|mal\b|fps|pages?|x\b|m\b|degrees)/;
const OTHER_COUNT =
  /(?:room|zimmer|chambre|habitacion|quarto|stanza|version|v|ver\.?|take|track|bar|bars|takt|mesure|compas|compasso|battuta|number|nummer|no\.?|nr\.?|invoice|page|floor|year|in|since|seit|preset|plugin|sm|u|akg|channel|bus|window|street|strasse|#|\$|€|£|-|\+|pin|code|password|ends with|plus|phone|tel\.?|ratio|opus|mark|mk)[ :#]{0,3}$/;

const BEFORE =
  /(?:\bbpm|\btempo(?:'s| is| was| of| stays at| sits at| bleibt| ist| liegt bei| es| esta en| esta a| e| di| de| a| est de| est| um| at| wechselt)?|\bandamento|\bvelocidade|\bvelocidad|\bgeschwindigkeit|\bclick(?: track)?(?: was| is)?(?: at| a| auf| bei| to)?|\bklick(?: war| ist| auf| bei){0,2}|\bclic(?: a| de| en| est| etait){0,2}|\bclique(?: a| em| de){0,1}|\bmetronome?(?: at| set to| is| was){0,2}|\bmetronom(?: auf| bei){0,1}|\bmetronomo(?: a| em| en){0,1}|\bgrid(?: is)?(?: at)?|\bproject(?: is| runs| was)?(?: at)?|\bsession(?: file)?(?: is| runs| was| sits)?(?: at)?|\bprojekt(?: ist| lauft)?(?: auf| bei)|\bsong(?: sits| runs| is)(?: at)?|\b(?:speeds?|slows?|ramps?|accelerates|rises|drops|beschleunigt|accelere|ralentit|acelera|accelera|rallenta)(?: up| down)? (?:from|von|de|da)|\bruns at|\bsits at|\bstarts? at|\bstarting at|\blocks? (?:in )?(?:to|at)|\bsettles (?:to|at|into)|\bstartet (?:bei|mit)|\bbeginnt (?:bei|mit)|\bcommence a|\bempieza a|\bcomeca em|\bcomeca a|\bparte a|\binizia a|\b(?:shuffle|swing|groove|feel|waltz|blues|ballad)(?: at| a| bei)|\btracked (?:\w{1,12} ){0,5}(?:at|to)|\brecorded (?:\w{1,12} ){0,3}(?:at|to)(?: a)?|\bplayed (?:\w{1,12} ){0,3}(?:at|to)(?: a)?|\beingespielt (?:auf|bei|mit)|\baufgenommen (?:auf|bei|mit)|\bon est a|\best cale a|\bwe (?:are|were) at|\bset to)[ :=~-]{0,4}(?:is |at |ist |est |es |e |a |auf |bei |of |de |di |to |=|: ?){0,2}(?:about |around |roughly |approx\.? |approximately |circa |ca\.? |etwa |ungefahr |rund |environ |vers |unos |unas |aprox\.? |aproximadamente |alrededor de |cerca de |uns |mais ou menos |intorno a |intorno ai |circa i |like |~ ?|a |exactly |exakt |genau ){0,2}$/;
const AFTER =
  /^ ?(?:bpm|beats? per minute|schlage pro minute|battements|click|klick|bpms|au clic|al click|no clique|on the click)/;

const APPROX =
  /\b(?:about|around|roughly|approx|approximately|circa|ca|etwa|ungefahr|rund|environ|vers|unos|unas|aprox|aproximad\w{1,6}|alrededor|cerca de|uns|mais ou menos|mas o menos|plus ou moins|piu o meno|intorno|or so|ish|-ish|so um|give or take|somewhere|ballpark|more or less|pi mal daumen|think it'?s|i think|a peu pres|por ahi|por volta|grosso modo|hovers|close to|no click|without a click|not use a click|didn't use a click|never used a click|ohne klick|sans clic|sans click|sin claqueta|sin clic|sin click|sem clique|sem click|senza click|senza metronomo)\b|~|\d(?:-|\s)?ish\b/;
const FEELS: readonly (readonly [RegExp, NonNullable<Tempo['feel']>])[] = [
  [
    /\bhalf[ -]?time\b|\bhalftime\b|\bhalf time\b|\bhalbes tempo\b|\bmedio tiempo\b|\bmezzo tempo\b|\bmeio tempo\b|\bdemi[ -]tempo\b/,
    'half-time',
  ],
  [
    /\bdouble[ -]?time\b|\bdoubletime\b|\bdoppeltes tempo\b|\bdoble tiempo\b|\bdoppio tempo\b|\btempo dobrado\b|\bdouble tempo\b/,
    'double-time',
  ],
  [/\bshuffle\b|\bshuffled\b/, 'shuffle'],
  [/\bswing\b|\bswung\b|\bswingt\b|\bswingend\b/, 'swing'],
];
const FEELS_LIKE =
  /\b(?:(?:feels?|grooves?|moves?)(?: more)? like|fuhlt sich an wie|fuhlt sich wie|se siente (?:como|a)|se ressent comme|sente-se como|parece|sembra)(?: a)? (\d{2,3}(?:\.\d)?)\b/;

// One number gives way to the next.
const REPLACED =
  /\b(?:was|were|used to be|started (?:out )?(?:as|at)|originally|at first|sped (?:it )?up|slowed (?:it )?down|changed (?:it |the tempo )?(?:to|from)|war|vorher|ursprunglich|statt|instead of|not \d|no longer|auparavant|etait|au lieu|antes|era|en vez de|em vez de|prima|invece|final tempo|correct(?:ed)?|is right|raised|moved)\b/;
const VALID_BEHIND =
  /\b(?:now|final(?: tempo)?(?: is)?|so|is|to|settled on|landed (?:on|at)|went with|ended up at|jetzt|nun|auf|sondern|maintenant|finalement|mais|ahora|pero|agora|mas|ora|adesso|ma|but)(?: it'?s| is| at| ist| sind| est| es| esta en| esta em| e| auf| in| a| a e){0,2} (\d{2,3}(?:[.,]\d{1,3})?)\b/g;
// "The demo was 96 but we tracked it at 99".
const BUT = /\b(?:but|aber|mais|pero|mas|ma)\b/;
const AT_NUMBER = /\b(?:at|to|auf|bei|mit|a|en|em) (\d{2,3}(?:[.,]\d{1,3})?)\b/;
const CHANGE =
  /\b(?:jumps?|goes|go|changes?|ramps?|slows?|speeds?|rises?|pushes|push|moves?|drops?|switches?|climbs?|up to|down to|then|wechselt|springt|steigt|fallt|geht|dann|zieht|passe|monte|descend|accelere|ralentit|puis|sube|baja|cambia|pasa|luego|acelera|muda|vai|cai|depois|desacelera|passa|sale|scende|poi|rallenta|picks? up|until|bis|until|chorus|refrain|bridge|bar|takt)\b/;
const ELSEWHERE =
  /\b(?:sonst|otherwise|everything else|the rest|elsewhere|rest of|ansonsten|ailleurs|le reste|sinon|el resto|o resto|il resto|altrove)(?:,| is| at| ist| bei| auf| a| est| e| es| the song is| of the song| ){0,3}\s?(\d{2,3}(?:[.,]\d{1,3})?)/;
// A note length beside the number sets an echo, "120 BPM dotted eighth"; the song's own number names the song.
const ECHO_TIME =
  /\b(?:dotted|triplet|(?:quarter|eighth|sixteenth)s?(?: notes?)?|1\/(?:8|16|32)[dt]?)\b|\b1\/(?:4|8|16)[ -](?:note|delay|echo)\b/;
const NAMES_SONG = /\b(?:tempo|song|track|project|session|click|bpm[:=])/;

const NO_TEMPO =
  /\b(?:plugin|plug-in|preset|pedal|patch|called|named|band is|password|passwort|genannt|heisst|s'appelle|se llama|se chama|si chiama)\b/;

/** The tempo that a sentence states, with its feel and changes; null where it states none. */
export function readTempo(sentence: Pick<Sentence, 'folded' | 'text'>): Tempo | null {
  const folded = withDigits(sentence.folded);
  const candidates = numbersOf(folded);
  const inSections = sectionTempos(folded, candidates);
  if (inSections !== null) return inSections;
  const said = candidates.filter((candidate) => isTempo(folded, candidate));
  const [first] = said.length > 0 ? said : cuedAnywhere(folded, candidates);
  if (first === undefined || (ECHO_TIME.test(folded) && !NAMES_SONG.test(folded))) return null;
  if (NO_TEMPO.test(folded) && !/^(?:bpm|tempo)\s?[:=]/.test(folded)) return null;
  const approx = APPROX.test(folded) ? { approx: true } : {};
  const feel = feelOf(folded, first.bpm);
  const elsewhere = ELSEWHERE.exec(folded);
  if (elsewhere !== null) {
    const bpm = toNumber(elsewhere[1]);
    const others = candidates.filter((candidate) => candidate.bpm !== bpm && isLikeTempo(folded, candidate));
    return {
      bpm,
      ...approx,
      ...feelOnly(feel),
      ...(others.length > 0 ? { changes: others.map((other) => ({ bpm: other.bpm })) } : {}),
    };
  }
  const plausible = candidates.filter((candidate) => isLikeTempo(folded, candidate) && candidate.bpm !== feel?.like);
  const valid = validNumber(folded, plausible);
  if (valid !== null) return { bpm: valid, ...approx, ...feelOnly(feel) };
  const after = plausible.filter((candidate) => candidate.at > first.at && candidate.bpm !== first.bpm);
  const changes =
    CHANGE.test(folded) ||
    /\d (?:in|for|on|im|en|dans|no|na|nel|nella) (?:the |den |les? |la |el |os? |as? )?\w{3,12}\b.{0,30}\d/.test(folded)
      ? after.map((candidate) => ({ bpm: candidate.bpm, ...placeOf(folded, candidate) }))
      : [];
  return { bpm: first.bpm, ...approx, ...feelOnly(feel), ...(changes.length > 0 ? { changes } : {}) };
}

const AT_IN_SECTION =
  /\b(?:verses?|choruses|chorus|intro|bridge|outro|hook|drop|strophen?|refrain|couplets?|estrofas?|estribillo|coro|puente|refrao|verso|ponte|strofe|strofa|ritornello)(?: is| are| runs| ist| est| es| e|:)? (?:(?:at|in|bei|auf|mit|a|em|en) )?$/;

// "The verse at 90 and the chorus at 93": two parts of the song, each with its number; one alone may be a bar.
function sectionTempos(folded: string, candidates: readonly Candidate[]): Tempo | null {
  const placed = candidates.filter(
    (candidate) =>
      AT_IN_SECTION.test(folded.slice(Math.max(0, candidate.at - 30), candidate.at)) && isLikeTempo(folded, candidate),
  );
  const [first, ...others] = placed;
  if (first === undefined || others.length === 0 || others.every(({ bpm }) => bpm === first.bpm)) return null;
  return { bpm: first.bpm, changes: others.map((other) => ({ bpm: other.bpm, ...placeOf(folded, other) })) };
}

// "Tempo changes to 104 in the chorus, otherwise 98": the word stands far from its number.
function cuedAnywhere(folded: string, candidates: readonly Candidate[]): readonly Candidate[] {
  if (
    !/\b(?:tempo|bpm|andamento|click|klick|clique|metronome?|metronomo|metronom)\b/.test(folded) ||
    /\btempo di \d/.test(folded)
  )
    return [];
  return candidates.filter((candidate) => isLikeTempo(folded, candidate));
}

/** A message that is a number and nothing else, as the answer to "tempo?". */
export function readBareTempo(folded: string): number | null {
  const match = /^(?:it'?s |its |about |around |ca\.? |um )?(\d{2,3}(?:[.,]\d{1,2})?)(?: ?bpm)?[.! ]{0,3}$/.exec(
    folded,
  );
  const bpm = toNumber(match?.[1]);
  return match !== null && isBpm(bpm) ? bpm : null;
}

function feelOnly(feel: ReturnType<typeof feelOf>): Pick<Tempo, 'feel'> {
  return feel?.feel === undefined ? {} : { feel: feel.feel };
}

function feelOf(folded: string, bpm: number): { feel?: NonNullable<Tempo['feel']>; like?: number } | null {
  const like = FEELS_LIKE.exec(folded);
  const likeBpm = like === null ? null : Number(like[1]);
  const named = FEELS.find(([pattern]) => pattern.test(folded))?.[1];
  const implied =
    likeBpm === null ? undefined : likeBpm * 2 === bpm ? 'half-time' : bpm * 2 === likeBpm ? 'double-time' : undefined;
  const feel = named ?? implied;
  if (feel === undefined && likeBpm === null) return null;
  return { ...(feel === undefined ? {} : { feel }), ...(likeBpm === null ? {} : { like: likeBpm }) };
}

function numbersOf(folded: string): Candidate[] {
  return [...folded.matchAll(/(?<![\d.,:/a-z#-])\d{2,3}(?:[.,]\d{1,3})?(?![\d:/]|[.,]\d|-\d)/g)]
    .map((match) => ({ bpm: toNumber(match[0]), at: match.index, end: match.index + match[0].length }))
    .filter((candidate) => isBpm(candidate.bpm));
}

// "Mixdown at 44.1, the project was 48."
function isSampleRate(folded: string, { bpm }: Candidate): boolean {
  return (
    (bpm === 44.1 || bpm === 88.2 || ((bpm === 48 || bpm === 96) && /44[.,]1|88[.,]2|khz/.test(folded))) &&
    !/\bbpm\b/.test(folded)
  );
}

function isTempo(folded: string, candidate: Candidate): boolean {
  const { at, end } = candidate;
  if (isSampleRate(folded, candidate)) return false;
  const before = folded.slice(Math.max(0, at - 60), at);
  const after = folded.slice(end, end + 24);
  if (AFTER.test(after)) return true;
  if (OTHER_UNIT.test(after)) return false;
  if (BEFORE.test(before)) return true;
  if (OTHER_COUNT.test(before)) return false;
  if (/^ ?[(,]? ?(?:in |with |a |an ){0,2}(?:half|double)[ -]?time/.test(after)) return true;
  return isAlone(folded, candidate) && (APPROX.test(folded) || BESIDE.test(folded));
}

// What may stand around a number that is an entry of its own: "126 or so", "we are around 72 to be honest".
const FILLERS = new Set(
  'i think guess d say probably believe um uhm uh hm ok okay so well it s its is was be at we re are the about around roughly approx approximately circa ca etwa ungefahr rund environ unos unas aprox aproximadamente alrededor de cerca uns intorno a al ai or ish give take oder um der den dem auf bei ich glaube wir sind es sind das ist je crois c est on a peu pres creo que mas o menos mais ou plus moins piu meno acho credo e sono sao esta to honest be kind of something somewhere in more less maybe throughout for all whole thing durchgehend exactly genau'.split(
    ' ',
  ),
);
// A key, a meter or a word about the click beside it says what the number counts.
const BESIDE =
  /(?<![\d])(?:1[0-2]|[1-9])[ab](?= ?(?:[,;/|]|$))|(?<![\d/])(?:1[0-5]|[2-9])\/(?:2|4|8|16)(?![\d/])|\b(?:click|klick|clic|clique|metronom\w?|grid|minor|major|moll|dur|mineur|majeur|menor|mayor|maior|minore|maggiore|half ?time|double ?time|swing|shuffle)\b|(?<![\p{L}\d])[a-g][#b]?m(?:in)?(?![\p{L}\d])/u;
const SEGMENT_SIGN = /[,;|()]| \/ | [-–] |[.!?](?= |$)/;

function isAlone(folded: string, { at, end }: Candidate): boolean {
  const before = folded.slice(0, at).split(SEGMENT_SIGN).at(-1) ?? '';
  const after = folded.slice(end).split(SEGMENT_SIGN)[0] ?? '';
  const words = `${before} ${after}`.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
  return words.length <= 10 && words.every((word) => FILLERS.has(word));
}

function isLikeTempo(folded: string, candidate: Candidate): boolean {
  const { at, end } = candidate;
  if (isSampleRate(folded, candidate)) return false;
  return (
    !OTHER_UNIT.test(folded.slice(end, end + 24)) &&
    (!OTHER_COUNT.test(folded.slice(Math.max(0, at - 20), at)) || AFTER.test(folded.slice(end, end + 24)))
  );
}

function validNumber(folded: string, candidates: readonly Candidate[]): number | null {
  if (candidates.length < 2 || !REPLACED.test(folded)) return null;
  const right =
    /(\d{2,3}(?:[.,]\d{1,3})?) (?:is|ist|est|es|e) (?:right|correct|richtig|korrekt|correcto|correto|giusto|bon|juste|valid|the right)/.exec(
      folded,
    );
  if (right !== null) return toNumber(right[1]);
  const last = [...folded.matchAll(VALID_BEHIND)].at(-1) ?? numberBehindBut(folded);
  const bpm = toNumber(last?.[1]);
  return candidates.some((candidate) => candidate.bpm === bpm) ? bpm : null;
}

function numberBehindBut(folded: string): RegExpExecArray | null {
  const but = BUT.exec(folded)?.index;
  return but === undefined ? null : AT_NUMBER.exec(folded.slice(but, but + 60));
}

function placeOf(folded: string, candidate: Candidate): { at?: string } {
  const around = folded.slice(Math.max(0, candidate.at - 40), candidate.end + 30);
  const place =
    /\b(?:last chorus|final chorus|chorus|refrain|bridge|verse|outro|intro|hook|drop|end|strophe|pont|couplet|estribillo|puente|refrao|ponte|ritornello|bar \d{1,4}|takt \d{1,4}|mesure \d{1,4}|compas \d{1,4}|battuta \d{1,4})\b/.exec(
      around,
    );
  return place === null ? {} : { at: place[0] };
}

const SPOKEN =
  /\b(?:(one|a|two) (?:hundred (?:and )?)?)?(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten)(?:[ -](one|two|three|four|five|six|seven|eight|nine))?\b/g;

// Numbers in words stand for digits where the sentence speaks of a tempo; the length changes, so only for this reader.
function withDigits(folded: string): string {
  if (!/\b(?:bpm|tempo|click|metronome)\b/.test(folded)) return folded;
  return folded.replace(
    SPOKEN,
    (words: string, hundreds: string | undefined, tens: string, units: string | undefined) => {
      const value =
        (hundreds === undefined ? 0 : hundreds === 'two' ? 200 : 100) +
        (ENGLISH_TENS[tens] ?? 0) +
        (units === undefined ? 0 : (SMALL_NUMBERS[units] ?? 0));
      return isBpm(value) ? String(value) : words;
    },
  );
}

function isBpm(value: number): boolean {
  return value >= LOWEST_BPM && value <= HIGHEST_BPM;
}

function toNumber(written: string | undefined): number {
  return written === undefined ? Number.NaN : Number(written.replace(',', '.'));
}
