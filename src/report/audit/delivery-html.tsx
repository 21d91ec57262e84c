/** @jsxImportSource preact */
import type { AuditFinding, AuditRow } from '../../model/audit.js';
import type { Act } from '../../model/report.js';
import { capitalised, counted, fileName, listed } from '../../model/units.js';
import { Mark, VERDICT_SHAPES } from '../html/marks.js';
import { VERDICT_TONES } from '../html/top.js';
import { actGroups, fileLines, ownersInWords } from '../words/to-do.js';
import { SEVERITY_WORDS, VERDICT_WORDS } from '../words/verdict.js';

/** Beyond these the page of the delivery itself is the place to look. */
export const DELIVERY_FINDINGS_MOST = 100;
const ACTS_MOST = 50;
const FILES_MOST = 12;

type One = {
  readonly row: AuditRow;
  /** its place in the overview, from 1 */
  readonly number: number;
  /** how many findings are listed */
  readonly most: number;
};

/** One delivery of a drive: its verdict in the open, what to do and what was found folded below. */
export function OneDelivery({ row, number, most }: One) {
  const { path, song, verdict, verdictBecause, acts, findings } = row;
  return (
    <section class="part" id={`d${number}`} aria-labelledby={`d${number}-name`}>
      <div class="part-head">
        <h2 id={`d${number}-name`}>{path}</h2>
        <p>{song ?? ''}</p>
      </div>
      <p>
        <Mark shape={VERDICT_SHAPES[verdict]} tone={VERDICT_TONES[verdict]} />{' '}
        <strong>{VERDICT_WORDS[verdict]}.</strong> {verdictBecause}
      </p>
      {acts.length + findings.length === 0 ? null : (
        <details class="all">
          <summary>
            {counted(acts.length, 'thing')} to do, {counted(findings.length, 'finding')}
          </summary>
          <ToDo acts={acts} />
          <Findings findings={findings} most={most} />
        </details>
      )}
    </section>
  );
}

function ToDo({ acts }: { readonly acts: readonly Act[] }) {
  const left = acts.length - ACTS_MOST;
  return (
    <>
      {actGroups(acts.slice(0, ACTS_MOST)).map(({ owners, decision, acts: own }) => (
        <div class="card person" key={own[0]?.number}>
          <h3>
            {ownersInWords(owners)}
            {decision ? <span class="tag"> a decision, not a file error</span> : null}
          </h3>
          <ol>
            {own.map(({ number, act }) => (
              <li class="act" key={number}>
                <span class="act-number">{number}</span>
                <div>
                  <p class="act-words">{act.act}</p>
                  <Files act={act} />
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {left > 0 ? <p class="quiet">and {left} more to do</p> : null}
    </>
  );
}

function Files({ act }: { readonly act: Act }) {
  const lines = fileLines(act);
  if (lines.length === 0) return null;
  const left = lines.length - FILES_MOST;
  return (
    <dl class="act-files">
      {lines.slice(0, FILES_MOST).map(({ names, remark }) => (
        <div key={names[0]}>
          <dt>{listed(names, 8)}</dt>
          <dd>{remark}</dd>
        </div>
      ))}
      {left > 0 ? (
        <div>
          <dt>and {left} more</dt>
          <dd />
        </div>
      ) : null}
    </dl>
  );
}

function Findings({ findings, most }: { readonly findings: readonly AuditFinding[]; readonly most: number }) {
  const left = findings.length - most;
  return (
    <>
      {findings.slice(0, most).map((finding) => (
        <Card key={finding.key} finding={finding} />
      ))}
      {left > 0 ? (
        <p class="quiet">and {counted(left, 'finding')} more: check the delivery by itself to see them</p>
      ) : null}
    </>
  );
}

function Card({ finding }: { readonly finding: AuditFinding }) {
  const { severity, rule, title, message, fix, files, owners } = finding;
  return (
    <article class="card finding">
      <div>
        <div class="finding-head">
          <span class={`severity ${severity}`}>
            <Mark shape={severity} /> {capitalised(SEVERITY_WORDS[severity])}
          </span>
          <code>{rule}</code>
        </div>
        <h3>{title}</h3>
        <p>{message}</p>
      </div>
      <div class="close">
        <p class="fix">
          <span>{severity === 'info' ? 'If you like' : 'To close it'}</span>
          {fix}
        </p>
        <p class="who">
          {ownersInWords(owners)}
          {files.length === 0 ? '' : ` · ${listed(files.map(fileName), FILES_MOST)}`}
        </p>
      </div>
    </article>
  );
}
