/** @jsxImportSource preact */

import type { Act } from '../../model/report.js';
import { listed } from '../../model/units.js';
import { messageAbout } from '../message.js';
import { cutMiddle } from '../words/cut.js';
import { actGroups, fileLines, ownersInWords } from '../words/to-do.js';
import { Refs } from './refs.js';
import type { View } from './view.js';

const FILES_SHOWN = 12;
/** A longer name is whole on its card. */
const NAME_COLUMNS = 40;

/** What to do, by person, each with a message to send. */
export function ToDo({ view }: { readonly view: View }) {
  const { report, prefix } = view;
  const groups = actGroups(report.acts);
  if (groups.length === 0) return null;
  const everything = report.acts.map((act, at) => ({ act, number: at + 1 }));
  return (
    <section class="part" id={`${prefix}to-do`} aria-labelledby={`${prefix}to-do-name`}>
      <div class="part-head">
        <h2 id={`${prefix}to-do-name`}>To do</h2>
        {groups.length > 1 ? (
          <button type="button" class="scripted" data-copy={`${prefix}message-all`}>
            Copy all as one message
          </button>
        ) : null}
      </div>
      {groups.map(({ owners, decision, acts }, at) => {
        const name = ownersInWords(owners);
        const message = `${prefix}message-${at}`;
        return (
          <div class="card person" key={message}>
            <div class="person-head">
              <h3>
                {name}
                {decision ? <span class="tag"> a decision, not a file error</span> : null}
              </h3>
              <button type="button" class="scripted" data-copy={message} aria-label={`Copy as message: ${name}`}>
                Copy as message
              </button>
            </div>
            <ol>
              {acts.map(({ number, act }) => (
                <li class="act" key={number}>
                  <span class="act-number">{number}</span>
                  <div>
                    <p class="act-words">{act.act}</p>
                    <Files act={act} />
                    <p class="closes">
                      Closes{' '}
                      <Refs
                        view={view}
                        findings={view.findings.filter((finding) => act.closes.includes(finding.number ?? 0))}
                      />
                    </p>
                  </div>
                </li>
              ))}
            </ol>
            <Message id={message} text={messageAbout(report, renumbered(acts))} label={`The message: ${name}`} />
          </div>
        );
      })}
      {groups.length > 1 ? (
        <Message id={`${prefix}message-all`} text={messageAbout(report, everything)} label="All of it as one message" />
      ) : null}
    </section>
  );
}

function renumbered<T extends { readonly number: number }>(acts: readonly T[]): T[] {
  return acts.map((act, at) => ({ ...act, number: at + 1 }));
}

function Files({ act }: { readonly act: Act }) {
  const all = fileLines(act);
  if (all.length === 0) return null;
  const shown = all.length > FILES_SHOWN + 1 ? all.slice(0, FILES_SHOWN) : all;
  const rest = all.length - shown.length;
  return (
    <dl class="act-files">
      {shown.map(({ names, remark }) => (
        <div key={names[0]}>
          <dt>
            {listed(
              names.map((name) => cutMiddle(name, NAME_COLUMNS)),
              8,
            )}
          </dt>
          <dd>{remark}</dd>
        </div>
      ))}
      {rest > 0 ? (
        <div>
          <dt>and {rest} more</dt>
          <dd />
        </div>
      ) : null}
    </dl>
  );
}

function Message({ id, text, label }: { readonly id: string; readonly text: string; readonly label: string }) {
  return (
    <details class="message">
      <summary>{label}</summary>
      <pre id={id}>{text}</pre>
    </details>
  );
}
