/** @jsxImportSource preact */
import type { ItemStatus, Question, Severity, Verdict } from '../../model/report.js';

/** Shapes that differ without their colour: each is drawn once and used by its name. */
export type Shape =
  | 'error'
  | 'warning'
  | 'info'
  | 'ok'
  | 'waived'
  | 'cannot-tell'
  | 'answered'
  | 'partly'
  | 'open'
  | 'not-said'
  | 'none';

export const VERDICT_SHAPES: Readonly<Record<Verdict, Shape>> = {
  ready: 'ok',
  'ready-with-questions': 'warning',
  'not-ready': 'error',
  'cannot-check': 'cannot-tell',
};
export const ITEM_SHAPES: Readonly<Record<ItemStatus, Shape>> = {
  gap: 'error',
  open: 'open',
  waived: 'waived',
  'not-applicable': 'none',
  'cannot-tell': 'cannot-tell',
  'not-said': 'not-said',
  ok: 'ok',
};
export const QUESTION_SHAPES: Readonly<Record<Question['status'], Shape>> = {
  answered: 'answered',
  partly: 'partly',
  'not-said': 'open',
};

/** A mark; the word beside it says the same, so a reader passes over it. */
export function Mark({ shape, tone }: { readonly shape: Shape; readonly tone?: Severity | 'ok' }) {
  return (
    <svg class={`mark${tone ? ` ${tone}` : ''}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shape === 'none' ? null : <use href={`#mark-${shape}`} />}
    </svg>
  );
}

/** The shapes, and the hatching for where there is nothing. */
export function Shapes() {
  return (
    <svg width="0" height="0" class="defs" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" class="hatch-line" />
        </pattern>
        <symbol id="mark-error" viewBox="0 0 16 16">
          <rect x="1" y="1" width="14" height="14" rx="3" fill="currentColor" />
          <path d="M5 5 11 11M11 5 5 11" class="cut" />
        </symbol>
        <symbol id="mark-warning" viewBox="0 0 16 16">
          <path d="M8 2 15 14H1Z" class="thin" />
          <path d="M8 6.2v3.6M8 11.8v.5" class="thin" />
        </symbol>
        <symbol id="mark-info" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6.6" class="thin" />
          <path d="M8 7.4v3.8M8 4.5v.5" class="thin" />
        </symbol>
        <symbol id="mark-ok" viewBox="0 0 16 16">
          <path d="M2.6 8.6 6.2 12.2 13.4 4.2" class="thick" />
        </symbol>
        <symbol id="mark-waived" viewBox="0 0 16 16">
          <path d="M3 8H13" class="thick" />
        </symbol>
        <symbol id="mark-cannot-tell" viewBox="0 0 16 16">
          <path d="M5.3 5.6a2.7 2.7 0 1 1 4.1 2.3C8.5 8.4 8 8.9 8 9.9M8 12.5v.5" class="thick" />
        </symbol>
        <symbol id="mark-answered" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6" fill="currentColor" />
        </symbol>
        <symbol id="mark-partly" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6" class="thin" />
          <path d="M8 2a6 6 0 0 0 0 12Z" fill="currentColor" />
        </symbol>
        <symbol id="mark-open" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="6" class="thin" />
        </symbol>
        <symbol id="mark-not-said" viewBox="0 0 16 16">
          <circle cx="8" cy="8" r="2" fill="currentColor" />
        </symbol>
      </defs>
    </svg>
  );
}
