/** @jsxImportSource preact */
import { ITEM_NAMES, listInWords, STATUS_WORDS } from '../words/handoff-list.js';
import { ITEM_SHAPES, Mark } from './marks.js';
import { Refs } from './refs.js';
import type { View } from './view.js';

/** The twelve, always in this order, so that two deliveries can be compared by eye. */
export function HandoffList({ view }: { readonly view: View }) {
  const { report, prefix } = view;
  if (report.handoff.length === 0) return null;
  return (
    <section class="part list-part" id={`${prefix}list`} aria-labelledby={`${prefix}list-name`}>
      <div class="part-head">
        <h2 id={`${prefix}list-name`}>Handoff list</h2>
        <p>{listInWords(report.handoff)}</p>
      </div>
      <table class="card list">
        <thead>
          <tr>
            <td class="number" />
            <th scope="col">What the mixer needs</th>
            <th scope="col">State</th>
            <th scope="col">What is there</th>
          </tr>
        </thead>
        <tbody>
          {report.handoff.map(({ id, status, because, from, findings }, at) => (
            <tr key={id} class={`is-${status}`}>
              <td class="number">{at + 1}</td>
              <th scope="row">{ITEM_NAMES[id]}</th>
              <td class="state">
                <Mark shape={ITEM_SHAPES[status]} />
                {status === 'not-applicable' ? 'does not apply' : STATUS_WORDS[status]}
              </td>
              <td>
                {because} {from === null ? null : <span class="from">{from}</span>}{' '}
                <Refs view={view} findings={view.findings.filter(({ number }) => findings.includes(number ?? 0))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
