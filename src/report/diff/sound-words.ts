import type { Differs, SoundChange } from '../../model/diff.js';
import { formatCount, formatDb, formatRate, formatSeconds, formatSpan, listed, stemName } from '../../model/units.js';

/** "02 Snare", "09 Pad → 09 Pad HQ", "04 Shaker (now 48 kHz, was 44.1 kHz)": a sound and what became of it. */
export function soundInWords(change: SoundChange, arrow = '→'): string {
  const name = nameOf(change, arrow);
  const said = detail(change);
  return said === '' ? name : `${name} (${said})`;
}

/** The name by which the new delivery knows it; both names where it has another. */
function nameOf({ was, now }: SoundChange, arrow: string): string {
  const [before, after] = [was, now].map((path) => (path === null ? null : stemName(path)));
  if (before === null || after === null || before === undefined || after === undefined) return after ?? before ?? '';
  if (before !== after) return `${before} ${arrow} ${after}`;
  const isMoved = folderOf(was ?? '') !== folderOf(now ?? '');
  return isMoved ? `${folderOf(was ?? '')}${before} ${arrow} ${folderOf(now ?? '')}${after}` : after;
}

function folderOf(path: string): string {
  return path.normalize('NFC').slice(0, path.normalize('NFC').lastIndexOf('/') + 1);
}

function detail({ is, movedFrames, gainDb, differs }: SoundChange): string {
  if (movedFrames !== undefined)
    return `the same sound, ${formatCount(Math.abs(movedFrames))} frames ${movedFrames < 0 ? 'earlier' : 'later'}`;
  if (gainDb !== undefined) return `the same sound, ${formatDb(gainDb, 'dB')}`;
  if (is === 'new' || is === 'gone' || differs === undefined) return '';
  return differences(differs).join('; ');
}

const MOST_DIFFERENCES = 3;

/** What differs, the plainest first; at most three clauses. */
function differences(differs: Differs): string[] {
  const { sampleRate, width, channels, container, seconds, spans, throughout, peakDbfs } = differs;
  return [
    ...(sampleRate ? [`now ${formatRate(sampleRate.now)}, was ${formatRate(sampleRate.was)}`] : []),
    ...(channels ? [`now ${channelWord(channels.now)}, was ${channelWord(channels.was)}`] : []),
    ...(width ? [`now ${width.now}, was ${width.was}`] : []),
    ...(container && !width ? [`now ${container.now}, was ${container.was}`] : []),
    ...(seconds
      ? [`${formatSpan(Math.abs(seconds.now - seconds.was))} ${seconds.now > seconds.was ? 'longer' : 'shorter'}`]
      : []),
    ...(throughout ? ['other sound throughout'] : []),
    ...(spans && spans.length > 0 ? [`other sound ${listed(spans.map(spanInWords))}`] : []),
    ...(peakDbfs ? [`peak ${levelInWords(peakDbfs.now)}, was ${levelInWords(peakDbfs.was)}`] : []),
  ].slice(0, MOST_DIFFERENCES);
}

/** The picture is as coarse as a 480th of the song: whole seconds are all that it tells. */
function spanInWords({ fromSeconds, toSeconds }: { readonly fromSeconds: number; readonly toSeconds: number }): string {
  const from = Math.floor(fromSeconds);
  const to = Math.max(from + 1, Math.ceil(toSeconds));
  return `from ${formatSeconds(from)} to ${formatSeconds(to)}`;
}

function levelInWords(dbfs: number | null): string {
  return dbfs === null ? 'silence' : formatDb(dbfs, 'dBFS');
}

function channelWord(channels: number): string {
  return channels === 1 ? 'mono' : channels === 2 ? 'stereo' : `${channels} channels`;
}
