import type { Rule } from '../../define-rule.js';
import changedWhileRead from './changed-while-read.js';
import headerFault from './header-fault.js';
import junkFiles from './junk-files.js';
import nestedArchive from './nested-archive.js';
import notLocal from './not-local.js';
import oneSongPerFolder from './one-song-per-folder.js';
import sessionPolicy from './session-policy.js';
import specialFile from './special-file.js';
import truncatedFile from './truncated-file.js';
import unreadableFile from './unreadable-file.js';
import wrongExtension from './wrong-extension.js';

export const filesRules: readonly Rule[] = [
  unreadableFile,
  truncatedFile,
  headerFault,
  wrongExtension,
  changedWhileRead,
  notLocal,
  junkFiles,
  specialFile,
  nestedArchive,
  oneSongPerFolder,
  sessionPolicy,
];
