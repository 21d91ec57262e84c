import { fileName } from '../../model/units.js';
import { inflated } from './inflate.js';
import {
  brokenSession,
  type MeterChange,
  meterOrNull,
  noFacts,
  type SessionResult,
  startAndChanges,
  type TempoChange,
  tempoOrNull,
} from './no-facts.js';
import { walkXml } from './xml.js';

const TRACKS = new Set(['AudioTrack', 'MidiTrack', 'GroupTrack', 'ReturnTrack']);
// Live 12 calls its master track the main track.
const MASTERS = new Set(['MasterTrack', 'MainTrack']);
const NOTES = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'];
type Target = { id: string | null; manual: number | null; automated: { atBeat: number; value: number }[] };

/**
 * Reads an Ableton Live set.
 *
 * @param bytes the .als: gzip around XML; sets of Live 8 to 12
 * @returns its facts; times in beats. A track is muted where its activator is off
 * Source: the XML that Live writes; there is no published description
 */
export function readLiveSet(bytes: Uint8Array): SessionResult {
  const unpacked =
    bytes[0] === 0x1f && bytes[1] === 0x8b ? inflated(bytes, 'gzip') : { ok: true as const, value: bytes };
  if (!unpacked.ok) return unpacked;
  const tempo: Target = { id: null, manual: null, automated: [] };
  const signature: Target = { id: null, manual: null, automated: [] };
  const envelopes = new Map<string, { atBeat: number; value: number }[]>();
  const tracks: { name: string; userName: string; muted: boolean }[] = [];
  const media = new Set<string>();
  const markers: { seconds: null; beat: number | null; name: string }[] = [];
  let program = 'Ableton Live';
  let isLive = false;
  let pointee = '';
  let file: { relative: string; folders: string[]; name: string } | null = null;
  let scale: { root: number | null; name: string; inKey: boolean } = { root: null, name: '', inKey: false };

  const stopped = walkXml(unpacked.value, {
    open(path, attributes) {
      const name = path.at(-1) ?? '';
      const parent = path.at(-2) ?? '';
      const value = attributes.Value ?? '';
      if (path.length === 1) {
        isLive = name === 'Ableton';
        const creator = attributes.Creator ?? '';
        if (/^Ableton Live \d/.test(creator)) program = creator.slice(0, 40);
        return;
      }
      const section = path[2] ?? '';
      if (section === 'Tracks' && path.length === 4 && TRACKS.has(name)) {
        tracks.push({ name: '', userName: '', muted: false });
      } else if (section === 'Tracks' && path.length === 6 && parent === 'Name') {
        const track = tracks.at(-1);
        if (track && name === 'EffectiveName') track.name = value;
        if (track && name === 'UserName') track.userName = value;
      } else if (section === 'Tracks' && name === 'Manual' && parent === 'Speaker' && path.length <= 8) {
        const track = tracks.at(-1);
        if (track && value === 'false') track.muted = true;
      } else if (MASTERS.has(section) && (path.includes('Tempo') || path.includes('TimeSignature'))) {
        readTarget(path.includes('Tempo') ? tempo : signature, name, parent, attributes);
      } else if (MASTERS.has(section) && name === 'PointeeId') {
        pointee = value;
      } else if (MASTERS.has(section) && (name === 'FloatEvent' || name === 'EnumEvent') && pointee !== '') {
        const events = envelopes.get(pointee) ?? [];
        if (events.length < 10_000) events.push({ atBeat: Number(attributes.Time), value: Number(value) });
        envelopes.set(pointee, events);
      } else if (name === 'Locator') {
        if (markers.length < 10_000) markers.push({ seconds: null, beat: null, name: '' });
      } else if (parent === 'Locator') {
        const marker = markers.at(-1);
        if (marker && name === 'Time' && Number.isFinite(Number(value))) marker.beat = Number(value);
        if (marker && name === 'Name') marker.name = value;
      } else if (name === 'FileRef' && parent === 'SampleRef') {
        file = { relative: '', folders: [], name: '' };
      } else if (file !== null && path.includes('SampleRef')) {
        if (name === 'RelativePath' && parent === 'FileRef') file.relative = value;
        else if (name === 'RelativePathElement') file.folders.push(attributes.Dir ?? '');
        else if (name === 'Name' && parent === 'FileRef') file.name = value;
        else if (name === 'Path' && parent === 'FileRef' && file.name === '') file.name = fileName(value);
      } else if (path.length === 4 && section === 'ScaleInformation') {
        if (name === 'Root' || name === 'RootNote') scale = { ...scale, root: Number(value) };
        if (name === 'Name') scale = { ...scale, name: value };
      } else if (path.length === 3 && name === 'InKey') scale = { ...scale, inKey: value === 'true' };
    },
    close(path) {
      const name = path.at(-1);
      if (name === 'AutomationEnvelope') pointee = '';
      if (name === 'FileRef' && file !== null && path.at(-2) === 'SampleRef') {
        const written = file.relative || [...file.folders.filter((folder) => folder !== ''), file.name].join('/');
        if (written !== '') media.add(written);
        file = null;
      }
    },
  });
  if (stopped !== null) return { ok: false, error: stopped };
  if (!isLive) return brokenSession(0, 'The file is named as a Live set and holds something else.');
  const tempos = valuesOf(tempo, envelopes).flatMap(({ atBeat, value }): TempoChange[] => {
    const bpm = tempoOrNull(value);
    return bpm === null ? [] : [{ atBeat, bpm }];
  });
  const meters = valuesOf(signature, envelopes).flatMap(({ atBeat, value }): MeterChange[] => {
    const meter = signatureOf(value);
    return meter === null ? [] : [{ atBeat, meter }];
  });
  const tempoSaid = startAndChanges(tempos, (change) => change.bpm);
  const meterSaid = startAndChanges(meters, (change) => change.meter);
  return {
    ok: true,
    value: {
      ...noFacts(program),
      tempo: tempoSaid.start,
      tempoChanges: tempoSaid.changes,
      meter: meterSaid.start,
      meterChanges: meterSaid.changes,
      key: scale.inKey ? keyOf(scale.root, scale.name) : null,
      tracks: tracks.map(({ name, userName, muted }) => ({ name: name || userName, muted })),
      media: [...media],
      markers,
    },
  };
}

