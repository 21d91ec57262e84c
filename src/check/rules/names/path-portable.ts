import { counted, fileName, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, stem } from '../../examples.js';
import { utf8Bytes } from './utf8-bytes.js';

/** Device names that Windows keeps for itself, whatever the extension. Source: Microsoft, Naming Files, Paths, and Namespaces */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[1-9¹²³])$/i;
const FORBIDDEN = /[<>:"\\|?*]/;
const INVISIBLE = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;

export default defineRule({
  id: 'path-portable',
  chapter: 'names',
  severity: 'warning',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'rename',
  summary:
    'Names survive Windows, macOS, Linux and cloud drives; accents alone are fine; a name that is not UTF-8 is a finding and its file counts as not read',
  why: 'A file whose name another system does not allow is left out while unpacking or syncing, or comes out under another name. The session then misses a part.',
  how: 'Letters of any language, digits, spaces, `-`, `_`, `.` inside a name, brackets and `&` are fine. Not fine are `< > : " \\ | ? *`, a dot or space at the end, names such as AUX or CON, and very long ones.',
  options: {
    // NTFS, APFS and ext4 all end near here: 255 bytes on Linux, 255 UTF-16 units on the other two.
    longestNameBytes: 255,
    // Windows ends at 260 characters, of which the mixer's own folder ("D:\Mixes\2026\…") takes some.
    longestPathCharacters: 240,
  },

  check({ files, delivery, options }, report) {
    const found = files
      .filter(({ kind }) => kind !== 'junk')
      .map(({ path }) => ({ path, reason: reasonOf(path, options) }))
      .filter((one): one is { path: string; reason: string } => one.reason !== null);
    const known = new Set(found.map(({ path }) => path));
    const unreadable = delivery.coverage.unread
      .filter(({ path, because }) => because === 'name-not-utf8' && !known.has(path))
      .map(({ path }) => ({ path, reason: 'it is not UTF-8, so the file was not read' }));
    const all = [...found, ...unreadable];
    if (all.length === 0) return;
    const isOne = all.length === 1;
    report({
      files: all.map(({ path }) => path),
      title: `${counted(all.length, 'name')} will not survive every system`,
      message: `${listed(all.map(({ path, reason }) => `${shortened(fileName(path))} (${reason})`))}: ${isOne ? 'this name does' : 'these names do'} not survive every system and drive.`,
      fix: `Rename ${isOne ? 'it' : 'them'} with letters, digits, spaces, "-" and "_", and keep the path short.`,
      data: { names: all },
      act: {
        verb: 'rename',
        phrase: '',
        perFile: all.map(({ path, reason }) => ({ path, remark: `because ${reason}` })),
      },
    });
  },

  examples: {
    passes: [
      { when: 'letters, digits, spaces and brackets', delivery: delivery(stem('Stems/07 Gtr (clean) #2 & 3.wav')) },
      { when: 'a near miss: accents and other alphabets', delivery: delivery(stem('Café/Ведущий вокал.wav')) },
      { when: 'a near miss: a name that only begins like a reserved one', delivery: delivery(stem('Auxiliary.wav')) },
      { when: 'what an operating system left behind', delivery: delivery(file('Icon\r', 'junk')) },
    ],
    fails: [
      {
        when: 'a colon stands in the name',
        delivery: delivery(stem('03 Snare: main.wav')),
        says: '03 Snare: main.wav (Windows does not allow ":"): this name does not survive every system and drive.',
      },
      {
        when: 'Windows keeps the name for itself',
        delivery: delivery(stem('aux.wav')),
        says: 'aux.wav (Windows keeps "aux" for itself): this name does not survive every system and drive.',
      },
      {
        when: 'the name ends with a dot',
        delivery: delivery(stem('11 Bass .wav.')),
        says: '11 Bass .wav. (it ends with a dot): this name does not survive every system and drive.',
      },
      {
        when: 'the path is too long',
        delivery: delivery(stem(`${'a folder of a session/'.repeat(12)}Kick.wav`)),
        says: 'Kick.wav (its path has 272 characters): this name does not survive every system and drive.',
      },
    ],
  },
});

/** Why a path does not survive; null where it does. The first reason found is enough to rename it. */
function reasonOf(
  path: string,
  limits: { readonly longestNameBytes: number; readonly longestPathCharacters: number },
): string | null {
  for (const name of path.split('/')) {
    const forbidden = FORBIDDEN.exec(name)?.[0];
    if (INVISIBLE.test(name)) return 'it holds a character that cannot be seen';
    if (forbidden !== undefined) return `Windows does not allow "${forbidden}"`;
    const base = name.slice(0, name.includes('.') ? name.indexOf('.') : undefined).trimEnd();
    if (RESERVED.test(base)) return `Windows keeps "${base}" for itself`;
    if (name.endsWith('.')) return 'it ends with a dot';
    if (name !== name.trim()) return `it ${name.trimEnd() === name ? 'starts' : 'ends'} with a space`;
    const bytes = utf8Bytes(name);
    if (bytes > limits.longestNameBytes) return `it has ${bytes} bytes`;
  }
  const characters = path.length;
  return characters > limits.longestPathCharacters ? `its path has ${characters} characters` : null;
}

function shortened(name: string): string {
  const characters = [...name];
  return characters.length > 60 ? `${characters.slice(0, 40).join('')}…${characters.slice(-12).join('')}` : name;
}
