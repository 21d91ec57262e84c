import type { AudioHeader } from '../../../model/delivery.js';
import { counted, formatCount } from '../../../model/units.js';
import { type Faults, note } from '../faults.js';
import { readStreamInfo } from '../flac/streaminfo.js';
import { sub } from '../reading.js';
import { ascii } from '../text.js';

export type OggStream = Pick<AudioHeader, 'container' | 'codec' | 'sampleRate' | 'channels' | 'bitDepth' | 'lossy'> & {
  /** samples that a decoder leaves out at the start */
  readonly preSkip: number;
};

/**
 * Reads the first packet of a stream in Ogg.
 *
 * @returns null, with the fault noted, where no decoder could make sound of it; undefined where it is no sound
 * Source: Ogg Vorbis I, section 4.2.2; RFC 7845, section 5.1; FLAC to Ogg mapping, RFC 9639 section 10.1; Speex manual
 */
export function readOggStream(packet: DataView, atByte: number, faults: Faults): OggStream | null | undefined {
  if (ascii(packet, 1, 6) === 'vorbis' && packet.byteLength >= 16) {
    return checked(
      {
        container: 'ogg-vorbis',
        codec: 'vorbis',
        channels: packet.getUint8(11),
        sampleRate: packet.getUint32(12, true),
        bitDepth: null,
        lossy: true,
        preSkip: 0,
      },
      atByte,
      faults,
    );
  }
  if (ascii(packet, 0, 8) === 'OpusHead' && packet.byteLength >= 12) {
    // Opus always decodes to 48 kHz; the rate in its header is that of the source.
    return checked(
      {
        container: 'opus',
        codec: 'opus',
        channels: packet.getUint8(9),
        sampleRate: 48_000,
        bitDepth: null,
        lossy: true,
        preSkip: packet.getUint16(10, true),
      },
      atByte,
      faults,
    );
  }
  if (ascii(packet, 1, 4) === 'FLAC') {
    const info = readStreamInfo(sub(packet, 17, 34));
    return info
      ? checked(
          {
            container: 'ogg-other',
            codec: 'flac',
            channels: info.channels,
            sampleRate: info.sampleRate,
            bitDepth: info.bits,
            lossy: false,
            preSkip: 0,
          },
          atByte,
          faults,
        )
      : cut(atByte, faults);
  }
  if (ascii(packet, 0, 8) === 'Speex   ') {
    if (packet.byteLength < 52) return cut(atByte, faults);
    return checked(
      {
        container: 'ogg-other',
        codec: 'speex',
        channels: packet.getUint32(48, true),
        sampleRate: packet.getUint32(36, true),
        bitDepth: null,
        lossy: true,
        preSkip: 0,
      },
      atByte,
      faults,
    );
  }
  return undefined;
}

function checked(stream: OggStream, atByte: number, faults: Faults): OggStream | null {
  if (stream.channels > 0 && stream.sampleRate > 0) return stream;
  note(
    faults,
    'format-impossible',
    atByte,
    `The header says ${counted(stream.channels, 'channel')} at ${formatCount(stream.sampleRate)} Hz.`,
    'an Ogg file with a damaged header',
  );
  return null;
}

function cut(atByte: number, faults: Faults): null {
  note(faults, 'header-cut', atByte, 'The file ends inside its header.', 'an Ogg file cut inside its header');
  return null;
}
