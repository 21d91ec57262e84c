import type { z } from 'zod';
import { PROFILES } from '../check/profiles/index.js';
import { RULES } from '../check/rules/index.js';
import { nearest } from '../model/nearest.js';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];
export type Problem = {
  /** the node that it is about */
  readonly path: Path;
  /** the key in that node, where the key is what is wrong */
  readonly key?: string;
  readonly says: string;
};

const SEVERITIES = 'off, info, warning or error';

/** What the schema found, in words that say what to write instead, in the order of the file. */
export function configProblems(issues: readonly Issue[], written: unknown): Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, [], written));
}

function problemsOf(issue: Issue, under: Path, written: unknown): Problem[] {
  const path = [...under, ...(issue.path as (string | number)[])];
  const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], written);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path, key, says: unknownKey(key, path) }));
  // A setting is a word or an object: what is wrong inside an object is said of its own lines.
  if (issue.code === 'invalid_union' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return (issue.errors[1] ?? []).flatMap((inner) => problemsOf(inner, path, written));
  return [{ path, says: wrongValue(path, value) }];
}

function unknownKey(key: string, path: Path): string {
  const last = path.at(-1);
  if (last === 'rules')
    return unknown(
      'rule',
      key,
      RULES.map(({ id }) => id),
      'stemcheck rules  lists them.',
    );
  if (last === 'options') {
    const rule = ruleAt(path);
    const names = Object.keys(rule?.options ?? {});
    const has = names.length === 0 ? `${rule?.id} has no options.` : `It has ${names.join(', ')}.`;
    return unknown(`option of ${rule?.id}`, key, names, has);
  }
  const known =
    path.length === 0
      ? ['name', 'extends', 'rules', 'overrides']
      : path[0] === 'overrides' && path.length === 2
        ? ['files', 'rules']
        : ['severity', 'options'];
  return unknown('setting', key, known, `Here stand ${known.join(', ')}.`);
}

function unknown(kind: string, written: string, known: readonly string[], all: string): string {
  const near = nearest(written, known);
  return `there is no ${kind} "${written}". ${near === null ? all : `Did you mean  ${near} ?`}`;
}

function wrongValue(path: Path, value: unknown): string {
  const last = path.at(-1);
  if (last === undefined) return 'there are no settings here. Write lines such as  extends: standard';
  const is = value === undefined ? `${last} is missing.` : `${last} is ${JSON.stringify(value)}.`;
  if (path.length === 1 && last === 'extends') return `${is} ${profileToWrite(value)}`;
  if (last === 'severity' || path.at(-2) === 'rules') return `${is} ${severityToWrite(value, last === 'severity')}`;
  const option = path.lastIndexOf('options');
  if (option >= 0 && option < path.length - 1) return `${is} ${optionToWrite(path, option)}`;
  if (last === 'options' || last === 'rules') return `${is} Write its lines below it, each with a name and a value.`;
  if (path.includes('files')) return `${is} Write a list of paths, such as  ["Drums/**", "*DRY*.wav"]`;
  if (last === 'overrides' || path.at(-2) === 'overrides')
    return `${is} Write a list, each entry with files and rules.`;
  return `${is} Write it as text.`;
}

function profileToWrite(value: unknown): string {
  const names = PROFILES.map(({ name }) => name);
  const near = typeof value === 'string' ? nearest(value, names) : null;
  return near === null ? `Write one of ${names.join(', ')}.` : `Did you mean  ${near} ?`;
}

function severityToWrite(value: unknown, isAlone: boolean): string {
  const near = typeof value === 'string' ? nearest(value, ['off', 'info', 'warning', 'error']) : null;
  if (near !== null) return `Did you mean  ${near} ?`;
  return `Write ${SEVERITIES}${isAlone ? '.' : ', or lines with severity and options.'}`;
}

function optionToWrite(path: Path, at: number): string {
  const standard = ruleAt(path.slice(0, at + 1))?.options[String(path[at + 1])];
  const kind = Array.isArray(standard)
    ? 'a list'
    : typeof standard === 'number'
      ? 'a number'
      : typeof standard === 'boolean'
        ? 'true or false'
        : 'text';
  return `Write ${kind}; standard is ${JSON.stringify(standard)}.`;
}

/** @param path ends in the rule's "options" */
function ruleAt(path: Path) {
  const id = path.at(-2);
  return RULES.find((rule) => rule.id === id);
}
