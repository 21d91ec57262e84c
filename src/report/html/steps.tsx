/** @jsxImportSource preact */
import { CHECKED_ON, DAWS, dawOf, MANUALS, STEPS, TASK_NAMES, type Task, taskOf } from './daw-steps.js';
import type { View } from './view.js';

/** The tasks that this delivery needs, in the order of its findings. */
export function tasksOf({ findings }: View): Task[] {
  return [...new Set(findings.flatMap((finding) => taskOf(finding) ?? []))];
}

/** Where the menus are that close the gaps: of the program that the files name first, else of all. */
export function Steps({ view }: { readonly view: View }) {
  const { report, prefix } = view;
  const tasks = tasksOf(view);
  if (tasks.length === 0) return null;
  const seen = dawOf(report.files.flatMap(({ header }) => header?.software ?? []));
  return (
    <section class="part steps-part" id={`${prefix}steps`} aria-labelledby={`${prefix}steps-name`}>
      <div class="part-head">
        <h2 id={`${prefix}steps-name`}>Steps in your DAW</h2>
        <p>Menus as of {CHECKED_ON}; other versions may name them otherwise</p>
      </div>
      <div class="scripted filters">
        <label>
          Show{' '}
          <select class="daw">
            <option value="">all programs</option>
            {DAWS.map((daw) => (
              <option key={daw} value={daw}>
                {daw}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="quiet manuals">
        Held against the manuals of {DAWS.map((daw) => `${daw} (${MANUALS[daw]})`).join(', ')}.
      </p>
      {seen === null ? null : <p class="quiet">The headers of the files name {seen}: it stands first.</p>}
      {tasks.map((task) => (
        <div class="card steps" id={`${prefix}steps-${task}`} key={task}>
          <h3>{TASK_NAMES[task]}</h3>
          <dl>
            {[...DAWS]
              .sort((a, b) => Number(b === seen) - Number(a === seen))
              .map((daw) => (
                <div key={daw} data-daw={daw} class={daw === seen ? 'seen' : undefined}>
                  <dt>{daw}</dt>
                  <dd>{STEPS[task][daw]}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
