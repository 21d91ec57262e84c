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

const MOST_LINE_CHARACTERS = 4_000; // plug-in states are long lines of base64, and none of ours
const QUOTES = '"\'`';
const MOST_WORDS = 12;
type TempoPoint = {
  readonly seconds: number;
  readonly bpm: number;
  readonly steps: boolean;
  readonly meter: string | null;
};

/**
 * Reads a Reaper project.
 *
 * @param text the whole .rpp
 * @returns its facts; markers in seconds, tempo changes in beats counted through the map
 * Source: the project format that Reaper's own files document by example (RPP 0.1)
 */
export function readReaper(text: string): SessionResult {
  if (!text.startsWith('<REAPER_PROJECT'))
    return brokenSession(0, 'The file is named as a Reaper project and does not start as one.');
  const open: string[] = [];
  const tracks: { name: string; muted: boolean }[] = [];
  const media = new Set<string>();
  const markers: { seconds: number; beat: null; name: string }[] = [];
  const points: TempoPoint[] = [];
  let tempo: number | null = null;
  let meter: string | null = null;
  let sampleRate: number | null = null;

  for (const row of text.split('\n')) {
    const line = row.slice(0, MOST_LINE_CHARACTERS).trim();
    if (line.startsWith('<')) {
      open.push(line.slice(1).split(/\s/, 1)[0] ?? '');
      if (open.length > 100) return brokenSession(0, 'The project nests more than 100 blocks.');
      if (open.at(-1) === 'TRACK') tracks.push({ name: '', muted: false });
      continue;
    }
    if (line === '>') {
      open.pop();
      continue;
    }
    const where = open.at(-1);
    if (where === 'REAPER_PROJECT') {
      if (line.startsWith('TEMPO ')) {
        const [, bpm = '', numerator = '', denominator = ''] = words(line);
        tempo = tempoOrNull(Number(bpm));
        meter = meterOrNull(Number(numerator), Number(denominator));
      } else if (line.startsWith('SAMPLERATE ')) {
        const [, rate = '', used = '1'] = words(line);
        // The second number says whether the project asks for that rate, or takes the sound card's.
        if (used === '1' && Number(rate) > 0) sampleRate = Number(rate);
      } else if (line.startsWith('MARKER ')) {
        const [, , seconds = '', name = '', region = '0'] = words(line);
        // The end of a region is a marker without a name.
        if (Number.isFinite(Number(seconds)) && (name !== '' || (Number(region) & 1) === 0)) {
          markers.push({ seconds: Number(seconds), beat: null, name });
        }
      }
    } else if (where === 'TRACK') {
      const track = tracks.at(-1);
      if (track === undefined) continue;
      if (line.startsWith('NAME ')) track.name = words(line)[1] ?? '';
      else if (line.startsWith('MUTESOLO ')) track.muted = words(line)[1] === '1';
    } else if (where === 'TEMPOENVEX' && line.startsWith('PT ')) {
      const [, seconds = '', bpm = '', shape = '0', signature = ''] = words(line);
      const at = Number(seconds);
      const said = tempoOrNull(Number(bpm));
      if (Number.isFinite(at) && said !== null)
        points.push({ seconds: at, bpm: said, steps: shape === '1', meter: packedMeter(signature) });
    } else if ((where === 'SOURCE' || where?.startsWith('SOURCE')) && line.startsWith('FILE ')) {
      const name = words(line)[1];
      if (name) media.add(name);
    }
  }
  return {
    ok: true,
    value: { ...noFacts('Reaper'), ...tempoMap(points, tempo, meter), sampleRate, tracks, media: [...media], markers },
  };
}

/** The words of a line; those with spaces stand in one of three kinds of quotes. */
function words(line: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < line.length && found.length < MOST_WORDS) {
    const first = line.charAt(at);
    if (first === ' ' || first === '\t') {
      at++;
      continue;
    }
    const close = QUOTES.includes(first) ? line.indexOf(first, at + 1) : -1;
    const from = close < 0 ? at : at + 1;
    const end = close < 0 ? spaceAfter(line, at) : close;
    found.push(line.slice(from, end));
    at = end + 1;
  }
  return found;
}

function spaceAfter(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  return space < 0 ? line.length : space;
}

/** A time signature as one number: the denominator stands above the lower 16 bits. */
function packedMeter(signature: string): string | null {
  const packed = Number(signature);
  return Number.isInteger(packed) && packed > 0 ? meterOrNull(packed & 0xffff, packed >> 16) : null;
}

function tempoMap(points: readonly TempoPoint[], tempo: number | null, meter: string | null) {
  let beats = 0;
  const tempos: TempoChange[] = [];
  const meters: MeterChange[] = meter === null ? [] : [{ atBeat: 0, meter }];
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before !== undefined) {
      // Between two points the tempo stands still, or moves in a straight line over time.
      const bpm = before.steps ? before.bpm : (before.bpm + point.bpm) / 2;
      beats += (bpm * Math.max(0, point.seconds - before.seconds)) / 60;
    }
    const atBeat = Math.round(beats * 1_000) / 1_000;
    tempos.push({ atBeat, bpm: point.bpm });
    if (point.meter !== null) meters.push({ atBeat, meter: point.meter });
  });
  const tempoSaid = startAndChanges(tempos, (change) => change.bpm);
  const meterSaid = startAndChanges(meters, (change) => change.meter);
  return {
    tempo: tempoSaid.start ?? tempo,
    tempoChanges: tempoSaid.changes,
    meter: meterSaid.start,
    meterChanges: meterSaid.changes,
  };
}
