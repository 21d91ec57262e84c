import { listed } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, roughMix, stem } from '../../examples.js';
import { pathsOf, stemNames, whoIs } from '../../set-words.js';

export default defineRule({
  id: 'lossless-format',
  chapter: 'format',
  severity: 'error',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['header'],
  verb: 'export-again',
  summary: 'Stems are lossless',
  why: 'A lossy codec leaves out what nobody hears in the finished mix. With an equaliser and a compressor on a single stem it is heard, and cannot be put back.',
  how: 'Export from the session as WAV or AIFF at 24 bit. Converting the lossy file to WAV keeps what is missing missing.',
  options: {},
  followsFrom: ['wrong-extension'],

  check({ opened }, report) {
    const lossy = opened.filter(({ header }) => header.lossy);
    if (lossy.length === 0) return;
    const codecs = [...new Set(lossy.map(({ header }) => codecName(header.codec)))];
    const isOne = lossy.length === 1;
    // A leased beat lies in nobody's session here; its maker has the WAV.
    const isBeat = lossy.every(({ label }) => label.role === 'beat');
    report({
      files: pathsOf(lossy),
      title: `${whoIs(lossy)} ${isOne ? 'is' : 'are'} lossy: ${listed(codecs, 2)}`,
      message: `${stemNames(lossy)} ${isOne ? 'was' : 'were'} stored as ${listed(codecs)}; of ${opened.length} stems ${isOne ? 'this one is' : `these ${lossy.length} are`} lossy.`,
      fix: isBeat
        ? 'Ask whoever made the beat for the WAV, or for its tracks; converting the file that is here brings nothing back.'
        : 'Export from the session as WAV at 24 bit; converting the file that is here brings nothing back.',
      data: { codecs, lossy: lossy.length, stems: opened.length },
      act: isBeat ? { verb: 'send', phrase: 'the beat as WAV, or its tracks' } : { phrase: 'as WAV at 24 bit' },
    });
  },

  examples: {
    passes: [
      { when: 'every stem is WAV', delivery: delivery(stem('Kick.wav')) },
      {
        when: 'a near miss: stems are FLAC, and only the rough mix is an MP3',
        delivery: delivery(
          stem('Kick.flac', { container: 'flac', codec: 'flac' }),
          roughMix('Rough.mp3', { container: 'mp3', codec: 'mp3', lossy: true, bitDepth: null }),
        ),
      },
    ],
    fails: [
      {
        when: 'one stem is an MP3',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Pad.mp3', { container: 'mp3', codec: 'mp3', lossy: true, bitDepth: null }),
        ),
        says: 'Pad was stored as MP3; of 2 stems this one is lossy.',
      },
      {
        when: 'the beat came as an MP3, which only its maker has in another form',
        delivery: delivery(
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          stem('Beat.mp3', {
            container: 'mp3',
            codec: 'mp3',
            lossy: true,
            bitDepth: null,
            label: { role: 'beat' },
          }),
        ),
        says: 'Beat was stored as MP3; of 2 stems this one is lossy.',
      },
    ],
  },
});

function codecName(codec: string): string {
  const names: Readonly<Record<string, string>> = {
    mp3: 'MP3',
    mp2: 'MPEG layer 2',
    mp1: 'MPEG layer 1',
    aac: 'AAC',
    vorbis: 'Ogg Vorbis',
    opus: 'Opus',
    alaw: 'A-law',
    mulaw: 'mu-law',
    adpcm: 'ADPCM',
    gsm: 'GSM',
    ac3: 'AC-3',
    eac3: 'E-AC-3',
  };
  return names[codec] ?? codec;
}
