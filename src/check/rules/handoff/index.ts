import type { Rule } from '../../define-rule.js';
import briefContradicts from './brief-contradicts.js';
import briefLineUnclear from './brief-line-unclear.js';
import briefUnreadable from './brief-unreadable.js';
import creativeEffectsPrinted from './creative-effects-printed.js';
import deadlineStated from './deadline-stated.js';
import deliverablesListed from './deliverables-listed.js';
import emotionalTarget from './emotional-target.js';
import keyStated from './key-stated.js';
import leadVocalDry from './lead-vocal-dry.js';
import meterStated from './meter-stated.js';
import notesPresent from './notes-present.js';
import otherSongBrief from './other-song-brief.js';
import referencesHaveNotes from './references-have-notes.js';
import referencesPresent from './references-present.js';
import roughMixPresent from './rough-mix-present.js';
import stemsPresent from './stems-present.js';
import tempoStated from './tempo-stated.js';
import wetDryLabelled from './wet-dry-labelled.js';

export const handoffRules: readonly Rule[] = [
  stemsPresent,
  roughMixPresent,
  referencesPresent,
  referencesHaveNotes,
  notesPresent,
  briefUnreadable,
  briefLineUnclear,
  briefContradicts,
  otherSongBrief,
  tempoStated,
  keyStated,
  meterStated,
  creativeEffectsPrinted,
  leadVocalDry,
  wetDryLabelled,
  emotionalTarget,
  deadlineStated,
  deliverablesListed,
];
