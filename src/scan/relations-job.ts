import type { AudioHeader } from '../model/delivery.js';
import type { FrameSpan } from '../model/measurements.js';
import type { Relations } from '../model/relations.js';
import { relateToRough } from './relations/rough/relate-to-rough.js';
import type { StemSound, Watch } from './relations/stem-sound.js';
import type { Pair } from './relations/together/coherence.js';
import { alikeInLevel } from './relations/together/envelopes.js';
import { pairsOfAll, twinsOf } from './relations/together/twins.js';
import type { SoundRelations } from './relations-node.js';
import { type OpenSound, openSound } from './relations-sound.js';

/** One file to listen to, plain data that a worker can be handed. */
export type SoundJob = {
  readonly absolutePath: string;
  readonly path: string;
  readonly bytes: number;
  readonly header: AudioHeader;
  readonly islands: readonly FrameSpan[];
  readonly levels: readonly number[] | null;
  readonly isDryTwin: boolean;
};
export type RelateJob = {
  readonly rough: SoundJob | null;
  readonly stems: readonly SoundJob[];
  readonly dryTwins: Relations['dryTwins'];
  /** why there is no rough mix to hold them against; null where there is one */
  readonly roughBecause: string | null;
};

/** Opens the files, holds them against each other and closes them; a file that does not open takes no part. */
export async function relateHere(job: RelateJob, watch: Watch): Promise<SoundRelations> {
  const opened: OpenSound[] = [];
  const open = async (one: SoundJob): Promise<OpenSound | null> => {
    const sound = await openSound(one, watch.pause);
    if (sound !== null) opened.push(sound);
    return sound;
  };
  try {
    const stems: StemSound[] = [];
    for (const stem of job.stems) {
      const sound = await open(stem);
      if (sound === null) continue;
      stems.push({
        path: stem.path,
        sound: sound.reader,
        islands: stem.islands,
        levels: stem.levels,
        isDryTwin: stem.isDryTwin,
        isLossy: stem.header.lossy,
      });
    }
    const rough = job.rough === null ? null : await open(job.rough);
    const compared =
      job.rough === null || rough === null || stems.length === 0
        ? null
        : await relateToRough({ path: job.rough.path, sound: rough.reader, stems }, watch);
    const pairs = pairsOfAll(namedPairs(job, stems), compared?.alike ?? alikeInLevel(stems.map(levelsOf)));
    return {
      rough: compared?.rough ?? null,
      roughBecause: compared === null ? (job.roughBecause ?? 'The rough mix could not be read.') : null,
      twins: await twinsOf(stems, pairs, watch),
      buses: compared?.buses ?? [],
    };
  } finally {
    for (const sound of opened) sound.close();
  }
}

function namedPairs({ dryTwins }: RelateJob, stems: readonly StemSound[]): Pair[] {
  return dryTwins.flatMap(({ wet, dry }) => {
    const [a, b] = [wet, dry].map((path) => stems.findIndex((stem) => stem.path === path)).sort((x, y) => x - y);
    return a === undefined || b === undefined || a < 0 ? [] : [{ a, b }];
  });
}

function levelsOf({ levels, sound }: StemSound): { levels: readonly number[]; seconds: number } | null {
  return levels === null ? null : { levels, seconds: sound.frames / sound.sampleRate };
}
