import type { Rule } from '../../define-rule.js';
import arrangementLocked from './arrangement-locked.js';
import cleanVersionMarked from './clean-version-marked.js';
import compingAsked from './comping-asked.js';
import editingAsked from './editing-asked.js';
import masteringAsked from './mastering-asked.js';
import productionAsked from './production-asked.js';
import scopeStated from './scope-stated.js';
import takesFinal from './takes-final.js';
import tooManyIdeas from './too-many-ideas.js';
import twoTrackBeat from './two-track-beat.js';

export const scopeRules: readonly Rule[] = [
  scopeStated,
  arrangementLocked,
  takesFinal,
  compingAsked,
  productionAsked,
  editingAsked,
  masteringAsked,
  twoTrackBeat,
  tooManyIdeas,
  cleanVersionMarked,
];