function readTarget(target: Target, name: string, parent: string, attributes: Readonly<Record<string, string>>): void {
  const isOwn = parent === 'Tempo' || parent === 'TimeSignature';
  if (name === 'Manual' && isOwn) target.manual = Number(attributes.Value);
  else if (name === 'AutomationTarget' && isOwn) target.id = attributes.Id ?? null;
  // Live 8 kept the events inside the tempo itself.
  else if ((name === 'FloatEvent' || name === 'EnumEvent') && target.automated.length < 10_000) {
    target.automated.push({ atBeat: Number(attributes.Time), value: Number(attributes.Value) });
  }
}

/** What automation says over time; the knob where there is none. Live puts the start at beat −63072000. */
function valuesOf(target: Target, envelopes: ReadonlyMap<string, { atBeat: number; value: number }[]>) {
  const automated = [...(envelopes.get(target.id ?? '') ?? []), ...target.automated].filter(
    ({ atBeat, value }) => Number.isFinite(atBeat) && Number.isFinite(value),
  );
  if (automated.length > 0) return automated.sort((a, b) => a.atBeat - b.atBeat);
  return target.manual === null ? [] : [{ atBeat: 0, value: target.manual }];
}

/** Live counts meters in one number: 99 numerators for each power of two below the line; 201 is 4/4. */
function signatureOf(value: number): string | null {
  return Number.isInteger(value) && value >= 0 ? meterOrNull((value % 99) + 1, 2 ** Math.floor(value / 99)) : null;
}

/** Scales have names up to Live 11, numbers from Live 12. */
function keyOf(root: number | null, name: string): string | null {
  const tonic = root === null ? undefined : NOTES[root];
  if (tonic === undefined) return null;
  if (name === '0' || name === 'Major') return `${tonic} major`;
  return name === '1' || name === 'Minor' ? `${tonic} minor` : null;
}
