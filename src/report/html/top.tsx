/** @jsxImportSource preact */
import { isNone } from '../../model/brief.js';
import type { Report } from '../../model/report.js';
import { counted, formatBpm, formatKey, formatSeconds, stemName } from '../../model/units.js';
import { answerInWords, QUESTION_WORDS } from '../words/handoff-list.js';
import { setInWords } from '../words/set.js';
import { stageInWords } from '../words/to-do.js';
import { folderName, SEVERITY_WORDS, VERDICT_WORDS } from '../words/verdict.js';
import { Mark, QUESTION_SHAPES, VERDICT_SHAPES } from './marks.js';
import type { View } from './view.js';

export const VERDICT_TONES = {
  ready: 'ok',
  'ready-with-questions': 'warning',
  'not-ready': 'error',
  'cannot-check': 'warning',
} as const;

/** The verdict, what it takes, and the job in a few fields. */
export function Verdict({ view }: { readonly view: View }) {
  const { report } = view;
  const { verdict, verdictBecause, counts, coverage } = report;
  const [stage, because] = stageInWords(report)
    .replace(/^Stage: /, '')
    .split(/, because |\.$/);
  return (
    <div class="head">
      <div>
        <p class="folder">{folderName(report)}</p>
        <h1>
          <Mark shape={VERDICT_SHAPES[verdict]} tone={VERDICT_TONES[verdict]} /> {VERDICT_WORDS[verdict]}
        </h1>
        <p class="lead">{verdictBecause}</p>
        {coverage.quick ? (
          <p class="stage">A quick look: names, headers and words. No sample was read, so the sound is not judged.</p>
        ) : null}
        <ul class="counts">
          {(['error', 'warning', 'info'] as const).map((severity) =>
            counts[severity] === 0 ? null : (
              <li key={severity} class={severity}>
                <Mark shape={severity} /> {counted(counts[severity], SEVERITY_WORDS[severity])}
              </li>
            ),
          )}
        </ul>
        {stage ? (
          <p class="stage">
            Stage: <strong>{stage}</strong>
            {because ? `, because ${because}` : ''}.
          </p>
        ) : null}
      </div>
      <Job view={view} />
    </div>
  );
}

function Job({ view }: { readonly view: View }) {
  const { report, set, seconds } = view;
  const dry = set.dry.length === 0 ? '' : `, and ${counted(set.dry.length, 'dry vocal')}`;
  const fields: (readonly [string, string])[] = [
    ['Song', report.song ?? 'not said'],
    ['Stems', `${set.stems.length}${dry}`],
    ['Format', formatOf(report)],
    ['Length', seconds > 0 ? formatSeconds(seconds) : 'not known'],
    ['Tempo', tempoOf(report)],
    ['Key', keyOf(report)],
    [
      'Rough mix',
      report.files.filter(({ kind }) => kind === 'rough-mix').map(({ path }) => stemName(path))[0] ?? 'none',
    ],
    ['Scope', scopeOf(report)],
  ];
  return (
    <dl class="card job">
      {fields.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Rate, width and container of most stems: what `setInWords` says between the count and the length. */
function formatOf(report: Report): string {
  const parts = setInWords(report)
    .split(', ')
    .slice(1)
    .filter((part) => !/^\d+:\d/.test(part));
  const containers = new Set(
    report.files.flatMap(({ kind, header }) => (kind === 'stem' && header ? [header.container.toUpperCase()] : [])),
  );
  return (
    [...parts, [...containers].sort().slice(0, 3).join(' and ')].filter((part) => part !== '').join(', ') || 'not known'
  );
}

/** What the job includes; where it was said in words that name no service, those words, as in the handoff list. */
function scopeOf({ brief, handoff }: Report): string {
  const named = brief.job.map(({ value }) => value).join(', ');
  const item = handoff.find(({ id, status }) => id === 'scope' && status === 'ok');
  return named || item?.because || 'not said';
}

function tempoOf({ brief }: Report): string {
  const said = brief.tempo[0]?.value;
  if (said === undefined) return 'not said';
  if (isNone(said)) return 'none';
  return `${said.approx ? 'about ' : ''}${formatBpm(said.bpm)}${said.changes?.length ? ', with changes' : ''}`;
}

function keyOf({ brief }: Report): string {
  const said = brief.key[0]?.value;
  return said === undefined ? 'not said' : isNone(said) ? 'none' : formatKey(said);
}

/** The three questions that stand first, each with its answer and where it was said. */
export function Questions({ view }: { readonly view: View }) {
  const { questions } = view.report;
  if (questions.length === 0) return null;
  const words = { answered: 'answered', partly: 'answered in part', 'not-said': 'not answered' };
  return (
    <dl class="questions">
      {questions.map((question) => (
        <div class="question" key={question.id}>
          <dt>{QUESTION_WORDS[question.id]}</dt>
          <dd>
            <Mark shape={QUESTION_SHAPES[question.status]} tone={question.status === 'answered' ? 'ok' : 'warning'} />
            <span>
              <span class="only-read">{words[question.status]}: </span>
              {answerInWords(question)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
