import type { Reference } from '../../../model/brief.js';
import { audioFileNames } from './file-names.js';
import { isUnlike, labelOf } from './frame.js';
import { marksOf, type Sentence, says } from './sentences.js';

const URL = /https?:\/\/[^\s<>"'()[\]]{3,400}/g;
const MUSIC_HOST = /\b(?:spotify|youtube|youtu\.be|soundcloud|music\.apple|tidal|deezer|bandcamp|qobuz)\b/;
const NO_REFERENCE =
  /\b(?:no (?:ref|refs|reference|references)|not a ref(?:erence)?|(?:don't|do not|dont) have (?:any )?(?:ref|reference)|without (?:a )?reference|reference number|keine referenz|kein referenz|ohne referenz|keine vorbilder|pas de ref|aucune ref|sans ref|no hay ref|sin ref|ninguna ref|no tenemos ref|sem ref|nao tem ref|nao temos ref|nenhuma ref|nessun riferimento|senza riferiment|non ci sono riferiment|non abbiamo riferiment)/;
const OWN_ROUGH = /\b(?:rough(?: mix)?|demo|roughmix|our own|my own mix|maquette|rohmix)\b/;
// What may stand between the cue and the name.
const LINK_WORDS =
  /^(?:[\s:=,-]|c'est |c’est |(?:euch|dich|an|is|are|was|ist|sind|waren|ware|est|sont|es|son|e|sono|would be|track|tracks|song|songs|titel|titre|mix|tema|musica|brano|bitte|please|e\.g\.|eg|z\.b\.|por ejemplo|par exemple|per esempio|por exemplo|the|der|die|das|le|la|el|o|a|il|to|of|from|zu|on|in|by|yes|yeah|yep|sure|ja|oui|si|sim|von|de|di|del|like|wie|comme|como|come|something|etwas|maybe|mainly|definitely|the song|den song|\d{1,2}|#\d{1,2})(?=[\s:.,]|$))/i;
const DASH = /\s[-–—]\s|\s[–—]|[–—]\s/;
// Where a title ends and the remark on it begins.
const REMARK =
  /(?:[,;] ?| )(?:for (?:the|its|that|how|low|overall|vibe|vocal|drums?|energy)\b|because\b|wegen\b|weil\b|fur (?:den|die|das)\b|für (?:den|die|das)\b|pour (?:le|la|les|l['’])|parce\b|por (?:la|el|los|las|lo|su)\b|porque\b|pel[oa]s?\b|para (?:a|o|la|el)\b|per (?:la|il|lo|le|i|l['’])|per l['’]|perche\b|from \d|ab \d|just for\b|mainly for\b|mostly\b|in terms of\b|as (?:a|the) (?:ref|reference)\b|is (?:what|the)\b|please\b|bitte\b|but\b|aber\b|on the\b|especially\b|particularly\b|v\.a\.|vor allem\b)/i;
const ERA =
  /\b(?:era|album|stuff|period|days|style|vibe|record|phase|zeit|ara|epoque|epoca|époque|época|in general|generally|songs|tracks|early|late)\b/i;
const SMALL =
  'of|the|and|&|on|in|de|del|la|le|les|los|el|der|die|das|und|et|y|e|x|vs|feat\\.?|ft\\.?|with|at|for|to|a|da|do|dos|di|van|von';
const NAME = new RegExp(
  `^(?:the )?[\\p{Lu}\\p{N}$][\\p{L}\\p{N}$.'’&!*+/-]{0,30}(?: (?:(?:${SMALL}) ){0,2}[\\p{Lu}\\p{N}$][\\p{L}\\p{N}$.'’&!*+/-]{0,30}){0,6}`,
  'u',
);
const NAME_WORD = /^[\p{Lu}\p{N}][\p{L}\p{N}.'’&!+-]{0,30}$/u;
const NAME_LINK = /^(?:of|the|and|&|on|de|la|der|und|y|e)$/;
const LONGEST_NAME_WORDS = 6;
const QUOTED = /["“„«”]([^"“”„«»]{1,80})["”“»]/g;
const SINGLE_QUOTED = /(?<!\p{L})['‘‚]([^'‘’‚]{1,80})['’](?!\p{L})/gu;

/** Other people's songs that are named as reference, one entry each; none where the sentence names none. */
export function readReferences(sentence: Sentence): Reference[] {
  const { text, folded } = sentence;
  const underHeading = isUnderReferences(sentence);
  const isCued = says(sentence, 'reference') || underHeading;
  if (sentence.line.isHeading || NO_REFERENCE.test(folded) || isUnlike(folded)) return [];
  const files = filesOf(sentence, isCued);
  const urls = [...text.matchAll(URL)].map((match) => match[0].replace(/[.,;:!?]{1,3}$/, ''));
  if (urls.length > 0 && (isCued || urls.some((url) => MUSIC_HOST.test(url)))) return urls.map((url) => ({ url }));
  const quoted = quotedOf(sentence, isCued);
  if (quoted.length > 0 && files.length === 0) return quoted;
  const by = songBy(sentence, isCued);
  if (by !== null) return [by];
  const named = isCued ? namedOf(sentence, underHeading) : likeOf(sentence);
  if (files.length === 1 && named.length === 0) return [withArtist(files[0] ?? {}, text)];
  return [...named, ...files];
}

/** Whether a sentence is an entry of a list of references. */
export function isUnderReferences({ line, folded }: Sentence): boolean {
  if (!isReferenceLabel(line.heading) || line.isHeading || folded.endsWith(':')) return false;
  const label = labelOf(folded);
  return label === '' || DASH.test(label) || isReferenceLabel(label);
}

function isReferenceLabel(folded: string): boolean {
  return /^(?:#{1,6} )?(?:mix |song |sound |track |musical )?(?:refs?|references?|reference (?:tracks?|songs?|mix(?:es)?)|ref tracks?|sounds?[ -]?like|inspirations?|referenz(?:en|track|tracks|song|songs)?|vorbilder|referencias?|temas de referencia|musicas de referencia|riferimenti?|brani di riferimento|titres de reference|morceaux de reference)\b/.test(
    folded,
  );
}

function filesOf({ text }: Sentence, isCued: boolean): Reference[] {
  return audioFileNames(text)
    .map(({ name }) => name)
    .filter(
      (name) =>
        (isCued || /(?:^|[_ .-])refs?(?:[_ .-]|$)|reference|referenz/i.test(name)) &&
        !OWN_ROUGH.test(name.toLowerCase()),
    )
    .map((file) => ({ file }));
}

function withArtist(reference: Reference, text: string): Reference {
  const by = /\b(?:by|von|de|di) (?=\p{Lu})/u.exec(text);
  const artist = by === null ? undefined : NAME.exec(text.slice(by.index + by[0].length))?.[0];
  return artist === undefined ? reference : { ...reference, artist: clean(artist) };
}

const CREDIT = /\b(?:photo|artwork|cover|written|produced|recorded|mixed|remix|preset|plugin|stems|subject)\b/;
// "Title" by Artist, and Artist "Title".
function quotedOf(sentence: Sentence, isCued: boolean): Reference[] {
  const { text, folded } = sentence;
  const wanted = isCued || /\b(?:like|after|similar|wie|comme|como|come|reminds|love the|vibe|aim)\b/.test(folded);
  if (OWN_ROUGH.test(folded)) return [];
  const doubleQuoted = [...text.matchAll(QUOTED)];
  const titles = doubleQuoted.length > 0 ? doubleQuoted : [...text.matchAll(SINGLE_QUOTED)];
  return titles.flatMap((match, index) => {
    const title = (match[1] ?? '').trim().replace(/,$/, '');
    const before = text.slice(0, match.index).trimEnd();
    const after = text.slice(match.index + match[0].length);
    const by =
      /^,? ?(?:by|von|de|di|par|from|-|–) (?=[\p{Lu}\p{N}]|the )/iu.exec(after) ?? /^ \((?=[\p{Lu}\p{N}])/u.exec(after);
    // "Title" by somebody is a song, wherever it stands; a title alone may be the sender's own.
    if (!wanted && (by === null || CREDIT.test(folded))) return [];
    const artist = by === null ? artistBefore(before) : (NAME.exec(after.slice(by[0].length))?.[0] ?? '');
    const both = artist === '' ? referenceOf(title) : null;
    if (both !== null) return [both];
    if (artist === '' && !says(sentence, 'reference')) return [];
    const named = by === null ? 0 : by[0].length + artist.length;
    const comment = remarkOn(text.slice(text.length - after.length + named, titles[index + 1]?.index));
    return [{ ...(artist === '' ? {} : { artist: clean(artist) }), title, ...(comment === '' ? {} : { comment }) }];
  });
}

// Behind a quoted title: " for the low end", ": how close the voice is", " (drums)".
function remarkOn(behind: string): string {
  if (REMARK.exec(behind)?.index !== 0 && !/^\s?(?:[:(–—]|- )/.test(behind)) return '';
  return behind.replace(/^[\s,.:;(–—-]{1,4}/, '').replace(/[\s.,;)]{1,3}$/, '');
}

// The <artist> tune "Title".
const SONG_NOUN = /,? (?:tune|song|track|single|hit|classic|record|cover)$/;

function artistBefore(before: string): string {
  const bare = before.replace(/['’]s?$|\s[-–—:,]$|[,:]$/u, '').replace(SONG_NOUN, '');
  const name = lastName(bare.slice(-160));
  return /^(?:Ref|Refs|Reference|References|Referenz|Referencia|Riferimento|Référence|Think|Song|Track|Stems|Vocal|Like)$/i.test(
    name,
  )
    ? ''
    : name.replace(/^(?:Ref|Reference|Think|Like|Referenz) /, '');
}

// The run of capitalised words at the end, with the small words that join them.
function lastName(text: string): string {
  const words = text.split(' ');
  let from = words.length;
  while (from > 0 && words.length - from < LONGEST_NAME_WORDS) {
    const word = words[from - 1] ?? '';
    const joins = NAME_LINK.test(word) && NAME_WORD.test(words[from - 2] ?? '') && from < words.length;
    if (!NAME_WORD.test(word) && !joins) break;
    from--;
  }
  return words.slice(from).join(' ');
}

function namedOf(sentence: Sentence, underHeading: boolean): Reference[] {
  const from = underHeading && !says(sentence, 'reference') ? 0 : cueEnd(sentence);
  const rest = skipLinks(sentence.text.slice(from));
  const inFront = namedInFront(sentence);
  if (inFront.length > 0) return inFront;
  const items = itemsOf(rest);
  const references = items.map((item) => referenceOf(item)).filter((reference) => reference !== null);
  if (references.length > 0)
    return OWN_ROUGH.test(sentence.folded.slice(from)) && references.every((reference) => reference.title === undefined)
      ? []
      : references;
  return nameOnly(rest);
}

const AS_REFERENCE = /,? (?:as|als|comme|como|come) (?:an? |the |eine? |unsere? |our |my |la |una? |uma |le |il )?$/;
const TO_USE =
  /^(?:please |bitte |you can |can you |could you |we |i |wir )?(?:use|used|take|hear|have|picked|chose|nimm|nehmt|nehmen|prends|prenez|usa|usen|usamos|usem|prendi|usate) /i;

// "Use <artist> - <title> as the reference": what is named stands in front of the word for it.
function namedInFront(sentence: Sentence): Reference[] {
  const [cue] = marksOf(sentence, 'reference');
  const before = sentence.folded.slice(0, sentence.tokens[cue?.from ?? 0]?.at ?? 0);
  const as = AS_REFERENCE.exec(before);
  if (as === null || !DASH.test(before)) return [];
  const named = sentence.text.slice(0, as.index).replace(TO_USE, '');
  return itemsOf(named)
    .map((item) => referenceOf(item))
    .filter((reference) => reference !== null);
}

// Behind the label's colon, else behind the last word that announces a reference before the names.
function cueEnd(sentence: Sentence): number {
  const label = labelOf(sentence.folded);
  if (label !== '') {
    const colon = sentence.folded.search(/[:=]/);
    const inLabel = marksOf(sentence, 'reference').some((mark) => (sentence.tokens[mark.from]?.at ?? 0) < colon);
    if (inLabel) return colon + 1;
  }
  const dash = DASH.exec(sentence.text)?.index ?? sentence.text.length;
  const ends = marksOf(sentence, 'reference').map((mark) => sentence.tokens[mark.to - 1]?.end ?? 0);
  return ends.filter((end) => end <= dash).at(-1) ?? ends[0] ?? 0;
}

// "Guitar tone like The Strokes - Reptilia", "something like Bonobo": the word alone is too common, the name tells.
const LIKE =
  /(?:^|\s)(?:close(?:r|st)? to|closest (?:\p{L}{1,12} ){1,4}is|similar to|n[aä]her an|nah an|cerca de|perto de|vicino a|(?:(something |sounds? |etwas |klingt |klingen |quelque chose |algo |qualcosa )(?:so )?)?(?:like|wie|comme|como|come|check(?: out)?|listen to|hear|next to|alongside|beside|neben|ecoute|écoute|escucha|ouve|ouça|ascolta|love|loves|study)) (?=\p{Lu}|the \p{Lu})/iu;
function likeOf(sentence: Sentence): Reference[] {
  const like = LIKE.exec(sentence.text);
  if (like === null || OWN_ROUGH.test(sentence.folded)) return [];
  const rest = sentence.text.slice(like.index + like[0].length);
  if (!/^(?:the )?\p{Lu}/u.test(rest)) return [];
  const songs = itemsOf(rest)
    .map((item) => referenceOf(item))
    .filter((reference) => reference !== null);
  return songs.length > 0 || like[1] === undefined ? songs : nameOnly(rest);
}

const ADMIRES =
  /\b(?:like|love|loves|similar|remember|vibe|adore|obsessed|think of|wie|liebe|lieben|comme|adore|adorons|como|encanta|adoro|amo|come)\b/;
const BEFORE_TITLE = /\b(?:on|in|of|from|like|to|auf|bei|wie|sur|dans|comme|en|como|em|su|come) (?=\p{Lu})/gu;
const BY = /^,? (?:by|von|par|from) (?=\p{Lu}|the \p{Lu})/u;

// "We love the drums on Title by Artist": nothing but capitals tells where the title begins.
function songBy({ text, folded }: Sentence, isCued: boolean): Reference | null {
  if ((!isCued && !ADMIRES.test(folded)) || CREDIT.test(folded) || OWN_ROUGH.test(folded)) return null;
  for (const match of text.matchAll(BEFORE_TITLE)) {
    const rest = text.slice(match.index + match[0].length);
    const title = NAME.exec(rest)?.[0] ?? '';
    const behind = rest.slice(title.length);
    const by = BY.exec(behind);
    const artist = by === null ? '' : (NAME.exec(behind.slice(by[0].length))?.[0] ?? '');
    if (title !== '' && artist !== '') return { artist: clean(artist), title: clean(title) };
  }
  return null;
}

function skipLinks(text: string): string {
  let rest = text;
  for (let count = 0; count < 12; count++) {
    const link = LINK_WORDS.exec(rest);
    // "The War on Drugs": an article in capitals before another capital belongs to the name.
    if (
      link === null ||
      link[0] === '' ||
      // "The xx - Intro": so does one in front of the word before the dash.
      (link[0] === 'The' && /^\s\S{1,20}\s[-–—]\s/.test(rest.slice(3))) ||
      (/^(?:The|Die|El|La|Le|Los|A|O|Il|In|On|To)$/.test(link[0]) && /^\s\p{Lu}/u.test(rest.slice(link[0].length)))
    )
      break;
    rest = rest.slice(link[0].length);
  }
  return rest;
}

// Items of a list are parted by semicolons, slashes between songs, or commas and "and" where both sides hold a dash.
function itemsOf(text: string): string[] {
  return text.split(/;|\s[/|]\s|(?:^|\s)\d\)\s/).flatMap((chunk) => {
    const items: string[] = [];
    for (const part of chunk.split(/,\s|\s(?:and|und|et|y|e|sowie|&|\+)\s(?=\S)/)) {
      const last = items.at(-1);
      // "Florence and the Machine - Cosmic Love": what stands before the first dash is one name.
      const isSameName = last !== undefined && !DASH.test(last) && !chunk.includes(`${last}, `);
      // "Tyler, The Creator - See You Again": an article in capitals goes on with a name.
      const goesOn = last !== undefined && !DASH.test(last) && /^The \p{Lu}/u.test(part);
      if (last === undefined || (DASH.test(part) && !isSameName && !goesOn)) items.push(part);
      else
        items[items.length - 1] = chunk.slice(
          chunk.indexOf(last),
          chunk.indexOf(part, chunk.indexOf(last) + last.length) + part.length,
        );
    }
    return items;
  });
}

function referenceOf(item: string): Reference | null {
  const dash = DASH.exec(item);
  if (dash === null) return null;
  const artist = clean(item.slice(0, dash.index));
  const behind = item.slice(dash.index + dash[0].length);
  const { title, comment } = titleAndRemark(behind);
  if (artist === '' || title === '' || artist.length > 80 || title.length > 120) return null;
  if (/\.(?:wav|mp3|flac|aiff?|m4a)$/i.test(title) || /^(?:stems|notes|mix|rough)\b/i.test(title)) return null;
  return { artist, title, ...(comment === '' ? {} : { comment }) };
}

function titleAndRemark(text: string): { title: string; comment: string } {
  const bracket = /[([]([^()[\]]{1,120})[)\]]/.exec(text);
  const colon = /:\s/.exec(text);
  const remark = REMARK.exec(text);
  const lowerClause = /,\s(?=\p{Ll})/u.exec(text);
  const ends = [bracket?.index, colon?.index, remark?.index, lowerClause?.index].filter(
    (at) => at !== undefined && at > 0,
  ) as number[];
  const end = Math.min(text.length, ...ends);
  const isFeature =
    bracket !== null &&
    bracket.index === end &&
    /^(?:feat|ft|with|remix|live|radio edit|remaster|acoustic)/i.test(bracket[1] ?? '');
  const title = clean(isFeature ? text.slice(0, end + bracket[0].length) : text.slice(0, end));
  const comment =
    bracket !== null && bracket.index === end
      ? (bracket[1] ?? '')
      : text
          .slice(end)
          .replace(/^[\s,:;]{1,4}/, '')
          .replace(/[\s.]{1,3}$/, '');
  return { title, comment: isFeature ? '' : comment };
}

// "ref is Radiohead, In Rainbows era", "Peter Fox, Haus am See": a name alone, or a name and a title.
function nameOnly(rest: string): Reference[] {
  const name = NAME.exec(rest)?.[0];
  if (
    name === undefined ||
    /^(?:I|We|The|It|You|They|He|She|My|Our|This|That|There|Please|Wir|Ich|Die|Das|Der|Es|Je|On|Le|La|Les|Yo|El|Lo|Eu|O|A|Io|Il|In|For|BPM|WAV|MP3)(?:['’](?:ll|m|ve|d|re|s))?$/.test(
      name,
    )
  )
    return [];
  const by = BY.exec(rest.slice(name.length));
  const author = by === null ? undefined : NAME.exec(rest.slice(name.length + by[0].length))?.[0];
  if (author !== undefined) return [{ artist: clean(author), title: clean(name) }];
  const artist = clean(name.replace(/['’]s$/, ''));
  if (artist === '' || /^\d{1,4}$/.test(artist)) return [];
  const behind = rest.slice(name.length);
  const next = /^,\s(?=[\p{Lu}\p{N}"“])/u.exec(behind);
  if (next === null) {
    const comment = behind.replace(/^[\s,.:;]{1,4}/, '').replace(/[\s.]{1,3}$/, '');
    return [{ artist, ...(comment === '' ? {} : { comment }) }];
  }
  const { title, comment } = titleAndRemark(behind.slice(next[0].length));
  if (ERA.test(title)) return [{ artist, comment: title }];
  return [{ artist, title, ...(comment === '' ? {} : { comment }) }];
}

function clean(text: string): string {
  return text
    .replace(/^[\s"“”„«»'‘:,;-]{1,6}/, '')
    .replace(/[\s"“”„«»:,;]{1,6}$/, '')
    .replace(/(?<=\p{L}{2}|\))\.$/u, '')
    .trim();
}
