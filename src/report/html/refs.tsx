/** @jsxImportSource preact */
import type { Finding } from '../../model/report.js';
import { capitalised } from '../../model/units.js';
import { SEVERITY_WORDS } from '../words/verdict.js';
import { Mark } from './marks.js';
import { findingAnchor, type View } from './view.js';

/** More than these are counted: forty numbers beside a name are a texture. Of thousands, fewer: each is said twice. */
const SHOWN = 12;
const SHOWN_OF_MANY = 3;
const MANY = 300;

/** Numbers that lead to findings; a reader hears the severity and the title. */
export function Refs({ findings, view }: { readonly findings: readonly Finding[]; readonly view: View }) {
  const shown = findings.slice(0, view.findings.length > MANY ? SHOWN_OF_MANY : SHOWN);
  const rest = findings.length - shown.length;
  return (
    <>
      {shown.map((finding) => (
        <a
          key={finding.key}
          class={`ref ${finding.severity}`}
          href={`#${findingAnchor(view, finding)}`}
          aria-label={`${capitalised(SEVERITY_WORDS[finding.severity])} ${finding.number}: ${finding.title}`}
        >
          <Mark shape={finding.severity} />
          <span>{finding.number}</span>
        </a>
      ))}
      {rest > 0 ? <span class="quiet">and {rest} more</span> : null}
    </>
  );
}
