import type { ClosedGap, StandingGap } from '../../model/diff.js';

/** "Pad has nothing above 16 kHz: the same sound, renamed". */
export function standingWords({ title, sound }: StandingGap): string {
  const said = sound === null ? '' : SOUND_WORDS[sound];
  return said === '' || said === undefined ? title : `${title}: ${said}`;
}

const SOUND_WORDS: Partial<Record<NonNullable<StandingGap['sound']>, string>> = {
  same: 'the same file as before',
  renamed: 'the same sound, renamed',
  exported: 'exported again with the same sound',
  moved: 'the same sound at another place',
  level: 'the same sound at another level',
  changed: 'sent anew',
  new: 'a new file',
};

export function closedWords({ title, how }: ClosedGap): string {
  return how === 'mended'
    ? title
    : `${title}: ${how === 'meant' ? 'meant, as the brief says' : 'not looked at this time'}`;
}
