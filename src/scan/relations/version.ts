/** What another version found between files is looked for again: raise it with any change of what the comparison finds. */
export const RELATIONS_VERSION = '1';
