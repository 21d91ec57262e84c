import type { DeliveredFile } from '../../model/delivery.js';
import type { Diff, DiffSide } from '../../model/diff.js';
import type { Report } from '../../model/report.js';
import { gapChanges } from './gap-changes.js';
import { matchSounds } from './match-sounds.js';
import { soundChanges } from './sound-change.js';
import { wordChanges } from './word-changes.js';

/** Compares two reports of one profile: sounds by their samples, gaps by key, words by what they say. Pure. */
export function diffReports(old: Report, now: Report): Diff {
  const sounds = soundChanges(matchSounds(soundsOf(old), soundsOf(now)));
  return {
    schemaVersion: 1,
    tool: now.tool,
    profile: now.profile,
    old: sideOf(old),
    new: sideOf(now),
    gaps: gapChanges(old, now, sounds),
    sounds,
    words: wordChanges(old.brief, now.brief),
  };
}

/** Files that a mix is made of or held against, opened or not: those that are listened to. */
function soundsOf({ files }: Report): DeliveredFile[] {
  return files.filter(({ kind }) => kind === 'stem' || kind === 'rough-mix');
}

function sideOf({ root, song, verdict, verdictBecause, counts, coverage }: Report): DiffSide {
  return { root, song, verdict, verdictBecause, counts, quick: coverage.quick };
}
