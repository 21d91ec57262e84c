/**
 * A manifest as `sha256sum --check` reads it, one line a file in the given order.
 *
 * @returns '' for no file. A name with a backslash or a line break has them escaped, and a backslash stands before
 *          its sum
 * Source: GNU coreutils manual, md5sum invocation
 */
export function manifestText(sums: readonly { readonly path: string; readonly digest: string }[]): string {
  return sums.map(({ path, digest }) => line(path, digest)).join('');
}

function line(path: string, digest: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === path ? '' : '\\'}${digest}  ${escaped}\n`;
}
