import { z } from 'zod';
import type { Options, Rule } from '../check/define-rule.js';
import { PROFILES } from '../check/profiles/index.js';
import { RULES } from '../check/rules/index.js';

const Severity = z.enum(['off', 'info', 'warning', 'error']).meta({ id: 'severity' });
// 48000 in a list of words is meant as the word.
const Word = z.union([z.string(), z.number().transform(String)]);

function optionSchema(standard: Options[string]): z.ZodType<Options[string] | undefined> {
  const one =
    typeof standard === 'number'
      ? z.number()
      : typeof standard === 'boolean'
        ? z.boolean()
        : typeof standard === 'string'
          ? z.string()
          : z.array(Word);
  return one.optional().describe(`standard: ${JSON.stringify(standard)}`);
}

function settingSchema(options: Options) {
  const known = Object.entries(options).map(([name, standard]) => [name, optionSchema(standard)] as const);
  const Options = z.strictObject(Object.fromEntries(known));
  return z.union([Severity, z.strictObject({ severity: Severity.optional(), options: Options.optional() })]);
}

// Most rules have no options: they share one definition, which keeps the printed schema small.
const Plain = settingSchema({}).meta({ id: 'setting' });
const ruleSchema = ({ summary, options }: Rule) =>
  (Object.keys(options).length === 0 ? Plain : settingSchema(options)).optional().describe(summary);
const Rules = z
  .strictObject(Object.fromEntries(RULES.map((rule) => [rule.id, ruleSchema(rule)])))
  .meta({ id: 'rules' });

/** A studio's own settings: a profile that they extend, and what they change, for all files or for some paths. */
export const ConfigFile = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().optional().describe('printed in reports as the profile'),
  extends: z
    .enum(PROFILES.map(({ name }) => name))
    .optional()
    .describe('the profile that these settings start from; standard unless told'),
  rules: Rules.optional().describe('a severity, or severity and options, by rule'),
  overrides: z
    .array(
      z.strictObject({
        files: z.array(z.string()).min(1).describe('paths in the delivered folder; * within a name, ** over folders'),
        rules: Rules,
      }),
    )
    .optional()
    .describe('settings for some paths only; the last that matches counts'),
});

/** The JSON Schema of the settings, from which editors complete rules and options. */
export function configJsonSchema(): object {
  return {
    // The draft that editors know best.
    ...z.toJSONSchema(ConfigFile, { io: 'input', target: 'draft-7' }),
    title: 'Settings of stemcheck',
    description: 'stemcheck.config.yaml or .json: a profile that is extended, and what is changed in it.',
  };
}
