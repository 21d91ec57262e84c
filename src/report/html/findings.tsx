/** @jsxImportSource preact */
import type { Owner } from '../../model/brief.js';
import type { Finding } from '../../model/report.js';
import { ITEMS } from '../../model/report.js';
import { capitalised, counted, fileName, listed } from '../../model/units.js';
import { ITEM_NAMES } from '../words/handoff-list.js';
import { ownersInWords } from '../words/to-do.js';
import { SEVERITY_WORDS } from '../words/verdict.js';
import { taskOf } from './daw-steps.js';
import { drawingOf } from './evidence/drawing.js';
import { Mark } from './marks.js';
import { findingAnchor, type View } from './view.js';

/** Beyond these a finding is a row: its words in full, without a card of its own. */
const CARDS_MOST = 150;
const FILES_LINKED = 12;

/** Every finding, by who closes it, worst first; each with its evidence and what to do. */
export function Findings({ view }: { readonly view: View }) {
  const { findings, prefix } = view;
  if (findings.length === 0) return null;
  const cards = findings.slice(0, CARDS_MOST);
  const groups = groupsOf(cards);
  return (
    <section class="part" id={`${prefix}findings`} aria-labelledby={`${prefix}findings-name`}>
      <div class="part-head">
        <h2 id={`${prefix}findings-name`}>Findings, by who closes them</h2>
        <p class="shown" role="status">
          {counted(findings.length, 'finding')}
        </p>
      </div>
      <Filters view={view} />
      {groups.map(({ name, findings: own }) => (
        <div class="group" key={name}>
          <h3>{name}</h3>
          {own.map((finding) => (
            <Card key={finding.key} view={view} finding={finding} />
          ))}
        </div>
      ))}
      <Rest view={view} findings={findings.slice(CARDS_MOST)} />
    </section>
  );
}

function groupsOf(findings: readonly Finding[]): { name: string; findings: Finding[] }[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = finding.severity === 'info' ? 'Good to know' : ownersInWords(finding.owners);
    groups.set(name, [...(groups.get(name) ?? []), finding]);
  }
  // Worst first within and among groups; notes last, since nobody has to do anything.
  return [...groups].map(([name, own]) => ({ name, findings: own }));
}

