import type { AudioHeader } from '../model/delivery.js';
import type { FrameSpan } from '../model/measurements.js';
import type { Relations } from '../model/relations.js';
import { relateToRough, type StemSound, type Watch } from './relations/rough/relate-to-rough.js';
import type { SoundRelations } from './relations-node.js';
import { type OpenSound, openSound } from './relations-sound.js';

/** One file to listen to, plain data that a worker can be handed. */
export type SoundJob = {
  readonly absolutePath: string;
  readonly path: string;
  readonly bytes: number;
  readonly header: AudioHeader;
  readonly islands: readonly FrameSpan[];
  readonly frames: number;
  readonly pcmHash: string;
  readonly isDryTwin: boolean;
  readonly isSilent: boolean;
};
export type RelateJob = {
  readonly rough: SoundJob | null;
  readonly stems: readonly SoundJob[];
  readonly dryTwins: Relations['dryTwins'];
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
      stems.push({ path: stem.path, sound: sound.reader, islands: stem.islands, isDryTwin: stem.isDryTwin });
    }
    const rough = job.rough === null ? null : await open(job.rough);
    const compared =
      job.rough === null || rough === null || stems.length === 0
        ? null
        : await relateToRough({ path: job.rough.path, sound: rough.reader, stems }, watch);
    return {
      rough: compared,
      roughBecause:
        compared !== null ? null : job.rough === null ? 'There is no rough mix.' : 'The rough mix could not be read.',
      twins: [],
      buses: [],
    };
  } finally {
    for (const sound of opened) sound.close();
  }
}
