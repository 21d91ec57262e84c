import { inflated } from './inflate.js';
import {
  brokenSession,
  meterOrNull,
  noFacts,
  type SessionResult,
  startAndChanges,
  type TempoChange,
  tempoOrNull,
} from './no-facts.js';
import { walkXml } from './xml.js';

const TICKS_A_BEAT = 48; // LMMS divides a 4/4 bar into 192
const QT_LENGTH_BYTES = 4;
// Instruments, beat patterns and samples; the others are automation.
const SOUNDING = ['0', '1', '2'];

/**
 * Reads an LMMS project.
 *
 * @param bytes .mmp is XML; .mmpz is Qt's packing of it: four bytes of length, then zlib
 * Source: LMMS, DataFile; Qt, qCompress
 */
export function readLmms(bytes: Uint8Array): SessionResult {
  const isXml = bytes[0] === 0x3c || (bytes[0] === 0xef && bytes[3] === 0x3c);
  const unpacked = isXml ? { ok: true as const, value: bytes } : inflated(bytes.subarray(QT_LENGTH_BYTES), 'zlib');
  if (!unpacked.ok) return unpacked;
  let isLmms = false;
  let tempo: number | null = null;
  let tempoId: string | null = null;
  let numerator = Number.NaN;
  let denominator = Number.NaN;
  let pattern: TempoChange[] = [];
  let steersTempo = false;
  const automated: TempoChange[] = [];
  const tracks: { name: string; muted: boolean }[] = [];
  const media = new Set<string>();

  const stopped = walkXml(unpacked.value, {
    open(path, attributes) {
      const name = path.at(-1) ?? '';
      if (path.length === 1) isLmms = /^(?:lmms|multimedia)-project$/.test(name);
      else if (path[1] === 'head') {
        // A value that is automated is an element with an id, else an attribute.
        if (name === 'head') {
          tempo = tempoOrNull(Number(attributes.bpm));
          numerator = Number(attributes.timesig_numerator);
          denominator = Number(attributes.timesig_denominator);
        } else if (name === 'bpm') {
          tempo = tempoOrNull(Number(attributes.value));
          tempoId = attributes.id ?? null;
        } else if (name === 'timesig_numerator') numerator = Number(attributes.value);
        else if (name === 'timesig_denominator') denominator = Number(attributes.value);
      } else if (name === 'track' && SOUNDING.includes(attributes.type ?? '')) {
        tracks.push({ name: attributes.name ?? '', muted: attributes.muted === '1' });
      } else if (name === 'automationpattern' || name === 'automationclip') {
        pattern = [];
        steersTempo = false;
      } else if (name === 'time') {
        const bpm = tempoOrNull(Number(attributes.value));
        if (bpm !== null && pattern.length < 10_000)
          pattern.push({ atBeat: Number(attributes.pos) / TICKS_A_BEAT, bpm });
      } else if (name === 'object') {
        if (tempoId !== null && attributes.id === tempoId) steersTempo = true;
      } else if ((name === 'sampletco' || name === 'sampleclip') && attributes.src) media.add(attributes.src);
    },
    close(path) {
      const name = path.at(-1);
      if ((name === 'automationpattern' || name === 'automationclip') && steersTempo) automated.push(...pattern);
    },
  });
  if (stopped !== null) return { ok: false, error: stopped };
  if (!isLmms) return brokenSession(0, 'The file is named as an LMMS project and holds something else.');
  const said = startAndChanges(
    automated.filter(({ atBeat }) => atBeat >= 0).sort((a, b) => a.atBeat - b.atBeat),
    (change) => change.bpm,
  );
  return {
    ok: true,
    value: {
      ...noFacts('LMMS'),
      tempo: said.start ?? tempo,
      tempoChanges: said.changes,
      meter: meterOrNull(numerator, denominator),
      tracks,
      media: [...media],
    },
  };
}
