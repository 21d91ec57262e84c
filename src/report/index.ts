/** The formats, each loaded when it is asked for: a verb loads only what it prints. */
export const FORMATS = {
  table: () => import('./table.js').then(({ formatTable }) => formatTable),
  json: () => import('./json.js').then(({ formatJson }) => formatJson),
} as const;
export type FormatName = keyof typeof FORMATS;
