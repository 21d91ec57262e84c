import { Uint8ArrayReader, Writer, ZipReader } from '@zip.js/zip.js';
import type { Fault } from '../../model/delivery.js';
import type { Result } from '../../model/result.js';
import { MOST_SESSION_BYTES } from './inflate.js';
import {
  brokenSession,
  type MeterChange,
  meterOrNull,
  noFacts,
  type SessionResult,
  startAndChanges,
  type TempoChange,
  tempoOrNull,
  tooLargeSession,
} from './no-facts.js';
import { walkXml } from './xml.js';

const MOST_ENTRIES = 20_000;

/**
 * Reads a DAWproject.
 *
 * @param bytes the .dawproject: a ZIP archive with project.xml
 * @returns its facts; times in beats where the project counts in beats
 * Source: DAWproject 1.0, Project.xsd
 */
export async function readDawProject(bytes: Uint8Array): Promise<SessionResult> {
  const xml = await projectXml(bytes);
  if (!xml.ok) return xml;
  let isProject = false;
  let program = 'DAWproject';
  let tempo: number | null = null;
  let meter: string | null = null;
  const tempos: TempoChange[] = [];
  const meters: MeterChange[] = [];
  const tracks: { name: string; muted: boolean; master: boolean }[] = [];
  const open: number[] = [];
  const media = new Set<string>();
  const markers: { seconds: number | null; beat: number | null; name: string }[] = [];
  const units: string[] = [];

  const stopped = walkXml(xml.value, {
    open(path, attributes) {
      const name = path.at(-1) ?? '';
      units.push(attributes.timeUnit ?? units.at(-1) ?? 'beats');
      const inSeconds = units.at(-1) === 'seconds';
      if (path.length === 1) isProject = name === 'Project';
      else if (name === 'Application') program = attributes.name?.slice(0, 40) || program;
      else if (path.at(-2) === 'Transport' && name === 'Tempo') tempo = tempoOrNull(Number(attributes.value));
      else if (path.at(-2) === 'Transport' && name === 'TimeSignature') {
        meter = meterOrNull(Number(attributes.numerator), Number(attributes.denominator));
      } else if (name === 'Track') {
        open.push(tracks.push({ name: attributes.name ?? '', muted: false, master: false }) - 1);
      } else if (name === 'Channel') {
        const track = tracks[open.at(-1) ?? -1];
        if (track && attributes.role === 'master') track.master = true;
      } else if (name === 'Mute') {
        const track = tracks[open.at(-1) ?? -1];
        if (track && attributes.value === 'true') track.muted = true;
      } else if (name === 'RealPoint' && path.at(-2) === 'TempoAutomation') {
        const bpm = tempoOrNull(Number(attributes.value));
        if (bpm !== null && !inSeconds) tempos.push({ atBeat: Number(attributes.time), bpm });
      } else if (name === 'TimeSignaturePoint') {
        const said = meterOrNull(Number(attributes.numerator), Number(attributes.denominator));
        if (said !== null && !inSeconds) meters.push({ atBeat: Number(attributes.time), meter: said });
      } else if (name === 'Marker') {
        const at = Number(attributes.time);
        markers.push({ seconds: inSeconds ? at : null, beat: inSeconds ? null : at, name: attributes.name ?? '' });
      } else if (name === 'File' && path.at(-2) === 'Audio' && attributes.path) media.add(attributes.path);
    },
    close(path) {
      units.pop();
      if (path.at(-1) === 'Track') open.pop();
    },
  });
  if (stopped !== null) return { ok: false, error: stopped };
  if (!isProject) return brokenSession(0, 'The archive holds a project.xml of another form.');
  const tempoSaid = startAndChanges(
    tempos.sort((a, b) => a.atBeat - b.atBeat),
    (change) => change.bpm,
  );
  const meterSaid = startAndChanges(
    meters.sort((a, b) => a.atBeat - b.atBeat),
    (change) => change.meter,
  );
  return {
    ok: true,
    value: {
      ...noFacts(program),
      tempo: tempoSaid.start ?? tempo,
      tempoChanges: tempoSaid.changes,
      meter: meterSaid.start ?? meter,
      meterChanges: meterSaid.changes,
      tracks: tracks.filter(({ master }) => !master).map(({ name, muted }) => ({ name, muted })),
      media: [...media],
      markers,
    },
  };
}

class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

class CappedWriter extends Writer<Uint8Array> {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;
  override async writeUint8Array(chunk: Uint8Array): Promise<void> {
    this.length += chunk.length;
    if (this.length > MOST_SESSION_BYTES) throw new TooLargeError();
    this.chunks.push(chunk.slice());
  }
  override async getData(): Promise<Uint8Array> {
    return Buffer.concat(this.chunks, this.length);
  }
}

async function projectXml(bytes: Uint8Array): Promise<Result<Uint8Array, Fault>> {
  const zip = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false });
  try {
    let entries = 0;
    for await (const entry of zip.getEntriesGenerator()) {
      if (++entries > MOST_ENTRIES) break;
      if (entry.directory || entry.filename !== 'project.xml') continue;
      return { ok: true, value: (await entry.getData(new CappedWriter(), { useWebWorkers: false })) as Uint8Array };
    }
    return brokenSession(0, 'The archive holds no project.xml.');
  } catch (error) {
    // The package throws plain errors for every way in which a ZIP can be broken.
    return error instanceof TooLargeError
      ? tooLargeSession(`The session unpacks to more than ${MOST_SESSION_BYTES >> 20} MB.`)
      : brokenSession(0, 'The archive around the session is damaged.');
  } finally {
    await zip.close().catch(() => undefined);
  }
}
