const KEY_AT_EDGE = /^(?:"([^":]{1,60})"|'([^':]{1,60})'|([A-Za-z_][A-Za-z0-9_ -]{0,60}))\s{0,8}:(?:\s|$)/;

/** The key with which a row starts at the left edge, without quotes; empty where it starts with none. */
export function keyAtEdge(row: string): string {
  const match = KEY_AT_EDGE.exec(row);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

/** A YAML and JSON string with its quotes. */
export function inQuotes(words: string): string {
  return `"${words.replace(/[\\"]/g, (character) => `\\${character}`)}"`;
}
