import type { Rule } from '../../define-rule.js';
import defaultNames from './default-names.js';
import folderGroups from './folder-groups.js';
import folderNamed from './folder-named.js';
import guideTracksMarked from './guide-tracks-marked.js';
import lrPairComplete from './lr-pair-complete.js';
import lrSplitStereo from './lr-split-stereo.js';
import mutedOrUnused from './muted-or-unused.js';
import nameCollision from './name-collision.js';
import namesMeaningful from './names-meaningful.js';
import namesNumbered from './names-numbered.js';
import namesShort from './names-short.js';
import namesUnique from './names-unique.js';
import pathPortable from './path-portable.js';
import rateInNameWrong from './rate-in-name-wrong.js';
import supersededVersion from './superseded-version.js';

export const namesRules: readonly Rule[] = [
  defaultNames,
  namesMeaningful,
  namesUnique,
  nameCollision,
  pathPortable,
  namesShort,
  namesNumbered,
  folderNamed,
  folderGroups,
  supersededVersion,
  mutedOrUnused,
  guideTracksMarked,
  lrPairComplete,
  lrSplitStereo,
  rateInNameWrong,
];
