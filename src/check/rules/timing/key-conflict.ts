import { isNone, type Key } from '../../../model/brief.js';
import { grouped } from '../../../model/grouped.js';
import { capitalised, formatKey, listed } from '../../../model/units.js';
import type { Views } from '../../context.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';

export default defineRule({
  id: 'key-conflict',
  chapter: 'timing',
  severity: 'warning',
  item: 'key',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['brief'],
  uses: ['names', 'header'],
  verb: 'answer',
  summary: 'Every place that states a key states the same',
  why: 'Tuning, harmonies and replaced notes follow the key. Two keys make one of them wrong.',
  how: 'Correct the place that is wrong. A relative key (A minor and C major) is no conflict.',
  options: {},
  followsFrom: ['one-song-per-folder'],

  check(context, report) {
    const places = keyPlaces(context);
    const [first, ...rest] = places;
    if (first === undefined) return;
    const against = rest.filter(({ key }) => !areKin(first.key, key));
    if (against.length === 0) return;
    const keys = [...new Set([first, ...against].map(({ key }) => formatKey(key)))];
    report({
      files: [...new Set([first, ...against].flatMap(({ files }) => files))],
      title: `Two keys are stated: ${listed(keys, 2)}`,
      message: `${first.words}, ${listed(against.map(({ words }) => words))}.`,
      fix: 'Say which key is right, and correct the other place.',
      data: { keys },
      evidence: [{ kind: 'words', sources: context.brief.key.map(({ file, line, quote }) => ({ file, line, quote })) }],
      act: { phrase: `is the key ${keys.join(' or ')}` },
    });
  },

  examples: {
    passes: [
      {
        when: 'one place states a key',
        delivery: delivery(stem('Kick.wav'), brief({ key: { tonic: 'D', mode: 'minor' } })),
      },
      {
        when: 'a near miss: the names give the relative major, and another spelling',
        delivery: delivery(
          stem('Song_Fmaj_Kick.wav', inKey('F major')),
          stem('Song_Fmaj_Bass.wav', inKey('F major')),
          brief({ key: [{ tonic: 'D', mode: 'minor' }, { tonic: 'D' }] }),
        ),
      },
    ],
    fails: [
      {
        when: 'the notes say D minor and the names E minor',
        delivery: delivery(
          stem('Song_Em_Kick.wav', inKey('E minor')),
          stem('Song_Em_Bass.wav', inKey('E minor')),
          brief({ key: { tonic: 'D', mode: 'minor' } }),
        ),
        says: 'handoff.yaml:1 says D minor, 2 file names say E minor.',
      },
    ],
  },
});

type KeyPlace = { readonly key: Key; readonly files: readonly string[]; readonly words: string };

function inKey(key: string) {
  return { label: { inName: { key } } };
}

function keyPlaces({ brief, files }: Views): readonly KeyPlace[] {
  const said = brief.key.flatMap(({ value, file, line }) =>
    isNone(value) ? [] : [{ key: value, files: [file], words: `${file}:${line} says ${formatKey(value)}` }],
  );
  // Samples keep the key of their pack in their names, so a single name does not speak for the song.
  const named = grouped(
    files.filter(({ kind, label }) => label.inName.key !== undefined && (kind === 'stem' || kind === 'rough-mix')),
    ({ label }) => label.inName.key!,
  );
  const names = [...named].flatMap(([text, own]) => {
    const paths = own.map(({ path }) => path);
    const key = readKey(text);
    if (key === null || paths.length < 2) return [];
    return [{ key, files: paths, words: `${paths.length} file names say ${formatKey(key)}` }];
  });
  return [...said, ...names];
}

/** "E minor", "Em", "F# maj": the spelling that labels use. */
function readKey(text: string): Key | null {
  const parts = /^([A-Ga-g])([#b♯♭]?)\s*(m|min|minor|maj|major)?$/.exec(text.trim());
  if (parts === null) return null;
  const tonic = capitalised(parts[1]!) + parts[2]!.replace('♯', '#').replace('♭', 'b');
  if (parts[3] === undefined) return { tonic };
  return { tonic, mode: parts[3].startsWith('maj') ? 'major' : 'minor' };
}

const TONES: Readonly<Record<string, number>> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** One scale: the same tonic where a mode is not said, else the same notes (A minor and C major). */
function areKin(a: Key, b: Key): boolean {
  const [toneA, toneB] = [tone(a.tonic), tone(b.tonic)];
  if (a.mode === undefined || b.mode === undefined) return toneA === toneB;
  const scaleOf = (key: Key, base: number) => (key.mode === 'minor' ? (base + 3) % 12 : base);
  return scaleOf(a, toneA) === scaleOf(b, toneB);
}

function tone(tonic: string): number {
  const base = TONES[tonic[0] ?? 'C'] ?? 0;
  const shift = [...tonic.slice(1)].reduce(
    (sum, sign) => sum + (/[#♯]/.test(sign) ? 1 : /[b♭]/.test(sign) ? -1 : 0),
    0,
  );
  return (base + shift + 12) % 12;
}
