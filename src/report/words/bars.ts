import { type Brief, isNone } from '../../model/brief.js';

/**
 * How long a bar lasts in seconds. Null where the brief names no single tempo, or the meter has another beat than the
 * tempo counts: a bar number that is wrong is worse than none.
 */
export function barSeconds({ tempo, meter }: Brief): number | null {
  const said = tempo[0]?.value;
  if (!said || isNone(said) || said.approx || (said.changes?.length ?? 0) > 0 || !(said.bpm > 0)) return null;
  const beats = /^\s*(\d{1,2})\s*\/\s*4\s*$/.exec(meter[0]?.value ?? '4/4')?.[1];
  return beats === undefined || meter.length > 1 ? null : (Number(beats) * 60) / said.bpm;
}
