import type { ItemStatus, Severity, Verdict } from '../../model/report.js';

/** A state is a word with a mark that differs by its shape; these are the marks where nothing is coloured. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  ready: '✓',
  'ready-with-questions': '!',
  'not-ready': '✗',
  'cannot-check': '?',
};
export const SEVERITY_MARKS: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: 'i' };
export const ITEM_MARKS: Readonly<Record<ItemStatus, string>> = {
  gap: '✗',
  open: '○',
  waived: '–',
  'not-applicable': '',
  'cannot-tell': '?',
  'not-said': '·',
  ok: '✓',
};
