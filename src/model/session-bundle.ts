import { fileName } from './units.js';

// Programs that keep a session in a folder, which a Mac shows as one file.
const SESSION_BUNDLE = /\.(?:logicx?|band|ptx|cpr)$/i;
const BUNDLE = /\.(?:logicx?|band|ptx|cpr|bundle|app)$/i;

/** The folder that a Mac shows as one file, such as a Logic project, where the path leads into one; else null. */
export function bundleOf(path: string): string | null {
  return folderThat(path, BUNDLE);
}

/** The same where that folder is a session; else null. */
export function sessionBundleOf(path: string): string | null {
  return folderThat(path, SESSION_BUNDLE);
}

/** A session's name as its program shows it: "Night Drive.logicx", whatever the file inside it is called. */
export function sessionName(path: string): string {
  return fileName(sessionBundleOf(path) ?? path);
}

function folderThat(path: string, is: RegExp): string | null {
  const folders = path.split('/').slice(0, -1);
  const depth = folders.findIndex((folder) => is.test(folder));
  return depth < 0 ? null : folders.slice(0, depth + 1).join('/');
}
