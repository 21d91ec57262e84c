import type { Deadline } from '../../../model/brief.js';
import { addDays } from './calendar.js';
import { findDate } from './dates.js';
import { labelOf } from './frame.js';
import { SMALL_NUMBERS } from './lexicon/numbers.js';
import { readMeter } from './meter.js';
import { marksOf, type Sentence, says } from './sentences.js';

const LABEL =
  /\b(?:deadline|due(?: date)?|mix due|needed by|delivery|delivery date|timeline|lieferung|deliver by|by when|when|abgabe(?:termin)?|liefertermin|termin|frist|fertig bis|date limite|echeance|date de rendu|a rendre|a livrer|livraison|delai|fecha limite|fecha de entrega|entrega|plazo|prazo|data de entrega|data limite|scadenza|consegna|data di consegna|termine)$/;
const STRONG =
  /\b(?:deadline|due|no later than|at the latest|latest|need it|need them|need this|need the|we need|i need|needs? to be|by|until|before|back|deliver|abgabe|bis|spatestens|fallig|brauchen|brauche|date limite|echeance|rendre|livrer|au plus tard|avant|pour le|d'ici|il nous faut|besoin|fecha limite|entrega|entregar|a mas tardar|como muy tarde|antes del|para el|necesitamos|necesito|prazo|ate|entregar|precisamos|preciso|no maximo|scadenza|consegna|consegnare|entro|prima del|serve|servono|hand in|turn it around|wants?|closes)\b/;
// The day of something else: a call, a session, an exam, a show, or what the sender will do.
const OTHER_EVENT =
  /\b(?:away|absent|verreist|im urlaub|en vacances|de vacaciones|de ferias|in vacanza|on holiday|on vacation|call|meeting|exam|rehearsal|recorded|recording|session was|tracked|gig|party|birthday|wedding|holiday|vacation|urlaub|started|finished|sing|sings|singing|besprechung|treffen|probe|reunion|examen|ensayo|reunion|reuniao|ensaio|riunione|prova|esame|wish me luck|born|streams|weekend!)\b/;
const VAGUE =
  /\b(?:(?:quick|fast|short) turnaround|(?:it|this|that) can wait|asap|a\.s\.a\.p|as soon as (?:you can|possible|you get a chance)|as fast as (?:you can|possible)|(?:there'?s |there is )?no (?:rush|hurry|deadline|time pressure|stress on time|particular deadline|fixed deadline|hard deadline|strict deadline|real deadline|date)|not (?:in a hurry|in a rush|urgent)|isn't urgent|not time sensitive|whenever(?: you(?: \w{1,8}){1,6})?|when(?:ever)? (?:you have|you find|you've got) (?:the )?time|take all the time (?:you|that you) (?:need|want)|(?:deadline|timing|time ?line|schedule|date) (?:is )?(?:very |quite |totally |pretty )?(?:flexible|open)|take (?:all the|your) time (?:with|on) (?:it|this|the mix)|(?:need|want) (?:it|this|them) soon|(?:pretty|fairly|very|rather) soon|soonish|urgent(?:ly)?|in your own time|take as long as (?:you|it)(?: \w{1,6})?|as much time as (?:you|it) (?:need|want|takes?)s?|in a (?:\w{1,8} )?(?:hurry|rush)|at your (?:own pace|leisure|convenience)|sooner (?:is|the) better|the sooner the better|end of the year|eilt(?: nicht| sehr)?|(?:nicht |sehr )?eilig|keine eile|kein(?:en)? (?:stress|zeitdruck|termindruck)|hat zeit|lass dir zeit|lasst euch zeit|wann (?:du|ihr|immer)(?: \w{1,8}){1,3}|so (?:schnell|bald) (?:wie|es) (?:moglich|geht)|moglichst (?:bald|schnell)|baldmoglichst|schnellstmoglich|dringend|kein (?:fester )?termin|es pressiert(?: nicht)?|pas (?:de |d'|si )?(?:presse|pressee|urgent|urgence|deadline|date limite|date fixe)|rien ne presse|pas presse|des que (?:possible|tu peux|vous pouvez)|le plus (?:vite|tot) possible|au plus vite|quand (?:tu (?:peux|veux|as le temps)|vous (?:pouvez|voulez))|c'est (?:urgent|presse)|on est presse\w{0,2}|prends ton temps|sin (?:prisa|apuro|fecha limite|fecha fija|urgencia)|no hay (?:prisa|apuro|fecha)|no corre prisa|lo antes posible|cuanto antes|cuando puedas|cuando (?:puedan|tengas tiempo)|es urgente|sem (?:pressa|prazo|urgencia)|nao (?:tem|ha) pressa|o (?:quanto antes|mais rapido possivel)|assim que (?:puder|possivel)|quando (?:puder|der|possivel)|e urgente|(?:nessuna|senza) (?:fretta|scadenza|urgenza)|non c'e (?:fretta|una scadenza)|con calma|il prima possibile|appena (?:puoi|possibile)|quando (?:puoi|vuoi|hai tempo|potete)|prima possibile)\b/;
const VAGUE_SPAN =
  /\b(?:this weekend|the weekend|next weekend|this week|next week|next month|in a few (?:days|weeks)|sometime (?:in|this|next|after|before|around) \w{1,12}|(?:early|mid|late|around)[ -](?:january|february|march|april|may|june|july|august|september|october|november|december|next week)|(?:this|next|in) (?:spring|summer|autumn|fall|winter)|am wochenende|dieses wochenende|nachstes wochenende|diese woche|nachste woche|in ein paar (?:tagen|wochen)|irgendwann (?:im|in|nachste) \w{1,12}|(?:anfang|mitte) \w{1,10}|ce week-?end|cette semaine|la semaine prochaine|dans quelques (?:jours|semaines)|(?:debut|mi|courant)[ -]\w{1,10}|este fin de semana|esta semana|la proxima semana|la semana que viene|en unos dias|(?:principios|mediados) de \w{1,10}|este fim de semana|na proxima semana|semana que vem|em alguns dias|(?:inicio|meados) de \w{1,10}|questo weekend|questo fine settimana|questa settimana|la prossima settimana|settimana prossima|tra qualche giorno|(?:inizio|meta) \w{1,10}|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|im (?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)|en (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre))\b/;
const BEFORE_THAT =
  /\b(a|one|two|three|\d{1,2}|eine|zwei|une|deux|una|dos|uma|duas|due) (day|days|week|weeks|tag|tage|woche|wochen|jours?|semaines?|dias?|semanas?|giorn[io]|settiman[ae]) (?:before|earlier|prior|vorher|davor|avant|antes|prima)\b/;
const RELEASE =
  /\b(?:release|released|comes out|out on|veroffentlichung|erscheint|sortie|sort le|lanzamiento|sale el|lancamento|sai dia|uscita|esce)\b/;

/**
 * The day by which something is wanted back.
 *
 * @param today ISO date that relative words count from; null where none is known: they stay as the quote
 * @returns date, date and time, or the words where they fix no day; null where the sentence sets no deadline
 */
export function readDeadline(sentence: Sentence, today: string | null): Deadline | null {
  // A time signature is no day of a month.
  const folded =
    readMeter(sentence) === null ? sentence.folded : sentence.folded.replace(/\d{1,2}\/(?:2|4|8|16)\b/g, ' ');
  const isLabelled = LABEL.test(labelOf(folded)) || isDeadlineHeading(sentence);
  const beforeRelease = daysBeforeRelease(sentence, today);
  if (beforeRelease !== null) return beforeRelease;
  const vague = VAGUE.exec(folded);
  if (vague !== null && isAboutJob(sentence)) return { vague: vague[0] };
  const isOther =
    (OTHER_EVENT.test(folded) || says(sentence, 'future', 'record')) &&
    !/\b(?:deadline|due|need it|need the mix|need this)\b/.test(folded);
  const isWanted = isLabelled || isWantedBack(sentence, today);
  const span = VAGUE_SPAN.exec(folded);
  if (!isWanted && span !== null && span[0].length * 2 > folded.length && !RELEASE.test(folded))
    return { vague: span[0] };
  if (!isWanted && !isDateAlone(sentence, today)) return null;
  // "I had the files ready on Sunday" tells of a day that is over.
  const isOver = says(sentence, 'past') && !says(sentence, 'wish', 'please', 'canYou') && !STRONG.test(folded);
  if ((isOther || isOver) && !isLabelled) return null;
  if (RELEASE.test(folded) && !STRONG.test(folded) && !isLabelled) return null;
  const cueAt = STRONG.exec(folded)?.index ?? 0;
  const date = findDate(folded.slice(cueAt), today, sentence.language) ?? findDate(folded, today, sentence.language);
  if (date === null) {
    return span === null ? null : { vague: span[0] };
  }
  if (date.date === null) return { vague: sentence.text.trim() };
  const time = timeOf(folded);
  return time === null ? { date: date.date } : { date: date.date, time };
}

/** The clock time in a sentence as HH:MM; null without one. */
function timeOf(folded: string): string | null {
  if (/\b(?:noon|midday|mittags|midi|mediodia|meio-?dia|mezzogiorno)\b/.test(folded)) return '12:00';
  if (/\b(?:midnight|mitternacht|minuit|medianoche|meia-?noite|mezzanotte)\b/.test(folded)) return '00:00';
  const clock = /(?<![\d/.,-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])(?: ?([ap])\.?m\b)?/.exec(folded);
  if (clock !== null) return toTime(clock[1], clock[2], clock[3]);
  const half = /(?<![\d/.,-])(1[0-2]|[1-9]) ?([ap])\.?m\b/.exec(folded);
  if (half !== null) return toTime(half[1], '00', half[2]);
  const hour =
    /(?<![\d/.,-])([01]?\d|2[0-3]) ?(?:uhr|h)(?: ?([0-5]\d))?\b/.exec(folded) ??
    /\b(?:alle|ore|a las|as) ([01]?\d|2[0-3])(?:[.:]([0-5]\d))?\b/.exec(folded);
  return hour === null ? null : toTime(hour[1], hour[2] ?? '00', undefined);
}

function toTime(hour: string | undefined, minute: string | undefined, half: string | undefined): string {
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (half === 'p' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`;
}

function daysBeforeRelease(sentence: Sentence, today: string | null): Deadline | null {
  const { folded } = sentence;
  const before = BEFORE_THAT.exec(folded);
  if (before === null) return null;
  const release = findDate(folded, today, sentence.language);
  if (release === null || release.date === null) return null;
  const count = SMALL_NUMBERS[before[1] ?? ''] ?? Number(before[1]);
  const isWeeks = /^(?:w|sem|sett)/.test(before[2] ?? '');
  return { date: addDays(release.date, -count * (isWeeks ? 7 : 1)) };
}

// "Urgent", "no rush": of the job, unless the sentence speaks of something else.
function isAboutJob(sentence: Sentence): boolean {
  return (
    !says(sentence, 'record') &&
    !/\b(?:feels?|sounds?|vocals?|delivery|performance|groove) (?:urgent|dringend|urgente|rushed)|whenever the\b/.test(
      sentence.folded,
    )
  );
}

const SMALL_WORDS =
  /\b(?:please|bitte|or so|about|circa|by|for|until|till|before|bis|fur|pour|avant|para|per|ate|entro|antes de|prima di|por favor|svp|o dia|dia|dem|den|zum|max)\b/g;
// "Comped by Anna": "by" sets a day only where a day stands right behind it.
function isWantedBack(sentence: Sentence, today: string | null): boolean {
  return marksOf(sentence, 'due').some((mark) => {
    if (!BEFORE_A_DAY.test(sentence.tokens[mark.from]?.text ?? '') || mark.to - mark.from > 1) return true;
    const behind = sentence.folded.slice(sentence.tokens[mark.to - 1]?.end ?? 0);
    const at =
      findDate(behind, today, sentence.language)?.at ?? VAGUE_SPAN.exec(behind)?.index ?? Number.POSITIVE_INFINITY;
    return (
      Number.isFinite(at) &&
      /^(?: |the|next|this|about|around|early|late|mid|end|of|on|at|noon|midnight|\d{1,2}|:\d\d|am|pm|uhr|um|zum|le|la|il|el|o|a|dem|der|den|nachsten?|kommenden?){0,10}$/.test(
        behind.slice(0, Math.min(at, 40)),
      )
    );
  });
}
const BEFORE_A_DAY = /^(?:by|until|before|within|for|pour|para|per|fur|bis|avant|ate|entro)$/;

// "In two weeks": a span and nothing else; a bare day may be the day of anything, unless the heading says of what.
function isDateAlone(sentence: Sentence, today: string | null): boolean {
  if (sentence.tokens.length > 7) return false;
  const date = findDate(sentence.folded, today, sentence.language);
  if (date === null) return false;
  if (isDeadlineHeading(sentence)) return true;
  const rest = sentence.folded.slice(0, date.at) + sentence.folded.slice(date.end);
  const isFramed =
    /^(?:in|within|dans|en|dentro|em|daqui|tra|fra) /.test(date.quote) ||
    /^(?:by|for|until|till|before|bis|fur|pour|avant|para|per|ate|entro|antes de|prima di) /.test(sentence.folded);
  return isFramed && !/[a-z]{3}/.test(rest.replace(SMALL_WORDS, ''));
}

function isDeadlineHeading({ line }: Sentence): boolean {
  return LABEL.test(line.heading.replace(/[:\s]{1,3}$/, ''));
}
