/** Bytes of one file, wherever they lie. Every adapter passes the same contract test. */
export type ByteSource<Mode extends 'now' | 'later' = 'now' | 'later'> = {
  /** length of the whole file in bytes, as it was when it was opened */
  readonly size: number;
  /**
   * Reads from `atByte` on.
   *
   * @returns exactly `bytes` bytes, fewer where the file ends before, none behind its end
   */
  read(atByte: number, bytes: number): Mode extends 'now' ? Uint8Array : Uint8Array | Promise<Uint8Array>;
};
