/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string';
import type { Report } from '../model/report.js';
import { htmlDocument } from './html/document.js';
import { Page } from './html/page.js';
import { terminalText, withStrings } from './terminal-text.js';
import { folderName, VERDICT_WORDS } from './words/verdict.js';

/**
 * Prints a page with pictures: one file that loads nothing, runs no script but its own, and reads well without it.
 *
 * Names reach it through two escapers: what would turn or hide text is made visible, as in every format, and
 * everything is escaped by the renderer.
 */
export function formatHtml(reports: readonly Report[]): string {
  const shown = reports.map((report) => withStrings(report, terminalText));
  return htmlDocument(titleOf(shown), renderToString(<Page reports={shown} />));
}

function titleOf(reports: readonly Report[]): string {
  const [first] = reports;
  if (reports.length !== 1 || !first) return `${reports.length} deliveries (stemcheck)`;
  return `${folderName(first)}: ${VERDICT_WORDS[first.verdict].toLowerCase()} (stemcheck)`;
}
