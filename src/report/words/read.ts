import type { Report } from '../../model/report.js';
import { isVocal } from '../../model/roles.js';
import { counted, listed } from '../../model/units.js';
import { stemSet } from './set.js';

/** "14 stems, 1 dry vocal, 1 rough mix, handoff.yaml, notes.txt": what was looked at. */
export function whatWasRead(report: Report): string {
  const { files, coverage, brief } = report;
  const unread = new Set(coverage.unread.map(({ path }) => path));
  const read = (kind: string) => files.filter((file) => file.kind === kind && !unread.has(file.path)).length;
  const { stems, dry } = stemSet(report);
  const words = brief.sources.map(({ path }) => path);
  if (coverage.quick) {
    const audio = files.filter((file) => file.header && !unread.has(file.path)).length;
    return [`names and headers of ${counted(audio, 'audio file')}`, ...someOf(words)].join(', ');
  }
  const counts: [number, string, string?][] = [
    [stems.filter((file) => !unread.has(file.path)).length, 'stem'],
    [
      dry.filter((file) => !unread.has(file.path)).length,
      dry.every(({ label }) => isVocal(label.role)) ? 'dry vocal' : 'dry version',
    ],
    [read('rough-mix'), 'rough mix', 'rough mixes'],
    [read('reference'), 'reference'],
    [read('alternate-mix'), 'other mix', 'other mixes'],
    [read('session'), 'session'],
    [read('midi'), 'MIDI file'],
    [read('archive'), 'archive'],
    [read('manifest'), 'list of checksums', 'lists of checksums'],
  ];
  const said = counts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return [...said, ...someOf(words)].join(', ') || 'nothing';
}

/** "nothing"; "the samples"; "Strings.wav and 2 more": what the verdict does not stand on. */
export function whatWasLeftOut({ coverage, files }: Report): string {
  const paths = [...coverage.unread.map(({ path }) => path), ...coverage.specials.map(({ path }) => path)];
  const idle = files.filter(({ kind }) => kind === 'junk' || kind === 'other' || kind === 'image').length;
  return (
    [
      coverage.quick ? 'the samples' : '',
      paths.length > 0 ? listed([...new Set(paths)], 3) : '',
      idle > 0 ? `${counted(idle, 'file')} that no rule reads` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'nothing'
  );
}

function someOf(words: readonly string[]): string[] {
  return words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more texts`] : [...words];
}
