import type { Reference } from '../../../model/brief.js';
import { reference } from './schema.js';
import { type Unclear, unclear } from './unclear.js';

const AUDIO_FILE = /\.(?:wav|wave|aif|aiff|flac|mp3|m4a|aac|ogg|opus|wma)$/i;

/** Reads one reference: a map, "Artist – Song: what for", a link, or the name of a file. */
export function readReference(value: unknown): Reference | Unclear {
  if (typeof value === 'string') return spokenReference(value.trim());
  const said = namedByItsTitle(value) ?? value;
  const parsed = reference.safeParse(said);
  if (!parsed.success) return unclear({ path: parsed.error.issues[0]?.path ?? [] });
  const { artist, title, url, file, note } = parsed.data;
  if ([artist, title, url, file].every((one) => one === undefined)) return unclear();
  return {
    ...(artist === undefined ? {} : { artist: String(artist) }),
    ...(title === undefined ? {} : { title: String(title) }),
    ...(url === undefined ? {} : { url: String(url) }),
    ...(file === undefined ? {} : { file: String(file) }),
    ...(note === undefined ? {} : { comment: String(note) }),
  };
}

const FIELDS = ['artist', 'title', 'url', 'file', 'note', 'none'];
const OTHER_WORDS_FOR_NOTE = ['comment', 'notes', 'why', 'for'];

/** `- Artist, Song: the low end` is a map of one in YAML; and people write "comment" for "note". */
function namedByItsTitle(value: unknown): object | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  const [key, note] = entries[0] ?? [];
  if (entries.length === 1 && key !== undefined && typeof note === 'string' && !FIELDS.includes(key)) {
    return { title: key, ...(note === '' ? {} : { note }) };
  }
  const renamed = entries.map(([name, said]) => [OTHER_WORDS_FOR_NOTE.includes(name) ? 'note' : name, said] as const);
  return Object.fromEntries(renamed.filter(([, said]) => said !== ''));
}

function spokenReference(words: string): Reference | Unclear {
  if (words === '') return unclear();
  const url = /\bhttps?:\/\/[^\s<>"]{3,1000}/i.exec(words)?.[0];
  if (url !== undefined) {
    const rest = withoutEdges(words.replace(url, ' '));
    return { url, ...(rest === '' ? {} : { comment: rest }) };
  }
  if (AUDIO_FILE.test(words)) return { file: words };
  const { name, comment } = withoutComment(words);
  const parts = name.split(/\s[–—-]\s/u);
  const [artist, title] = parts;
  const named =
    parts.length === 2 && artist && title ? { artist: artist.trim(), title: title.trim() } : { title: name };
  return AUDIO_FILE.test(name) ? { file: name, ...comment } : { ...named, ...comment };
}

function withoutComment(words: string): { name: string; comment: { comment?: string } } {
  const colon = words.search(/:\s/);
  if (colon > 0) return { name: words.slice(0, colon).trim(), comment: { comment: words.slice(colon + 1).trim() } };
  const bracket = words.lastIndexOf(' (');
  if (bracket > 0 && words.endsWith(')')) {
    return { name: words.slice(0, bracket).trim(), comment: { comment: words.slice(bracket + 2, -1).trim() } };
  }
  return { name: words, comment: {} };
}

const EDGES = ' \t:,;()–-';

/** Without the spaces and signs that a taken-out address leaves at both ends. */
function withoutEdges(words: string): string {
  let from = 0;
  let to = words.length;
  while (from < to && EDGES.includes(words.charAt(from))) from++;
  while (to > from && EDGES.includes(words.charAt(to - 1))) to--;
  return words.slice(from, to);
}
