/** @jsxImportSource preact */
import type { Report } from '../../model/report.js';
import { whatWasLeftOut, whatWasRead } from '../words/read.js';
import { folderName, VERDICT_WORDS } from '../words/verdict.js';
import { TopBar } from './document.js';
import { Findings, Waived } from './findings.js';
import { HandoffList } from './handoff-list.js';
import { Mark, Shapes, VERDICT_SHAPES } from './marks.js';
import { Stems } from './stems.js';
import { Steps, tasksOf } from './steps.js';
import { Timeline } from './timeline.js';
import { ToDo } from './to-do.js';
import { Questions, Verdict } from './top.js';
import { type View, viewOf } from './view.js';
import { WaveShapes } from './wave.js';

/** The body of the page: one report, or several below a table of contents. */
export function Page({ reports }: { readonly reports: readonly Report[] }) {
  const views = reports.map((report, at) => viewOf(report, reports.length === 1 ? '' : `r${at + 1}-`));
  return (
    <>
      <TopBar what="handoff report" />
      <Shapes />
      {views.map((view) => (
        <WaveShapes key={view.prefix} view={view} />
      ))}
      <main id="main" tabindex={-1}>
        {views.length > 1 ? <Contents views={views} /> : null}
        {views.map((view) => (
          <OneReport key={view.prefix} view={view} />
        ))}
      </main>
      <footer class="foot">
        <div class="wrap">
          {views.map((view) => (
            <Coverage key={view.prefix} view={view} />
          ))}
          <p>The delivered folder was not changed, and nothing left the machine. This page loads nothing.</p>
        </div>
      </footer>
    </>
  );
}

function Contents({ views }: { readonly views: readonly View[] }) {
  return (
    <nav class="wrap part contents" aria-label="Deliveries">
      <h2>{views.length} deliveries</h2>
      <ul>
        {views.map(({ prefix, report }) => (
          <li key={prefix}>
            <Mark shape={VERDICT_SHAPES[report.verdict]} /> <a href={`#${prefix}report`}>{folderName(report)}</a>:{' '}
            {VERDICT_WORDS[report.verdict].toLowerCase()}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OneReport({ view }: { readonly view: View }) {
  const { prefix } = view;
  return (
    <div id={`${prefix}report`}>
      <div class="wrap">
        <Verdict view={view} />
        <Questions view={view} />
      </div>
      <Jump view={view} />
      <div class="wrap">
        <div class={view.report.acts.length > 0 ? 'two' : ''}>
          <ToDo view={view} />
          <HandoffList view={view} />
        </div>
        <Timeline view={view} />
        <Findings view={view} />
        <Waived view={view} />
        <Steps view={view} />
        <Stems view={view} />
      </div>
    </div>
  );
}

function Jump({ view }: { readonly view: View }) {
  const { prefix, report, findings, waived, anchors, set, seconds } = view;
  const isDrawn = seconds > 0 && set.stems.some(({ measured }) => measured?.overview);
  const parts: (readonly [string, string, boolean])[] = [
    ['to-do', 'To do', report.acts.length > 0],
    ['list', 'Handoff list', report.handoff.length > 0],
    ['timeline', 'Timeline', isDrawn],
    ['findings', 'Findings', findings.length > 0],
    ['waived', 'Meant as it is', waived.length > 0],
    ['steps', 'Steps', tasksOf(view).length > 0],
    ['stems', 'Stems', anchors.size > 0],
  ];
  return (
    <nav
      class="jump"
      aria-label={prefix === '' ? 'Parts of the report' : `Parts of the report on ${folderName(report)}`}
    >
      <ul class="wrap">
        {parts.map(([id, name, isThere]) =>
          isThere ? (
            <li key={id}>
              <a href={`#${prefix}${id}`}>{name}</a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}

function Coverage({ view }: { readonly view: View }) {
  const { report, prefix } = view;
  const { unread, undecided } = report.coverage;
  const name = prefix === '' ? '' : `${folderName(report)}: `;
  return (
    <>
      <p>
        {name}Read: {whatWasRead(report)}. Left out: {whatWasLeftOut(report)}. Profile: {report.profile}.
      </p>
      {unread.length === 0 ? null : (
        <ul class="unread">
          {unread.slice(0, 50).map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      )}
      {undecided.length === 0 ? null : (
        <details>
          <summary>What could not be decided: {undecided.length}</summary>
          <ul>
            {undecided.slice(0, 200).map(({ rule, reason, files }, at) => (
              <li key={`${rule}${at}`}>
                {files.length > 0 ? `${files.slice(0, 3).join(', ')}: ` : ''}
                {reason} ({rule})
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
