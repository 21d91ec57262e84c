import { isFollowedBy } from './frame.js';
import { type Sentence, says } from './sentences.js';

// `strong` words name a version wherever they stand; `weak` ones only beside "version" and the like, in a list, or under a label.
type Version = { readonly id: string; readonly strong: RegExp | null; readonly weak: RegExp | null };
const NOUN =
  '(?:[ -]?(?:version|versions|mix|mixes|edit|edits|track|tracks|print|one|fassung|versione|versao|cut|master)s?)';
const V = '(?:version |versione |versao |mix |mezcla |versiones? )';
const VERSIONS: readonly Version[] = [
  {
    id: 'instrumental',
    strong:
      /\b(?:instrumentals?|instrumentalversion|instrumentale[ns]?|strumentale|strumentali|instrumentais|karaoke(?:version)?|instru)\b|\b(?:version|mix|print|bounce|one|fassung|mezcla|versao|versione) (?:without|minus|ohne|sans|sin|sem|senza) (?:any |the |all |la |le |las |les |los |as |il )?(?:vocals?|voices?|vox|singing|gesang|stimmen?|voix|chant|voz|voces|vozes|voce|voci)\b/,
    weak: /\binst\b/,
  },
  {
    id: 'acapella',
    strong:
      /\b(?:a ?-?cap+el+as?|accapp?ellas?|akapella|vocals? only (?:mix|version|print)|acap(?:s|pella)?|a capela|solo voces|voz sola)\b/,
    weak: null,
  },
  {
    id: 'tv',
    strong:
      /\btv(?:[ -]?(?:mix|track|version|edit|fassung))?\b|\b(?:version|mix|print|bounce) (?:without|minus) (?:the )?lead\b/,
    weak: null,
  },
  {
    id: 'performance',
    strong: new RegExp(
      `\\b(?:performance|live performance|show|stage)${NOUN}|\\bbacking track\\b|\\bplayback(?:version)?\\b|\\b(?:version|versao|versione) (?:de )?(?:playback|performance|show)\\b|\\bpista de directo\\b`,
    ),
    weak: /\b(?:performance|perf)\b/,
  },
  {
    id: 'explicit',
    strong: new RegExp(
      `\\b(?:explicit|explicite|explicita|dirty|uncensored)${NOUN}|\\b${V}(?:explicite|explicita|explicit)\\b`,
    ),
    weak: /\b(?:explicit|explicite|explicita)\b/,
  },
  {
    id: 'clean',
    strong: new RegExp(
      `\\b(?:clean|censored|radio[ -]clean|zensierte|saubere|bleeped)${NOUN}|\\b${V}(?:clean|censurada|censuree|limpia|limpa|censurata|pulita)\\b`,
    ),
    weak: /\bclean\b/,
  },
  {
    id: 'radio-edit',
    strong:
      /\bradio[ -]?(?:edit|version|mix|cut|fassung)s?\b|\bradioedit\b|\bversion radio\b|\bversao (?:de )?radio\b|\bversione radio\b|\bedicion (?:de )?radio\b/,
    weak: /\bradio\b/,
  },
  {
    id: 'extended',
    strong:
      /\bextended(?:[ -](?:club )?(?:mix|version|edit|cut))?\b|\bclub mix\b|\blong version\b|\bversion (?:longue|extendida|larga|etendue)\b|\bversao (?:estendida|longa)\b|\bversione (?:estesa|lunga)\b|\bdj (?:edit|mix|version)\b|\bmaxi version\b|\blange version\b/,
    weak: null,
  },
  {
    id: 'vocal-up',
    strong:
      /\b(?:vocals?|vox|voice)[ -]up (?:mix|version|print|and (?:vocals? |vox )?down|\/)|\b(?:vocal|vox)-up\b|\b(?:alternate|alternative|alt|version|mix|print|one) with (?:the )?(?:lead )?(?:vocals?|vox|voice|lead) (?:up|louder|raised|higher)\b|\b(?:vocals?|vox) up\/down\b|\b(?:voz arriba|voz alta) version\b|\bversion (?:voz arriba|voix en avant)\b/,
    weak: /\b(?:vocals?|vox|voice)[ -]up\b(?! (?:\d|a |in |by |please))/,
  },
  {
    id: 'vocal-down',
    strong:
      /\b(?:vocals?|vox|voice)[ -]down (?:mix|version|print)|\b(?:vocal|vox)-down\b|\b(?:alternate|alternative|alt|version|mix|print|one) with (?:the )?(?:lead )?(?:vocals?|vox|voice|lead) (?:down|quieter|lower|softer)\b|(?<=\b(?:vocals?|vox)[ -]up ?(?:and |\/ ?|& |or |und |y |et |e ))(?:vocals? |vox )?down\b/,
    weak: /\b(?:vocals?|vox|voice)[ -]down\b(?! (?:\d|a |in |by |please))/,
  },
  {
    id: 'stems',
    strong:
      /\bstems? (?:\w{1,6} ){0,3}(?:back|zuruck|in return)\b|\bstems (?:du mix|de la mezcla|da mix|del mix)\b|\b(?:mixed|mix|processed|printed|return) stems\b|\bstems (?:of|from) (?:the|your) (?:final |finished |approved )?mix(?:es)?\b|\b(?:send|deliver|export|bounce|print|need|want|return|plus|also|auch|aussi|tambien|tambem|anche|with|mit|und|and|\+|&) (?:me |us |the |die |les |los |os |gli |gemischte )?stems(?: too| as well| zuruck| again)?$|\bstems (?:zuruck|too|as well|de vuelta|de volta|en retour|indietro)\b|\bgemischte stems\b/,
    weak: /\bstems\b/,
  },
  {
    id: 'session',
    strong:
      /\bsession (?:file )?back\b|\b(?:mix )?session (?:file )?(?:too|also|as well|zuruck)\b|\bpro tools session (?:back|too|as well)\b/,
    weak: /\b(?:mix )?session(?: file)?\b/,
  },
  {
    id: 'atmos',
    strong: /\b(?:dolby )?atmos(?: mix| version)?\b|\bimmersive(?: mix)?\b|\bspatial(?: audio)?(?: mix)?\b|\bdolby\b/,
    weak: null,
  },
  {
    id: 'short',
    strong:
      /\b(?:\d{1,2}|thirty|fifteen|sixty|dreissig) ?-?(?:s|sec|secs|second|seconds|sek|sekunden|secondes|segundos|secondi)[ -]?(?:\w{1,10} )?(?:cut|edit|version|clip|spot|teaser|snippet|ad|fassung|schnitt)s?\b|\b(?:one|1|two|2)[ -]minute (?:cut|edit|version|clip|spot|teaser|snippet)s?\b|\bshort (?:version|edit|cut|mix)\b|\b(?:social|socials|tiktok|reels?|instagram|trailer|teaser)(?: media)? (?:cut|edit|version|clip|snippet)s?\b|\bkurzversion\b|\bkurze version\b|\bkurzfassung\b|\bversion (?:courte|corta)\b|\bversao curta\b|\bversione (?:breve|corta)\b|\bsnippet\b|\bteaser\b/,
    weak: null,
  },
  {
    id: 'main',
    strong:
      /\bmain(?:[ -](?:mix|version|stereo mix))\b|\b(?:full|stereo|final stereo|album|original|normal|regular)[ -](?:length )?(?:mix|version)\b|\bhauptmix\b|\bhauptversion\b|\bstereomix\b|\bmix principal(?:e)?\b|\bmezcla (?:principal|completa|estereo|final)\b|\bmixagem (?:principal|completa)\b|\bversion (?:principale|complete|completa|principal)\b|\bmissaggio (?:principale|completo)\b|\bversao (?:principal|completa)\b|\bversione (?:principale|completa|intera)\b|\bfinal mix\b/,
    weak: /\b(?:main|album|mix|mischung|mixage|mezcla|mixagem|missaggio)\b/,
  },
  { id: 'master', strong: null, weak: /\bmaster(?:ed version)?\b/ },
];
const LABEL =
  /^(?:we need|i need|deliverables?|deliver|delivery|versions?|formats?|outputs?|prints?|exports?|bounces|mix versions|needed|needed versions|versions needed|versions required|requested versions|please (?:send|deliver|print)|send (?:us|me|back)|lieferumfang|versionen|fassungen|wir brauchen|benotigt|abzugeben|livrables?|a livrer|versions? (?:demandees|souhaitees)|formats? demandes|entregables?|entregas?|versiones|necesitamos|versoes|precisamos|entregaveis|consegne?|versioni|ci servono|servono|formati)$/;
