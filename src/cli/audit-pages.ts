import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Report } from '../model/report.js';
import type { AuditChoice } from './audit-formats.js';
import { deliverText, refuseInside } from './formats.js';

const READABLE_MOST = 48;
/** Of the path's hash: two deliveries of a drive that share all twelve are not to be expected. */
const HASH_DIGITS = 12;

/** The folders of delivery pages that stand beside the html overviews, one a file that was named. */
export function pageFolders(choices: readonly AuditChoice[], drive: string): string[] {
  return choices.flatMap(({ name, file }) => {
    const folder = name === 'html' && file !== null ? pageFolder(file) : null;
    if (folder === null) return [];
    refuseInside(join(folder, 'page.html'), [drive], '--format html=');
    return [folder];
  });
}

/**
 * Where the pages of the deliveries lie: beside the overview, in a folder that is called after it.
 *
 * @returns null where the overview is a pipe or a device, beside which nothing can lie
 */
function pageFolder(overview: string): string | null {
  if (statSync(overview, { throwIfNoEntry: false })?.isFile() === false) return null;
  const name = basename(overview);
  return join(dirname(overview), `${name.slice(0, name.length - extname(name).length)}-deliveries`);
}

/** Writes the page of one delivery into each of the folders. */
export async function writePages(folders: readonly string[], path: string, report: Report): Promise<void> {
  if (folders.length === 0) return;
  const { formatHtml } = await import('../report/html.js');
  const page = formatHtml([report]);
  for (const folder of folders) deliverText(page, join(folder, pageName(path)));
}

/** Leads from an overview to the pages that lie beside it, as a path relative to it; null: this delivery has none. */
export function pagesBeside(overview: string | null): (path: string) => string | null {
  const folder = overview === null ? null : pageFolder(overview);
  if (folder === null) return () => null;
  return (path) => (existsSync(join(folder, pageName(path))) ? `${basename(folder)}/${pageName(path)}` : null);
}

/**
 * The file name of a delivery's page: what of its path every file system and link can hold, and a hash of all of it.
 *
 * It depends on the path alone, so that a page keeps its address from run to run and from shard to shard.
 *
 * @param path of the delivery, relative to the drive
 * @returns small letters, digits and "-", ending in ".html"; at most 66 characters
 */
function pageName(path: string): string {
  const readable = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, READABLE_MOST)
    .replace(/^-|-$/g, '');
  const hash = createHash('sha256').update(path).digest('hex').slice(0, HASH_DIGITS);
  return `${readable === '' ? 'delivery' : readable}-${hash}.html`;
}
