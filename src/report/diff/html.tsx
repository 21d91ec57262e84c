/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Diff, DiffGap, DiffSide, SoundKind } from '../../model/diff.js';
import type { Severity } from '../../model/report.js';
import { counted } from '../../model/units.js';
import { htmlDocument, TopBar } from '../html/document.js';
import { Mark, type Shape, Shapes, VERDICT_SHAPES } from '../html/marks.js';
import { VERDICT_TONES } from '../html/top.js';
import { terminalText, withStrings } from '../terminal-text.js';
import { VERDICT_WORDS } from '../words/verdict.js';
import { closedWords, standingWords } from './gap-words.js';
import { countsChange, headlineWords, sideNames } from './headline-words.js';
import { soundInWords } from './sound-words.js';
import { swapWords } from './swap-words.js';

/** Hostile deliveries may hold any number of each; a page opens with so many. */
const GAPS_MOST = 1000;
const SOUNDS_MOST = 1000;
const WORDS_MOST = 500;

/** Prints what changed between two deliveries as a page that loads nothing: gaps, then files by sound, then words. */
export function formatDiffHtml(diff: Diff): string {
  const safe = withStrings(diff, terminalText);
  const { was, now } = sideNames(safe);
  return htmlDocument(`${was} → ${now}: ${headlineWords(safe)} (stemcheck)`, renderToString(<Page diff={safe} />));
}

function Page({ diff }: { readonly diff: Diff }) {
  return (
    <>
      <TopBar what="two deliveries" />
      <Shapes />
      <main id="main" tabindex={-1}>
        <div class="wrap">
          <Headline diff={diff} />
          <Gaps diff={diff} />
          <Sounds diff={diff} />
          <Words diff={diff} />
        </div>
      </main>
      <footer class="foot">
        <div class="wrap">
          <p>Profile: {diff.profile}.</p>
          <p>Neither folder was changed, and nothing left the machine. This page loads nothing.</p>
        </div>
      </footer>
    </>
  );
}

function Headline({ diff }: { readonly diff: Diff }) {
  const { was, now } = sideNames(diff);
  const change = countsChange(diff);
  const swaps = swapWords(diff);
  const isQuick = diff.old.quick || diff.new.quick;
  return (
    <div class="head">
      <div>
        <p class="folder">
          {was} → {now}
        </p>
        <h1>{headlineWords(diff)}</h1>
        {swaps === null ? null : <p class="lead">{swaps}</p>}
        {change === '' ? null : <p class="stage">{change}</p>}
        <p class="stage">
          {isQuick
            ? 'A quick look: names, headers and words. Nothing was compared by sound.'
            : 'Compared by sound, not by name: a file that was only renamed is the same file.'}
        </p>
      </div>
      <dl class="card job">
        <Side name="Old delivery" side={diff.old} />
        <Side name="New delivery" side={diff.new} />
      </dl>
    </div>
  );
}

function Side({ name, side }: { readonly name: string; readonly side: DiffSide }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Mark shape={VERDICT_SHAPES[side.verdict]} tone={VERDICT_TONES[side.verdict]} /> {VERDICT_WORDS[side.verdict]}
      </dd>
      <dd class="from">{side.verdictBecause}</dd>
    </div>
  );
}

type Row = { readonly gap: DiffGap; readonly shape: Shape; readonly said: string; readonly fix: string };

function Gaps({ diff }: { readonly diff: Diff }) {
  const { closed, still, opened } = diff.gaps;
  const shapes = { mended: 'ok', meant: 'waived', 'not-judged': 'cannot-tell' } as const;
  const standing = (gap: (typeof still)[number]): Row => ({
    gap,
    shape: gap.severity,
    said: standingWords(gap),
    fix: gap.fix,
  });
  return (
    <>
      <GapTable
        name="Closed gaps"
        about="with their old numbers"
        rows={closed.map((gap) => ({ gap, shape: shapes[gap.how], said: closedWords(gap), fix: '' }))}
      />
      <GapTable name="Gaps that still stand" about="" rows={still.map(standing)} />
      <GapTable name="New gaps" about="" rows={opened.map(standing)} />
    </>
  );
}

const TONES: Partial<Record<Shape, Severity | 'ok'>> = { error: 'error', warning: 'warning', info: 'info', ok: 'ok' };

type GapList = { readonly name: string; readonly about: string; readonly rows: readonly Row[] };

function GapTable({ name, about, rows }: GapList) {
  if (rows.length === 0) return null;
  const isOpen = rows.some(({ fix }) => fix !== '');
  return (
    <Part
      name={name}
      about={about}
      left={rows.length - GAPS_MOST}
      head={['#', 'Gap', ...(isOpen ? ['To close it'] : [])]}
    >
      {rows.slice(0, GAPS_MOST).map(({ gap, shape, said, fix }) => {
        const tone = TONES[shape];
        return (
          <tr key={gap.key}>
            <td>{gap.number ?? ''}</td>
            <td>
              <Mark shape={shape} {...(tone ? { tone } : {})} /> {said}
            </td>
            {isOpen ? <td>{fix}</td> : null}
          </tr>
        );
      })}
    </Part>
  );
}

const KINDS: readonly (readonly [SoundKind, string])[] = [
  ['changed', 'Other sound'],
  ['moved', 'Moved'],
  ['level', 'Other level'],
  ['new', 'New'],
  ['gone', 'Gone'],
  ['renamed', 'Renamed, same sound'],
  ['exported', 'Exported again, same sound'],
  ['not-compared', 'Not compared by sound'],
  ['same', 'Same'],
];

function Sounds({ diff: { sounds } }: { readonly diff: Diff }) {
  if (sounds.length === 0) return null;
  const sorted = KINDS.flatMap(([is, name]) =>
    sounds.filter((change) => change.is === is).map((change) => ({ name, change })),
  );
  return (
    <Part
      name="Files"
      about={counted(sounds.length, 'sound')}
      left={sorted.length - SOUNDS_MOST}
      head={['Sound', 'Which']}
    >
      {sorted.slice(0, SOUNDS_MOST).map(({ name, change }, at) => (
        <tr key={`${at}`}>
          <td>{name}</td>
          <td>{soundInWords(change)}</td>
        </tr>
      ))}
    </Part>
  );
}

function Words({ diff: { words } }: { readonly diff: Diff }) {
  if (words.length === 0) return null;
  return (
    <Part name="Words" about="" left={words.length - WORDS_MOST} head={['Said', 'Where', 'Words']}>
      {words.slice(0, WORDS_MOST).map(({ is, file, line, field, quote }, at) => (
        <tr key={`${at}`}>
          <td>{is === 'said' ? 'Now said' : 'No longer said'}</td>
          <td>
            {file}:{line}
          </td>
          <td>{quote.startsWith(field) ? quote : `${field}: ${quote}`}</td>
        </tr>
      ))}
    </Part>
  );
}

type PartProps = {
  readonly name: string;
  readonly about: string;
  /** rows that are not shown */
  readonly left: number;
  readonly head: readonly string[];
  readonly children: ComponentChildren;
};

function Part({ name, about, left, head, children }: PartProps) {
  const id = name.toLowerCase().replaceAll(' ', '-');
  return (
    <section class="part" id={id} aria-labelledby={`${id}-name`}>
      <div class="part-head">
        <h2 id={`${id}-name`}>{name}</h2>
        {about === '' ? null : <p>{about}</p>}
      </div>
      <table class="rest">
        <thead>
          <tr>
            {head.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {left > 0 ? <p class="quiet">and {left} more: the JSON lists them</p> : null}
    </section>
  );
}
