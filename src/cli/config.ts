import { readFileSync } from 'node:fs';
import { parse as parsePath } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Profile, RuleSetting } from '../model/profile.js';
import { configProblems, type Problem } from './config-problems.js';
import { ConfigFile } from './config-schema.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';

export type Config = { readonly path: string; readonly extends: string | null } & Required<
  Pick<Profile, 'name' | 'rules' | 'overrides'>
>;

/**
 * Reads a studio's settings.
 *
 * @throws QuestionError where the file is missing, or a line of it cannot be understood
 */
export function readConfig(path: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(textOf(path), { lineCounter: lines, prettyErrors: false });
  const place = (at: number) => `${path}:${lines.linePos(at).line}:${lines.linePos(at).col}`;
  const [broken] = document.errors;
  if (broken) {
    throw new QuestionError(`the settings ${quoted(path)} are neither YAML nor JSON`, [
      `${place(broken.pos[0])}  ${broken.message}`,
    ]);
  }
  const written = settingsIn(document, path) ?? {};
  const parsed = ConfigFile.safeParse(written);
  if (!parsed.success) {
    const problems = configProblems(parsed.error.issues, written).map(
      (problem) => `${place(placeOf(document, problem))}  ${problem.says}`,
    );
    throw new QuestionError(
      `the settings ${quoted(path)} have ${problems.length === 1 ? 'a line' : `${problems.length} lines`} that cannot be understood`,
      [...problems, '', 'All rules:     stemcheck rules', 'One rule:      stemcheck explain <rule>'],
    );
  }
  const { extends: base, name, rules = {}, overrides = [] } = parsed.data;
  return {
    path,
    name: name ?? parsePath(path).name,
    extends: base ?? null,
    rules: settings(rules),
    overrides: overrides.map((override) => ({ files: override.files, rules: settings(override.rules) })),
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new QuestionError(`the settings ${quoted(path)} cannot be read (${(error as NodeJS.ErrnoException).code})`, [
      'Name a file that exists, or leave --config out.',
    ]);
  }
}

function settingsIn(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    // An alias that points nowhere, or so many that they were written to fill the memory.
    throw new QuestionError(`the settings ${quoted(path)} cannot be read`, [
      error instanceof Error ? error.message : String(error),
    ]);
  }
}

/** Where a problem stands in the text: at the key, where that is what is wrong, else at its value. */
function placeOf(document: Document, { path, key }: Problem): number {
  type Node = { readonly range?: readonly [number, number, number]; readonly items?: readonly Pair[] };
  type Pair = { readonly key?: Node & { readonly value?: unknown } };
  const node = (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | null | undefined;
  const pair = key === undefined ? undefined : node?.items?.find((one) => String(one.key?.value) === key);
  return (pair?.key ?? node)?.range?.[0] ?? 0;
}

function settings(written: NonNullable<z.infer<typeof ConfigFile>['rules']>): Record<string, RuleSetting> {
  return Object.fromEntries(
    Object.entries(written).flatMap(([id, setting]): [string, RuleSetting][] => {
      if (setting === undefined) return [];
      if (typeof setting === 'string') return [[id, { severity: setting }]];
      const { severity, options = {} } = setting;
      return [[id, { ...(severity ? { severity } : {}), options }]];
    }),
  );
}
