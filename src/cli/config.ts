import { readFileSync } from 'node:fs';
import { parse as parsePath } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { PROFILES } from '../check/profiles/index.js';
import { RULES } from '../check/rules/index.js';
import { nearest } from '../model/nearest.js';
import type { Profile, RuleSetting } from '../model/profile.js';
import { QuestionError } from './question-error.js';
import { quoted } from './quoted.js';

const Severity = z.enum(['off', 'info', 'warning', 'error']);
const Option = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]);
const Setting = z.union([
  Severity,
  z.strictObject({ severity: Severity.optional(), options: z.record(z.string(), Option).optional() }),
]);
const Rules = z.record(z.string(), Setting);

/** A studio's own settings: a profile that they extend, and what they change, for all files or for some paths. */
export const ConfigFile = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().optional(),
  extends: z.string().optional(),
  rules: Rules.optional(),
  overrides: z.array(z.strictObject({ files: z.array(z.string()).min(1), rules: Rules })).optional(),
});
export type Config = { readonly path: string; readonly extends: string | null } & Required<
  Pick<Profile, 'name' | 'rules' | 'overrides'>
>;

/**
 * Reads a studio's settings.
 *
 * @throws QuestionError where the file is missing, or a line of it cannot be understood
 */
export function readConfig(path: string): Config {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new QuestionError(`the settings ${quoted(path)} cannot be read (${(error as NodeJS.ErrnoException).code})`, [
      'Name a file that exists, or leave --config out.',
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new QuestionError(`${path} is not YAML from line ${line} on`, [`${path}:${line}:${col}`, broken.message]);
  }
  const parsed = ConfigFile.safeParse(document.toJS({ maxAliasCount: 50 }) ?? {});
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const node = document.getIn(issue.path as (string | number)[], true) as
        | { range?: [number, number, number] }
        | undefined;
      const at = lines.linePos(node?.range?.[0] ?? 0);
      return `${path}:${at.line}:${at.col}  ${issue.path.join('.') || 'the file'}: ${issue.message}`;
    });
    throw new QuestionError(
      `${path} has ${problems.length === 1 ? 'a line' : `${problems.length} lines`} that cannot be understood`,
      [...problems, '', 'The form is described in stemcheck.schema.json, beside the program.'],
    );
  }
  const { extends: base, name, rules = {}, overrides = [] } = parsed.data;
  const known = PROFILES.map((profile) => profile.name);
  if (base !== undefined && !known.includes(base)) throw unknownWord(path, 'profile', base, known);
  return {
    path,
    name: name ?? parsePath(path).name,
    extends: base ?? null,
    rules: settings(path, rules),
    overrides: overrides.map((override) => ({ files: override.files, rules: settings(path, override.rules) })),
  };
}

function settings(path: string, written: z.infer<typeof Rules>): Record<string, RuleSetting> {
  return Object.fromEntries(
    Object.entries(written).map(([id, setting]): [string, RuleSetting] => {
      const rule = RULES.find((one) => one.id === id);
      if (rule === undefined)
        throw unknownWord(
          path,
          'rule',
          id,
          RULES.map((one) => one.id),
        );
      if (typeof setting === 'string') return [id, { severity: setting }];
      const options = setting.options ?? {};
      for (const [option, value] of Object.entries(options)) {
        const meant = rule.options[option];
        if (meant === undefined) throw unknownWord(path, `option of ${id}`, option, Object.keys(rule.options));
        if (typeof meant !== typeof value)
          throw new QuestionError(`${path}: ${id}.${option} is ${JSON.stringify(value)}`, [
            `Write a ${typeof meant}, such as the default, ${JSON.stringify(meant)}.`,
          ]);
      }
      return [id, { ...(setting.severity ? { severity: setting.severity } : {}), options }];
    }),
  );
}

function unknownWord(path: string, kind: string, written: string, known: readonly string[]): QuestionError {
  const near = nearest(written, known);
  return new QuestionError(
    `${path}: there is no ${kind} "${written}"`,
    near === null ? [`Known: ${known.join(', ') || 'none'}`] : [`Did you mean  ${near} ?`],
  );
}
