/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string';
import type { Report } from '../model/report.js';
import { Page } from './html/page.js';
import { SCRIPT } from './html/script.js';
import { sha256Base64 } from './html/sha256.js';
import { STYLE } from './html/style.js';
import { terminalText, withStrings } from './terminal-text.js';
import { folderName, VERDICT_WORDS } from './words/verdict.js';

/**
 * Prints a page with pictures: one file that loads nothing, runs no script but its own, and reads well without it.
 *
 * Names reach it through two escapers: what would turn or hide text is made visible, as in every format, and
 * everything is escaped by the renderer. The policy names the one style and the one script by their hashes.
 */
export function formatHtml(reports: readonly Report[]): string {
  const shown = reports.map((report) => withStrings(report, terminalText));
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; script-src 'sha256-${sha256Base64(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const head = renderToString(
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <title>{titleOf(shown)}</title>
    </>,
  );
  const body = renderToString(<Page reports={shown} />);
  return `<!doctype html>
<html lang="en" class="plain">
<head>${head}<style>${STYLE}</style></head>
<body>${body}<script>${SCRIPT}</script></body>
</html>
`;
}

function titleOf(reports: readonly Report[]): string {
  const [first] = reports;
  if (reports.length !== 1 || !first) return `${reports.length} deliveries (stemcheck)`;
  return `${folderName(first)}: ${VERDICT_WORDS[first.verdict].toLowerCase()} (stemcheck)`;
}
