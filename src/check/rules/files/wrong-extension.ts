import type { Container, OpenedFile } from '../../../model/delivery.js';
import { counted, fileName, listed, stemName } from '../../../model/units.js';
import { isOpened } from '../../context.js';
import { defineRule } from '../../define-rule.js';
import { delivery, file, stem } from '../../examples.js';

/** The extensions under which each container is honestly found. */
const EXTENSIONS: Readonly<Partial<Record<Container, readonly string[]>>> = {
  wav: ['wav', 'wave', 'bwf'],
  rf64: ['wav', 'wave', 'rf64', 'bwf'],
  bw64: ['wav', 'wave', 'bw64', 'bwf'],
  rifx: ['wav', 'wave', 'rifx'],
  w64: ['w64'],
  aiff: ['aif', 'aiff', 'aifc'],
  aifc: ['aif', 'aiff', 'aifc'],
  caf: ['caf'],
  flac: ['flac', 'fla'],
  mp3: ['mp3', 'mp2', 'mp1', 'mpa', 'mpga'],
  m4a: ['m4a', 'mp4', 'm4b', 'm4p', 'm4r', 'm4v', 'mov', '3gp', 'alac', 'aac'],
  'ogg-vorbis': ['ogg', 'oga'],
  opus: ['opus', 'ogg', 'oga'],
  'ogg-other': ['ogg', 'oga', 'ogx', 'spx', 'flac'],
  wavpack: ['wv'],
  dsf: ['dsf'],
};

const NAMES: Readonly<Partial<Record<Container, string>>> = {
  wav: 'a WAV file',
  rf64: 'a WAV file (RF64)',
  bw64: 'a WAV file (BW64)',
  rifx: 'a WAV file (RIFX)',
  w64: 'a Wave64 file',
  aiff: 'an AIFF file',
  aifc: 'an AIFF-C file',
  caf: 'a CAF file',
  flac: 'a FLAC file',
  mp3: 'an MP3 file',
  m4a: 'an MP4 audio file',
  'ogg-vorbis': 'an Ogg Vorbis file',
  opus: 'an Opus file',
  'ogg-other': 'an Ogg file',
  wavpack: 'a WavPack file',
  dsf: 'a DSF file',
};

export default defineRule({
  id: 'wrong-extension',
  chapter: 'files',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'export-again',
  summary: 'The extension says the container',
  why: 'A DAW that trusts the name refuses the file. And a lossy file that is called .wav hides that the sound is not the original.',
  how: 'Renaming the file makes it open, it does not make it lossless: export it again from the session.',
  options: {},

  check({ files }, report) {
    const wrong = files.filter(isOpened).filter(isUnderOtherName);
    for (const container of new Set(wrong.map(({ header }) => header.container))) {
      const same = wrong.filter(({ header }) => header.container === container);
      const isOne = same.length === 1;
      const name = NAMES[container] ?? container;
      const who = isOne ? fileName(same[0]!.path) : counted(same.length, 'file');
      const what = isOne ? name : severalOf(name);
      const title = `${who} ${isOne ? 'is' : 'are'} ${what}`;
      const { lossy } = same[0]!.header;
      const ownExtension = EXTENSIONS[container]![0]!;
      report({
        files: same.map(({ path }) => path),
        ...(same.every(({ kind }) => kind === 'rough-mix') ? { item: 'rough-mix' } : {}),
        ...(same.every(({ kind }) => kind === 'reference') ? { item: 'references', severity: 'info' } : {}),
        title: title.length <= 60 ? title : `${isOne ? 'One file is' : 'They are'} ${what} under another name`,
        message: `${listed(same.map(({ path }) => fileName(path)))} ${isOne ? 'is' : 'are'} by content ${what}${lossy ? `, so ${isOne ? 'its' : 'their'} sound is lossy` : ''}.`,
        fix: lossy
          ? `Export ${isOne ? stemName(same[0]!.path) : 'them'} again as WAV at 24 bit; a new name alone keeps the lossy sound.`
          : `Export ${isOne ? 'it' : 'them'} again as WAV, or give ${isOne ? 'it' : 'them'} the extension .${ownExtension}.`,
        data: { container, lossy },
        act: lossy
          ? { phrase: 'as WAV at 24 bit' }
          : {
              verb: 'rename',
              phrase: `so that ${isOne ? 'it ends' : 'they end'} in .${ownExtension}`,
            },
      });
    }
  },

  examples: {
    passes: [
      { when: 'a WAV file is called .wav', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: an AIFF-C file that is called .aif, and a WAV file in capitals',
        delivery: delivery(stem('Pad.aif', { container: 'aifc' }), stem('Kick.WAV'), file('notes.txt', 'notes')),
      },
    ],
    fails: [
      {
        when: 'an MP3 is called .wav',
        delivery: delivery(stem('Strings.wav', { container: 'mp3', codec: 'mp3', lossy: true, bitDepth: null })),
        says: 'Strings.wav is by content an MP3 file, so its sound is lossy.',
      },
      {
        when: 'two MP3s are called .wav',
        delivery: delivery(
          stem('Choir.wav', { container: 'mp3', codec: 'mp3', lossy: true, bitDepth: null }),
          stem('Strings.wav', { container: 'mp3', codec: 'mp3', lossy: true, bitDepth: null }),
        ),
        says: 'Choir.wav and Strings.wav are by content MP3 files, so their sound is lossy.',
      },
      {
        when: 'a WAV is called .aif',
        delivery: delivery(stem('Strings.aif')),
        says: 'Strings.aif is by content a WAV file.',
      },
    ],
  },
});

/** "an MP3 file" → "MP3 files". */
function severalOf(name: string): string {
  return name.replace(/^an? /, '').replace('file', 'files');
}

function isUnderOtherName({ path, header, kind }: OpenedFile): boolean {
  if (kind === 'junk' || kind === 'session') return false;
  const honest = EXTENSIONS[header.container];
  const extension = extensionOf(path);
  // A name without an extension promises nothing; path-portable speaks of names that end in a dot.
  return honest !== undefined && extension !== '' && !honest.includes(extension);
}

function extensionOf(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf('.');
  const extension =
    dot > 0
      ? name
          .slice(dot + 1)
          .trim()
          .toLowerCase()
      : '';
  // "Kick.main 2" has a dot and no extension.
  return /^[a-z0-9]{1,5}$/.test(extension) && !/^\d+$/.test(extension) ? extension : '';
}
