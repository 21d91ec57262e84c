import type { Stage } from '../model/brief.js';
import type { Finding, SongStage } from '../model/report.js';

const SONG_STAGES: readonly SongStage[] = ['writing', 'production', 'recording', 'editing', 'mixing'];

/** The earliest stage of the song that a finding at warning or above names, with that finding's title; else mixing. */
export function stageOf(findings: readonly Finding[]): { stage: SongStage; because: string | null } {
  const grave = findings.filter(({ severity, waived }) => severity !== 'info' && waived === undefined);
  for (const stage of SONG_STAGES) {
    const finding = grave.find((candidate) => candidate.stage === (stage satisfies Stage));
    if (finding !== undefined && stage !== 'mixing') return { stage, because: finding.title };
  }
  return { stage: 'mixing', because: null };
}
