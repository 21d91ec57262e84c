import type { Rule } from '../../define-rule.js';
import archiveSound from './archive-sound.js';
import changedWhileRead from './changed-while-read.js';
import corruptAudio from './corrupt-audio.js';
import headerFault from './header-fault.js';
import junkFiles from './junk-files.js';
import manifestMismatch from './manifest-mismatch.js';
import nestedArchive from './nested-archive.js';
import notLocal from './not-local.js';
import oneSongPerFolder from './one-song-per-folder.js';
import sessionMissingAudio from './session-missing-audio.js';
import sessionPolicy from './session-policy.js';
import specialFile from './special-file.js';
import truncatedFile from './truncated-file.js';
import unreadableFile from './unreadable-file.js';
import wrongExtension from './wrong-extension.js';

export const filesRules: readonly Rule[] = [
  unreadableFile,
  truncatedFile,
  corruptAudio,
  headerFault,
  wrongExtension,
  changedWhileRead,
  notLocal,
  junkFiles,
  specialFile,
  nestedArchive,
  oneSongPerFolder,
  sessionPolicy,
  sessionMissingAudio,
  manifestMismatch,
  archiveSound,
];
