/**
 * A path as it is typed in a shell: bare where it can be, else in quotes. One that holds what nobody can type is
 * named by its place instead.
 */
export function quoted(path: string): string {
  if (/[\p{Control}\p{Format}\p{Surrogate}␀-␡⟨⏎]/u.test(path)) return '<the folder>';
  if (/^[\p{Letter}\p{Number}\p{Mark}._/\\:@%+,=-]+$/u.test(path) && !path.startsWith('-')) return path;
  const safe = path.startsWith('-') ? `./${path}` : path;
  return /["$`\\!]/.test(safe) ? `'${safe.replaceAll("'", "'\\''")}'` : `"${safe}"`;
}
