import type { Evidence } from '../../../model/report.js';

/** Fields of an evidence record, each as what a drawing needs or as nothing: a record may come from another version. */
export function numberIn(record: Evidence, field: string): number | null {
  const value = record[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function textIn(record: Evidence, field: string): string | null {
  const value = record[field];
  return typeof value === 'string' ? value : null;
}

/** A list of at least two numbers, which is what a line needs; longer ones are cut. */
export function numbersIn(record: Evidence, field: string): readonly number[] | null {
  const value = record[field];
  if (!Array.isArray(value) || value.length < 2) return null;
  const numbers = value.slice(0, NUMBERS_MOST);
  return numbers.every((one) => typeof one === 'number' && Number.isFinite(one)) ? (numbers as number[]) : null;
}

export function textsIn(record: Evidence, field: string): readonly string[] {
  const value = record[field];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** No drawing needs more; a report from outside may hold anything. */
const NUMBERS_MOST = 4096;

/** Full scale of samples as they were kept: 1.0 for floats, else the largest number of 8 or 16 bits. */
export function fullScaleOf(samples: readonly number[]): number {
  const peak = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return peak <= 2 ? 1 : peak <= 128 ? 127 : 32_767;
}
