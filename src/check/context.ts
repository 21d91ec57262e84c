import type { DeliveredFile, Delivery, OpenedFile } from '../model/delivery.js';
import { countingRoughMix } from '../model/rough-mix.js';
import type { Options, RuleContext } from './define-rule.js';

/** What every rule of one run sees, but for its own options. */
export type Views = Omit<RuleContext, 'options'>;

/** Two shares of the stems' seconds that lie closer than this are a tie: nobody is blamed. */
const TIE_SHARE = 0.05;

/** The views of a delivery that most rules ask for, taken once. */
export function viewsOf(delivery: Delivery): Views {
  const { files, brief } = delivery;
  const stemFiles = files.filter(({ kind }) => kind === 'stem');
  const opened = stemFiles.filter(isOpened);
  const dryTwins = dryTwinPaths(delivery, stemFiles);
  const roughMix = countingRoughMix(files, brief);
  return {
    delivery,
    brief,
    song: delivery.song,
    files,
    stemFiles,
    opened,
    stems: opened.filter(({ path }) => !dryTwins.has(path)),
    dryVocals: stemFiles.filter(({ label }) => label.dry === 'dry'),
    roughMixes: files.filter(({ kind }) => kind === 'rough-mix'),
    roughMix: roughMix !== null && isOpened(roughMix) ? roughMix : null,
    references: files.filter(({ kind }) => kind === 'reference'),
    setRate: setRateOf(delivery, opened),
  };
}

/** The same views as if these files were not stems: for findings that are meant or judged by other settings. */
export function viewsWithout(views: Views, paths: ReadonlySet<string>): Views {
  const stays = ({ path }: DeliveredFile) => !paths.has(path);
  return {
    ...views,
    stemFiles: views.stemFiles.filter(stays),
    opened: views.opened.filter(stays),
    stems: views.stems.filter(stays),
    dryVocals: views.dryVocals.filter(stays),
  };
}

export function contextOf(views: Views, options: Options): RuleContext {
  return { ...views, options };
}

export function isOpened(file: DeliveredFile): file is OpenedFile {
  return file.header !== undefined;
}

/** Stems that are the dry version of another stem: by the scan's relations, or where the names alone say it. */
export function dryTwinPaths(delivery: Delivery, stemFiles: readonly DeliveredFile[]): ReadonlySet<string> {
  const twins = new Set(delivery.relations.dryTwins.map(({ dry }) => dry));
  const beside = new Set(stemFiles.filter(({ label }) => label.dry !== 'dry').map(partKey));
  for (const file of stemFiles) {
    if (file.label.dry === 'dry' && file.label.role !== null && beside.has(partKey(file))) twins.add(file.path);
  }
  return twins;
}

function partKey({ label }: DeliveredFile): string {
  return [label.role, label.number, label.section].join(' ');
}

/** The session's rate where a stem runs at it, else the rate of most seconds of stems; null in a tie. */
function setRateOf({ sessions }: Delivery, opened: readonly OpenedFile[]): number | null {
  const secondsByRate = new Map<number, number>();
  for (const { header } of opened) {
    secondsByRate.set(header.sampleRate, (secondsByRate.get(header.sampleRate) ?? 0) + (header.seconds ?? 0));
  }
  const said = [...new Set(sessions.flatMap(({ sampleRate }) => sampleRate ?? []))];
  if (said.length === 1 && secondsByRate.has(said[0]!)) return said[0]!;
  const [first, second] = [...secondsByRate].sort(([, a], [, b]) => b - a);
  if (first === undefined) return null;
  const total = [...secondsByRate.values()].reduce((sum, seconds) => sum + seconds, 0);
  const isTie = second !== undefined && first[1] - second[1] <= TIE_SHARE * total;
  return isTie ? null : first[0];
}
