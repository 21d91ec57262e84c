/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string';
import { SCRIPT } from './script.js';
import { sha256Base64 } from './sha256.js';
import { STYLE } from './style.js';

/**
 * A whole page around a rendered body: one file that loads nothing. The policy names the one style and the one script
 * by their hashes.
 *
 * @param title plain text
 * @param body markup that a renderer escaped
 */
export function htmlDocument(title: string, body: string): string {
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; script-src 'sha256-${sha256Base64(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  const head = renderToString(
    <>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
    </>,
  );
  return `<!doctype html>
<html lang="en" class="plain">
<head>${head}<style>${STYLE}</style></head>
<body>${body}<script>${SCRIPT}</script></body>
</html>
`;
}

/** The bar above every page, and the way past it for a keyboard. */
export function TopBar({ what }: { readonly what: string }) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the verdict
      </a>
      <header class="top">
        <div class="wrap">
          <p class="brand">
            stemcheck <span>{what}</span>
          </p>
          <div class="tools scripted">
            <button type="button" id="theme">
              Theme: system
            </button>
            <button type="button" id="print">
              Print
            </button>
          </div>
        </div>
      </header>
    </>
  );
}
