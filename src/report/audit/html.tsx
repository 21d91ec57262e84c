/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string';
import type { Audit, AuditRow, BaselineChange } from '../../model/audit.js';
import type { Severity, Verdict } from '../../model/report.js';
import { counted } from '../../model/units.js';
import { htmlDocument, TopBar } from '../html/document.js';
import { Mark, type Shape, Shapes, VERDICT_SHAPES } from '../html/marks.js';
import { VERDICT_TONES } from '../html/top.js';
import { terminalText, withStrings } from '../terminal-text.js';
import { pathUri } from '../words/places.js';
import { folderName, VERDICT_WORDS } from '../words/verdict.js';
import { DELIVERY_FINDINGS_MOST, OneDelivery } from './delivery-html.js';
import { whoFor } from './waits-for.js';
import { worstFirst } from './worst-first.js';

/** A drive of thousands of deliveries stays a page that opens: beyond these, findings are counted and not listed. */
const FINDINGS_MOST = 10_000;
const CHANGES_MOST = 500;

/**
 * Prints an audit as one page that loads nothing: verdicts, a table worst first, what changed since the baseline, then
 * each delivery with what to do and what was found. A delivery that has a page of its own is linked and not told again.
 *
 * @param pageOf the page of the delivery at a path, '/' between parts, as seen from where the overview will lie
 */
export function formatAuditHtml(audit: Audit, pageOf: (path: string) => string | null = () => null): string {
  const { deliveries, ...rest } = audit;
  const head = withStrings(rest, terminalText);
  const sorted = [...deliveries].sort(worstFirst);
  const rows = sorted.map((row) => withStrings({ ...row, acts: [], findings: [], folded: [] }, terminalText));
  const drive = folderName({ root: head.root, song: null });
  const pages = sorted.map(({ path }) => pageOf(path));
  const links = pages.map((page, at) => (page === null ? `#d${at + 1}` : pathUri(page)));
  let room = FINDINGS_MOST;
  // One at a time: the text of a delivery is all that stays of it.
  const each = sorted.map((row, at) => {
    if (pages[at] !== null) return '';
    const most = Math.min(room, DELIVERY_FINDINGS_MOST);
    room -= Math.min(most, row.findings.length);
    return renderToString(<OneDelivery row={withStrings(row, terminalText)} number={at + 1} most={most} />);
  });
  const body = [
    renderToString(
      <>
        <TopBar what="audit of a drive" />
        <Shapes />
      </>,
    ),
    '<main id="main" tabindex="-1"><div class="wrap">',
    renderToString(
      <>
        <Headline head={head} drive={drive} rows={rows} />
        <Overview rows={rows} links={links} />
        <Changes baseline={head.baseline} />
      </>,
    ),
    ...each,
    '</div></main>',
    renderToString(<Foot head={head} rows={rows} />),
  ];
  return htmlDocument(`${drive}: ${readyWords(rows)} (stemcheck)`, body.join(''));
}

type Head = Omit<Audit, 'deliveries'>;
type Rows = readonly AuditRow[];

function readyWords(rows: Rows): string {
  const ready = rows.filter(({ verdict }) => verdict === 'ready').length;
  return `${ready} of ${counted(rows.length, 'delivery', 'deliveries')} ${ready === 1 ? 'is' : 'are'} ready to mix`;
}

const COUNTED: readonly Verdict[] = ['not-ready', 'ready-with-questions', 'ready', 'cannot-check'];

function Headline({ head, drive, rows }: { readonly head: Head; readonly drive: string; readonly rows: Rows }) {
  const { shard, baseline } = head;
  return (
    <div class="head">
      <div>
        <p class="folder">
          {drive}
          {shard ? ` (shard ${shard.index} of ${shard.of})` : ''}
        </p>
        <h1>{readyWords(rows)}</h1>
        <ul class="counts">
          {COUNTED.map((verdict) => {
            const count = rows.filter((row) => row.verdict === verdict).length;
            return count === 0 ? null : (
              <li key={verdict} class={VERDICT_TONES[verdict]}>
                <Mark shape={VERDICT_SHAPES[verdict]} /> {VERDICT_WORDS[verdict]}: {count}
              </li>
            );
          })}
        </ul>
        {baseline ? (
          <p class="stage">
            Since the baseline: {counted(baseline.opened.length, 'gap')} opened, {baseline.closed.length} closed,{' '}
            {baseline.known} known.
          </p>
        ) : null}
      </div>
    </div>
  );
}

