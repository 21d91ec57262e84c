/** A value that could not be read: where in it, and, where the line's own sentence does not fit, what is wrong. */
export type Unclear = {
  readonly unclear: true;
  readonly path: readonly PropertyKey[];
  /** completes "tempo is …": what it should be */
  readonly expects?: string;
  /** the value to write instead, as it stands behind the colon */
  readonly instead?: string;
  /** a word with a slip, and the known one that it comes near */
  readonly meant?: { readonly said: string; readonly word: string };
};

export function unclear(more: Omit<Partial<Unclear>, 'unclear'> = {}): Unclear {
  return { unclear: true, path: [], ...more };
}

export function isUnclear(read: unknown): read is Unclear {
  return typeof read === 'object' && read !== null && 'unclear' in read;
}
