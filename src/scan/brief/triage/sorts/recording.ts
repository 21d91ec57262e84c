import { type Sentence, says } from '../../notes/sentences.js';
import { isAsked, unrefused } from '../asked.js';
import { decided, type Sorted, THINGS } from '../verdict.js';

const RECORD_VERB =
  /\b(?:re-?record|re-?track|retake|redo|re-?sing|re-?cut|overdub|neu (?:aufnehmen|einsingen|einspielen)|nochmal (?:aufnehmen|einsingen|singen)|reenregistr|re-enregistr|rechanter|refaire|regrab|voy a grabar|vamos a grabar|volver a (?:grabar|cantar)|rehacer|regrav|refazer|gravar de novo|riregistr|ri-registr|ricantare|rifare)/;

const AHEAD =
  /\b(?:will|going to|gonna|still|has to|have to|needs? to|need|wants? to|want|should|must|can you|could you|would you|can we|could we|noch|muss|mussen|werden|wollen|soll|kannst|konnt|encore|devons|doit|faut|va|vais|allons|reste a|peux|pouvez|todavia|aun|falta|faltan|tenemos que|tiene que|hay que|vamos a|puedes|ainda|temos que|precisamos|vamos|precisa|pode|ancora|dobbiamo|deve|manca|mancano|bisogna|vogliamo|puoi|wird|mochte)\b/;

const RECORDED =
  /\b(?:was|were|recorded (?:in|on|at|with|by|to)|is recorded|are recorded|wurde|wurden|aufgenommen (?:in|mit|auf|bei)|ete enregistre|fueron|foram|sono state|i recorded|we recorded|i've recorded|we tracked|i tracked|stato registrat)\b/;

// Separable verbs: "die Gitarre nehmen wir neu auf", "wir singen das noch ein".
const RECORD_APART = /\b(?:nehm|nimm)\w{0,4} .{0,40}\bauf\W{0,3}$|\b(?:sing|spiel)\w{0,4} .{0,30}\bein\W{0,3}$/;

const NOT_YET =
  /\b(?:not (?:been )?(?:recorded|tracked|sung) yet|noch nicht (?:aufgenommen|eingesungen|eingespielt)|pas encore enregistre\w{0,2}|todavia no (?:esta|estan) grabad|aun no (?:esta|estan) grabad|ainda nao (?:foi|foram|esta|estao) gravad|non (?:e|sono) ancora (?:stat\w )?registrat)/;

// "Die Bläser werden nächste Woche aufgenommen": what is going to be recorded, whoever does it.
const TO_BE_RECORDED =
  /\b(?:will|to|gets?|getting|must|should) be (?:re-?)?(?:recorded|tracked|sung)\b|\b(?:wird|werden|muss|mussen|soll|sollen)\b.{0,40}\b(?:aufgenommen|eingespielt|eingesungen)\b|\b(?:sera|seront|doit etre|doivent etre)\b.{0,20}enregistre\w{0,2}\b|\bse (?:grabara\w?|va\w? a grabar)\b|\bsera\w? (?:re)?grabad\w{1,2}\b|\b(?:sera|serao|vai ser|vao ser) (?:re)?gravad\w{1,2}\b|\b(?:sara|saranno|verra|verranno|va|vanno) (?:ri)?registrat\w\b/;
const DAY_AHEAD =
  /\b(?:tomorrow|next (?:week|month)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|miercoles|jueves|viernes|segunda|terca|quarta|quinta|sexta|(?:lune|marte|mercole|giove|vener)di|morgen|nachste[nr]? (?:woche|monat)|demain|la semaine prochaine|(?:lun|mar|mercre|jeu|vendre|same)di|manana|la semana que viene|amanha|semana que vem|domani|la prossima settimana)\b/;
const HIRED =
  /\b(?:session|studio|live) (?:players?|singers?|musicians?|drummers?|guitarists?|bassists?)\b|\b(?:studiomusiker\w{0,3}|musiciens? de studio|musicos? de (?:sesion|estudio|sessao)|turnist[ai])\b/;
const SOMEBODY_PLAYS =
  /\b(?:someone|somebody|anyone|anybody|a (?:\w{1,10} )?(?:player|singer|musician)|jemand\w{0,3}|quelqu'un|alguien|alguem|qualcuno)\b.{0,24}\b(?:plays?|sings?|raps?|spiel\w{0,3}|sing\w{0,2}|joue\w?|jouer|chante\w?|toque|toca|tocar|cant[aei]r?|suon[ai]|suonare)\b/;

export function recording(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  if (says(sentence, 'take') && says(sentence, 'best', 'chosen')) return null;
  if (/\bexport|\bbounce|\bupload/.test(folded)) return null;
  if (/\b(?:better|another|new) (?:\w{1,10} )?takes?\b/.test(folded) && isAsked(sentence)) return decided('recording');
  // What comes new from the sender is recorded there.
  if (
    says(sentence, 'future') &&
    /\b(?:new|neue[rns]?|nouve\w{1,5}|nuev[oa]s?|nov[oa]s?|nuov[oaie]) /.test(folded) &&
    says(sentence, 'vocal', 'extraVocal', 'instrument', 'drum', 'low') &&
    !says(sentence, 'file', 'fileFault', 'lyrics')
  )
    return decided('recording');
  if (TO_BE_RECORDED.test(folded)) return decided('recording');
  if ((SOMEBODY_PLAYS.test(folded) || HIRED.test(folded)) && isAsked(sentence)) return decided('recording');
  // "The choir is not recorded yet" is no refusal.
  if (NOT_YET.test(folded)) return decided('recording');
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
    says(sentence, 'still', 'future') ||
    DAY_AHEAD.test(folded);
  return isHere ? decided('recording') : null;
}