const COLUMNS = ['Delivery', 'Verdict', 'Stems', 'Errors', 'Warnings', 'Stage', 'Waits for'];

function Overview({ rows, links }: { readonly rows: Rows; readonly links: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <section class="part" aria-labelledby="deliveries-name">
      <div class="part-head">
        <h2 id="deliveries-name">Deliveries</h2>
        <p>worst first</p>
      </div>
      <div class="all">
        <section class="scroll" tabindex={0} aria-label="Table of all deliveries">
          <table>
            <thead>
              <tr>
                {COLUMNS.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <OverviewRow key={row.path} row={row} link={links[at] ?? ''} />
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </section>
  );
}

function OverviewRow({ row, link }: { readonly row: AuditRow; readonly link: string }) {
  const { path, verdict, stems, counts, stage } = row;
  const figures =
    verdict === 'cannot-check' ? ['', '', '', '', ''] : [stems, counts.error, counts.warning, stage, whoFor(row)];
  return (
    <tr>
      <th scope="row">
        <a href={link}>{path}</a>
      </th>
      <td>
        <Mark shape={VERDICT_SHAPES[verdict]} tone={VERDICT_TONES[verdict]} /> {VERDICT_WORDS[verdict]}
      </td>
      {figures.map((figure, at) => (
        <td key={COLUMNS[at + 2]}>{figure}</td>
      ))}
    </tr>
  );
}

type Change = { readonly shape: Shape; readonly tone: Severity | 'ok'; readonly is: string; readonly said: string };

function Changes({ baseline }: { readonly baseline: Head['baseline'] | undefined }) {
  if (baseline === undefined) return null;
  const { opened, closed, gone = [] } = baseline;
  const said = ({ delivery, title, rule }: BaselineChange) => `${delivery}: ${title} (${rule})`;
  const all: Change[] = [
    ...opened.map((one): Change => ({ shape: one.severity, tone: one.severity, is: 'Opened', said: said(one) })),
    ...closed.map((one): Change => ({ shape: 'ok', tone: 'ok', is: 'Closed', said: said(one) })),
    ...gone.map(
      (path): Change => ({ shape: 'waived', tone: 'info', is: 'Gone', said: `${path}: no longer on the drive` }),
    ),
  ];
  if (all.length === 0) return null;
  const left = all.length - CHANGES_MOST;
  return (
    <section class="part" aria-labelledby="changes-name">
      <div class="part-head">
        <h2 id="changes-name">What changed since the baseline</h2>
      </div>
      <table class="rest">
        <thead>
          <tr>
            <th scope="col">What became of it</th>
            <th scope="col">Gap</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, CHANGES_MOST).map((change, at) => (
            <tr key={`${at} ${change.said}`}>
              <td>
                <Mark shape={change.shape} tone={change.tone} /> {change.is}
              </td>
              <td>{change.said}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? <p class="quiet">and {left} more: the JSON of the audit lists them</p> : null}
    </section>
  );
}

function Foot({ head, rows }: { readonly head: Head; readonly rows: Rows }) {
  const stems = rows.reduce((sum, row) => sum + row.stems, 0);
  return (
    <footer class="foot">
      <div class="wrap">
        <p>
          Read: {counted(rows.length, 'folder')}, {counted(stems, 'stem')}. Profile: {head.profile}.
        </p>
        <p>The drive was not changed, and nothing left the machine. This page loads nothing.</p>
      </div>
    </footer>
  );
}
