import type { DeliveredFile } from '../model/delivery.js';
import type { Report } from '../model/report.js';
import { type Cell, csvCell } from './csv-cell.js';
import { familyOf, roleInWords } from './words/parts.js';
import { stemSet } from './words/set.js';

const COLUMNS = [
  'track',
  'file',
  'part',
  'group',
  'take',
  'state',
  'format',
  'channels',
  'sample_rate_hz',
  'bit_depth',
  'length_s',
  'first_sound_s',
  'sounding_s',
  'true_peak_dbtp',
  'loudness_lufs',
  'gaps',
  'remark',
  'mixer',
] as const;

/** Without it spreadsheets take the file for the text of an old code page, and every accent is lost. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Prints the track sheet: a row a file of sound, stems first, units in the names of the columns, an empty last column
 * to write in. Of several reports each row begins with its folder.
 *
 * Source: RFC 4180, section 2 (rows end in CRLF)
 */
export function formatCsv(reports: readonly Report[]): string {
  const several = reports.length !== 1;
  const head = several ? ['folder', ...COLUMNS] : [...COLUMNS];
  const rows = reports.flatMap((report) => rowsOf(report).map((row) => (several ? [report.root, ...row] : row)));
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function rowsOf(report: Report): Cell[][] {
  const { stems, dry } = stemSet(report);
  const others = (kind: string) => report.files.filter((file) => file.kind === kind);
  const files = [...stems, ...dry, ...others('rough-mix'), ...others('alternate-mix'), ...others('reference')];
  const gaps = gapsByFile(report);
  return files.map((file) => rowOf(file, gaps.get(file.path) ?? []));
}

type Gap = { readonly number: number; readonly title: string };

function gapsByFile({ findings }: Report): Map<string, Gap[]> {
  const gaps = new Map<string, Gap[]>();
  for (const { number, title, files, waived } of findings) {
    if (number === null || waived) continue;
    for (const path of files) gaps.set(path, [...(gaps.get(path) ?? []), { number, title }]);
  }
  return gaps;
}

function rowOf(file: DeliveredFile, gaps: readonly Gap[]): Cell[] {
  const { path, kind, label, header, measured } = file;
  const rate = header?.sampleRate;
  const first = measured?.firstSoundFrame;
  const [only] = gaps;
  return [
    label.order,
    path,
    label.role === null ? (kind === 'stem' ? null : kind.replace('-', ' ')) : roleInWords(label.role),
    kind === 'stem' ? familyOf(label.role) : kind === 'reference' ? 'reference' : 'mix',
    label.take,
    states(file).join(' '),
    header?.container ?? null,
    header?.channels ?? null,
    rate ?? null,
    header?.bitDepth == null ? null : header.float ? `${header.bitDepth} float` : header.bitDepth,
    rounded(header?.seconds, 3),
    rate && first != null ? rounded(first / rate, 3) : null,
    rounded(measured?.activeSeconds, 1),
    rounded(measured?.truePeakDbtp, 1),
    rounded(measured?.integratedLufs, 1),
    gaps.length === 1 && only ? only.number : gaps.map(({ number }) => number).join(' '),
    gaps.map(({ title }) => title).join('; '),
    null,
  ];
}

function states({ label }: DeliveredFile): string[] {
  return [
    label.dry ?? '',
    label.printed ? 'printed' : '',
    label.isDouble ? 'double' : '',
    label.muted === true ? 'muted' : '',
    label.guide ? 'guide' : '',
    label.bus ? 'bus' : '',
  ].filter((state) => state !== '');
}

/** A number with a fixed count of decimals, as text that is known to be a number. */
function rounded(value: number | null | undefined, decimals: number): number | null {
  if (value == null || !Number.isFinite(value)) return null;
  // "+ 0" turns a negative zero into zero.
  return Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}