function Filters({ view }: { readonly view: View }) {
  const { findings } = view;
  const owners = [...new Set(findings.flatMap((finding) => finding.owners))].sort();
  const items = ITEMS.filter((id) => findings.some(({ item }) => item === id));
  return (
    <form class="filters scripted" aria-label="Filter findings">
      <fieldset>
        <legend>Severity</legend>
        {(['error', 'warning', 'info'] as const).map((severity) => {
          const count = findings.filter((finding) => finding.severity === severity).length;
          return count === 0 ? null : (
            <label key={severity}>
              <input type="checkbox" name="severity" value={severity} checked />
              <Mark shape={severity} tone={severity} /> {capitalised(SEVERITY_WORDS[severity])} {count}
            </label>
          );
        })}
      </fieldset>
      <label>
        Closed by{' '}
        <select name="who">
          <option value="">anyone</option>
          {owners.map((owner) => (
            <option key={owner} value={owner}>
              {ownerInWords(owner)}
            </option>
          ))}
        </select>
      </label>
      <label>
        List item{' '}
        <select name="item">
          <option value="">any</option>
          {items.map((id) => (
            <option key={id} value={id}>
              {ITEM_NAMES[id].toLowerCase()}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

function ownerInWords(owner: Owner): string {
  return owner.replaceAll('-', ' ');
}

function Card({ view, finding }: { readonly view: View; readonly finding: Finding }) {
  const { severity, number, rule, title, message, fix, item, owners } = finding;
  const anchor = findingAnchor(view, finding);
  const drawing = drawingOf(view, finding);
  const task = taskOf(finding);
  return (
    <article
      class={`card finding${drawing === null ? '' : ' drawn-beside'}`}
      id={anchor}
      aria-labelledby={`${anchor}-name`}
      data-severity={severity}
      data-who={owners.join(' ')}
      data-item={item ?? ''}
    >
      <div>
        <div class="finding-head">
          <span class="finding-number">{number}</span>
          <span class={`severity ${severity}`}>
            <Mark shape={severity} /> {capitalised(SEVERITY_WORDS[severity])}
          </span>
          <code>{rule}</code>
        </div>
        <h4 id={`${anchor}-name`}>{title}</h4>
        <p>{message}</p>
        {(view.following.get(finding.key) ?? []).map((child) => (
          <p class="follows" key={child.key}>
            Follows from it: {child.title}.
          </p>
        ))}
      </div>
      <div class="close">
        <p class="fix">
          <span>{severity === 'info' ? 'If you like' : 'To close it'}</span>
          {fix}
        </p>
        <Where view={view} finding={finding} />
        {task === null ? null : (
          <p class="who">
            <a href={`#${view.prefix}steps-${task}`}>Steps in your DAW</a>
          </p>
        )}
      </div>
      {drawing}
    </article>
  );
}

/** Which act closes it, which item it belongs to, and the cards of its files. */
function Where({ view, finding }: { readonly view: View; readonly finding: Finding }) {
  const point = view.report.acts.findIndex(({ closes }) => closes.includes(finding.number ?? 0));
  const shown = finding.files.slice(0, FILES_LINKED);
  const rest = finding.files.length - shown.length;
  return (
    <p class="who">
      {point < 0 ? null : (
        <>
          Closed by <a href={`#${view.prefix}to-do`}>point {point + 1}</a>
        </>
      )}
      {finding.item === null
        ? null
        : `${point < 0 ? 'List' : ' · list'} item: ${ITEM_NAMES[finding.item].toLowerCase()}`}
      {shown.map((path, at) => {
        const anchor = view.anchors.get(path);
        return (
          <span key={path}>
            {at === 0 ? ' · ' : ', '}
            {anchor === undefined ? fileName(path) : <a href={`#${anchor}`}>{fileName(path)}</a>}
          </span>
        );
      })}
      {rest > 0 ? ` and ${rest} more` : null}
    </p>
  );
}

function Rest({ view, findings }: { readonly view: View; readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <div class="group">
      <h3>The other {findings.length}</h3>
      <table class="rest">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">What is there</th>
            <th scope="col">To close it</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr
              key={finding.key}
              id={findingAnchor(view, finding)}
              data-severity={finding.severity}
              data-who={finding.owners.join(' ')}
              data-item={finding.item ?? ''}
            >
              <td>{finding.number}</td>
              <td>
                {capitalised(SEVERITY_WORDS[finding.severity])}: {finding.title}
                {finding.files.length === 0 ? '' : ` (${listed(finding.files.map(fileName), 2)})`}
              </td>
              <td>{finding.fix}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the brief says is meant: in the report with its reason, out of the verdict. */
export function Waived({ view }: { readonly view: View }) {
  const { waived, prefix } = view;
  if (waived.length === 0) return null;
  return (
    <section class="part" id={`${prefix}waived`} aria-labelledby={`${prefix}waived-name`}>
      <div class="part-head">
        <h2 id={`${prefix}waived-name`}>Meant as it is</h2>
        <p>the brief says so; it does not count</p>
      </div>
      <table class="rest">
        <thead>
          <tr>
            <th scope="col">What is there</th>
            <th scope="col">Why it is meant</th>
          </tr>
        </thead>
        <tbody>
          {waived.map((finding) => (
            <tr key={finding.key}>
              <td>
                {finding.title}
                {finding.files.length === 0 ? '' : ` (${listed(finding.files.map(fileName), 3)})`}
              </td>
              <td>
                “{finding.waived?.reason}” <span class="from">{`${finding.waived?.file}:${finding.waived?.line}`}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
