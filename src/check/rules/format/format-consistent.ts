import type { Container, OpenedFile } from '../../../model/delivery.js';
import { counted, listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { groupedBy, pathsOf, stemNames, whoIs } from '../../set-words.js';

/** Variants of one format that every DAW reads alike. */
const FAMILY: Readonly<Partial<Record<Container, string>>> = {
  wav: 'WAV',
  rf64: 'WAV',
  bw64: 'WAV',
  rifx: 'WAV',
  w64: 'Wave64',
  aiff: 'AIFF',
  aifc: 'AIFF',
  caf: 'CAF',
  flac: 'FLAC',
  m4a: 'MP4',
  mp3: 'MP3',
  wavpack: 'WavPack',
  dsf: 'DSF',
};

export default defineRule({
  id: 'format-consistent',
  chapter: 'format',
  severity: 'off',
  strict: 'info',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'export-again',
  summary: 'One container for all stems',
  why: 'Nothing is lost by two formats side by side. For an archive one format is easier to keep.',
  options: {},

  check({ opened }, report) {
    const [main, ...rest] = groupedBy(opened, familyOf);
    if (main === undefined || rest.length === 0) return;
    const odd = rest.flatMap(({ files }) => files);
    const names = rest.map(({ key }) => key);
    report({
      files: pathsOf(odd),
      title: `${whoIs(odd)} ${odd.length === 1 ? 'is' : 'are'} ${listed(names, 2)}, the rest ${main.key}`,
      message: `${stemNames(odd)} ${odd.length === 1 ? 'is' : 'are'} stored as ${listed(names)}, ${counted(main.files.length, 'stem')} as ${main.key}.`,
      fix: `Export ${odd.length === 1 ? 'it' : 'them'} again as ${main.key}.`,
      data: { formats: [main.key, ...names], stems: odd.length },
      act: { phrase: `as ${main.key}` },
    });
  },

  examples: {
    passes: [
      { when: 'all stems are WAV', delivery: delivery(stem('Kick.wav'), stem('Bass.wav')) },
      {
        when: 'a near miss: a long WAV is stored as RF64',
        delivery: delivery(stem('Kick.wav'), stem('Bass.wav', { container: 'rf64' })),
      },
    ],
    fails: [
      {
        when: 'one of three is AIFF',
        delivery: delivery(stem('Kick.wav'), stem('Bass.wav'), stem('Pad.aif', { container: 'aiff' })),
        says: 'Pad is stored as AIFF, 2 stems as WAV.',
      },
    ],
  },
});

function familyOf({ header }: OpenedFile): string {
  return FAMILY[header.container] ?? header.container;
}