const HAVE =
  /\b(?:in the (?:folder|zip|link|drive|dropbox)|attached|i sent|we sent|i've sent|have sent|i put|i uploaded|uploaded|already (?:have|got|done|there)|we have (?:the|an)|i have (?:the|an)|you('ll)? find|is in|are in|included in|so you (?:can )?hear|so you know|im ordner|liegt|liegen|angehangt|anbei|habe ich|haben wir schon|ich habe|schon da|mitgeschickt|dans le dossier|ci-joint|j'ai (?:envoye|mis)|deja|en la carpeta|adjunto|adjunta|he mandado|te mande|ya (?:esta|tenemos)|na pasta|em anexo|mandei|ja (?:esta|temos)|nella cartella|in allegato|allegato|ho mandato|gia)\b/;
const NOT_NEEDED =
  /\b(?:no|not|skip|forget|instead of|don't|doesn't|without|dont|never|kein|keine|keinen|nicht|ohne|pas|sans|aucun|aucune|sin|ningun|ninguna|sem|nenhum|nenhuma|nao|senza|nessun|nessuna|non)\b[^,;.]{0,24}$/;
const NOT_NEEDED_BEHIND =
  /^[^,;.+&]{0,14}\b(?:not (?:needed|required|necessary)|isn't needed|aren't needed|nicht notig|brauchen wir nicht|n'est pas necessaire|no hace falta|no es necesari|nao precisa|non serve|unnecessary)\b/;
const SECTION_NOUN =
  /^[ -](?:verse|section|part|break|bridge|intro|outro|interlude|hook|chorus|passage|song|piece|album|teil|strophe|couplet|pont|seccion|puente|parte|secao|sezione|music|musik|version of the verse)/;
const IS_ONE =
  /\b(?:this (?:one|song|track)? ?is|it's|it is|song is|das ist|es ist|c'est|es un|e um|e uno|e un) (?:an?|ein|un|une|um|uno) $/;
const ASKED =
  /\b(?:need|needs|needed|required|want|wants|would like|d like|please|send|print|bounce|deliver|export|provide|also|plus|as well|too|bitte|brauchen|brauche|mochten|auch|noch|dazu|ausserdem|faut|voudrais|voulons|aussi|egalement|besoin|necesitamos|necesito|quiero|queremos|tambien|ademas|preciso|precisamos|quero|tambem|servono|serve|vorrei|vorremmo|anche|pure|can we get|could we get|can i get|can you|could you|kannst du|oh and)\b/;
const STATES =
  /\b(?:is|are|was|were|has|have|comes|sounds|ist|sind|war|hat|klingt|est|sont|sonne|es|esta|son|suena|sao|soa|sono|suona)\b/;

/** The versions that are asked back, in the order of their words; none where nothing is asked. */
export function readDeliverables(sentence: Sentence, label: string): string[] {
  const { folded } = sentence;
  const isLabelled =
    LABEL.test(label) || LABEL.test(sentence.line.heading.replace(/^#{1,6} /, '').replace(/[:\s]{1,3}$/, ''));
  if (sentence.line.isHeading) return [];
  if (HAVE.test(folded) && !isLabelled && !/\b(?:need|want|please|brauchen|bitte|precis|necesit|serv)/.test(folded))
    return [];
  const named = VERSIONS.flatMap((version) => placesOf(version.id, version.strong, folded, sentence));
  // "Stems of the final mix" are stems: the longer name holds the shorter one.
  const strong = named.filter((place) => !named.some((other) => other !== place && holds(other, place)));
  const weak = VERSIONS.flatMap((version) => placesOf(version.id, version.weak, folded, sentence)).filter(
    (place) => !overlaps(place, strong),
  );
  const isAsked = isLabelled || ASKED.test(folded);
  // Every second word a version: a list, and nobody lists what nobody wants.
  const kept = strong.filter(() => isAsked || !STATES.test(folded) || sentence.tokens.length <= 2 * strong.length);
  const isList =
    isLabelled ||
    kept.length +
      weak.filter(
        (place) =>
          (place.id !== 'main' || folded.slice(place.at, place.end) === 'main') &&
          place.id !== 'master' &&
          place.id !== 'session' &&
          place.id !== 'stems',
      ).length >=
      2;
  const others =
    isList || kept.length > 0
      ? weak.filter((place) => isWeakMeant(place, folded, isLabelled, kept.length > 0, isList))
      : [];
  const isLoneMain =
    kept.length === 1 &&
    kept[0]?.id === 'main' &&
    !isLabelled &&
    !says(sentence, 'only') &&
    !isAsked &&
    sentence.tokens.length > 4;
  if (isLoneMain) return [];
  // "We need the final mix by Friday" says when, not which.
  if (kept.length + others.length === 1 && isFollowedBy(folded, THE_MIX, BY, 60)) return [];
  const places = [...kept, ...others].sort((a, b) => a.at - b.at);
  return [...new Set(places.map((place) => place.id))];
}

const THE_MIX = /\b(?:the|den|der|le|la|el|o|a|il) (?:final mix|mezcla final)\b|^(?:the )?final mix\b/;
const BY = /\b(?:by|until|before|no later|bis|spatestens|avant|pour|antes|para|ate|entro|prima)\b/;

type Place = { readonly id: string; readonly at: number; readonly end: number };

function placesOf(id: string, pattern: RegExp | null, folded: string, sentence: Sentence): Place[] {
  const match = pattern?.exec(folded);
  if (match === null || match === undefined) return [];
  const at = match.index;
  const end = at + match[0].length;
  const behind = folded.slice(end, end + 40);
  const before = folded.slice(Math.max(0, at - 40), at);
  if (NOT_NEEDED.test(before) || NOT_NEEDED_BEHIND.test(behind)) return [];
  if (id === 'instrumental' && (SECTION_NOUN.test(behind) || IS_ONE.test(before))) return [];
  // "60 second intro" is a part of the song.
  if (id === 'short' && /\b(?:intro|outro|solo|break|silence|pause|fade)\b/.test(folded.slice(at, end + 12))) return [];
  if (
    id === 'performance' &&
    /\b(?:artist|vocal|her|his|the|live|great|that's the) $/.test(before) &&
    !/mix|version|track/.test(match[0])
  )
    return [];
  // "performance (TV) mix" is one version under two names.
  if (id === 'tv' && /performance \(?$/.test(before)) return [];
  if (id === 'tv' && /\b(?:on|for|watch|apple) $/.test(before)) return [];
  if (
    id === 'main' &&
    /\b(?:rough|first|second|your|tv|the main|in the|in a|for|of the|ref|reference|club|radio|a|this) $/.test(before) &&
    match[0].length < 6 &&
    !/^(?:with|send)/.test(folded) &&
    !/(?:with|mit|avec|con|com) the $/.test(before)
  )
    return [];
  return sentence.isQuestion && /\b(?:includ\w{0,3}|extra|cost|price|inklusive|inclus|incluid)/.test(folded)
    ? []
    : [{ id, at, end }];
}

function holds(outer: Place, inner: Place): boolean {
  return outer.at <= inner.at && inner.end <= outer.end && outer.end - outer.at > inner.end - inner.at;
}

function overlaps(place: Place, others: readonly Place[]): boolean {
  return others.some((other) => other.id === place.id || (place.at < other.end && other.at < place.end));
}

function isWeakMeant(place: Place, folded: string, isLabelled: boolean, hasStrong: boolean, isList: boolean): boolean {
  const before = folded.slice(Math.max(0, place.at - 12), place.at);
  const behind = folded.slice(place.end, place.end + 14);
  if (place.id === 'master' || place.id === 'session')
    return isLabelled && !/\b(?:no|kein|sans|sin|sem|senza|without) $/.test(before);
  if (place.id === 'stems' || place.id === 'radio-edit') return isLabelled;
  if (place.id === 'main')
    return (
      (hasStrong || isLabelled) &&
      !/^ (?:only|is|are|notes|bus|engineer|should|has|and mast|& mast|und mast)/.test(behind) &&
      !/\b(?:tv|\(tv\)|clean|extended|club|performance|acapella|instrumental|radio|atmos|rough|no|immersive|dolby|spatial)\)? ?$/.test(
        before,
      )
    );
  return isList;
}
