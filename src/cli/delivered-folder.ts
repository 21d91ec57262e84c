import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest } from '../model/nearest.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';

/**
 * The folder that an argument names: as it stands, or as it arrives when it is dragged into a terminal or pasted from
 * a browser (in quotes, with escaped spaces, with a trailing slash, as a file: address).
 *
 * @throws QuestionError where there is no such folder, or it is a file
 */
export function deliveredFolder(argument: string): string {
  const { path, isFolder } = thingNamed(argument);
  if (isFolder) return path;
  if (/\.(?:zip|rar|7z|tar|tgz|gz)$/i.test(path)) throw isArchive(path);
  throw new QuestionError(`${quoted(basename(path))} is a file, and a delivery is a folder`, [
    'To check the folder that it lies in, write:',
    `  stemcheck ${quoted(dirname(path))}`,
  ]);
}

/** As `deliveredFolder`; a ZIP is taken as the folder that was packed into it. */
export function deliveredPlace(argument: string): string {
  const { path, isFolder } = thingNamed(argument);
  return !isFolder && /\.zip$/i.test(path) && statSync(path).isFile() ? path : deliveredFolder(argument);
}

function thingNamed(argument: string): { readonly path: string; readonly isFolder: boolean } {
  const path = readings(argument).find(exists);
  if (path === undefined) throw notThere(argument);
  const isFolder = statSync(path).isDirectory();
  return { path: isFolder ? withoutTrailingSlash(path) : path, isFolder };
}

function readings(argument: string): string[] {
  const trimmed = argument.trim();
  const unquoted = trimmed.replace(/^(["'])(.*)\1$/s, '$2');
  const unescaped = unquoted.replace(/\\([ '"()[\]&!$;*?#~])/g, '$1');
  return [argument, trimmed, unquoted, unescaped, ...(/^file:\/\//i.test(unquoted) ? fromUrl(unquoted) : [])].filter(
    (path) => path !== '',
  );
}

function fromUrl(text: string): string[] {
  try {
    return [fileURLToPath(text)];
  } catch {
    return []; // a file: address that names no local path: the other readings are tried, then "there is no"
  }
}

function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // a name that no file system takes, such as one with a NUL
  }
}

function withoutTrailingSlash(path: string): string {
  let end = path.length;
  while (end > 1 && (path[end - 1] === '/' || path[end - 1] === '\\')) end--;
  // "C:\\" is a drive, and "C:" the folder that was last open on it.
  return path[end - 1] === ':' ? path : path.slice(0, end);
}

function notThere(argument: string): QuestionError {
  const path = resolve(readings(argument).at(-1) ?? argument);
  const what = `there is no ${quoted(argument)} here`;
  const parent = dirname(path);
  const beside = foldersIn(parent);
  if (beside === null)
    return new QuestionError(what, [`The folder above it, ${quoted(parent)}, does not exist or cannot be opened.`]);
  const near = nearest(basename(path), beside);
  if (near === null)
    return new QuestionError(what, ['Write the path of the delivered folder, or drag the folder into this window.']);
  const shown = dirname(argument) === '.' ? near : join(dirname(argument), near);
  return new QuestionError(what, [
    'Beside it there is a folder with nearly that name. Write:',
    `  stemcheck ${quoted(shown)}`,
  ]);
}

function foldersIn(path: string): string[] | null {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    return null;
  }
}

function isArchive(path: string): QuestionError {
  const folder = path.replace(/\.[^./\\]+$/, '');
  const command = /\.zip$/i.test(path) ? `unzip ${quoted(path)} -d ${quoted(folder)}` : `tar -xf ${quoted(path)}`;
  return new QuestionError(`${quoted(basename(path))} is an archive, and a delivery is a folder`, [
    'Unpack it, then check what came out of it:',
    `  ${command}`,
    `  stemcheck ${quoted(folder)}`,
  ]);
}
