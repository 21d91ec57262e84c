/** Ids of the faults that reading every sample can show; `check/faults.ts` names the rule that reports each. */
export const SOUND_FAULTS = {
  /** the file ends before the frames that its header counts */
  short: 'sound-short',
  /** a frame of a coded file could not be decoded */
  damaged: 'sound-damaged',
  /** the decoded samples do not match the MD5 in the FLAC header */
  md5: 'sound-md5',
  /** the decoder gives another number of frames than the header states */
  frames: 'sound-frames',
} as const;
