import stringWidth from 'string-width';
import type { RuleDoc } from '../model/rule-doc.js';
import { counted } from '../model/units.js';
import { ends, heading, padEnd, wrapped } from './table/lines.js';
import { type Look, look } from './table/look.js';
import type { TableOptions } from './table.js';
import { asciiText, terminalText, withStrings } from './terminal-text.js';
import { CHAPTER_WORDS, severityInWords } from './words/rules.js';

/** Prints the registry for a terminal: chapter by chapter, each rule with its severity and what it wants. */
export function formatRules(rules: readonly RuleDoc[], options: TableOptions): string {
  const style = look(options);
  const text = options.ascii ? (said: string) => asciiText(terminalText(said)) : terminalText;
  const shown = rules.map(({ id, chapter, severity, strict, summary }) =>
    withStrings({ id, chapter, severity, summary, ...(strict === undefined ? {} : { strict }) }, text),
  );
  const column = Math.max(0, ...shown.map(({ id }) => stringWidth(id)));
  const known = Object.keys(CHAPTER_WORDS);
  const chapters = [...new Set([...known, ...shown.map(({ chapter }) => chapter)])];
  const sections = chapters.flatMap((chapter) => {
    const members = shown.filter((rule) => rule.chapter === chapter);
    const title = CHAPTER_WORDS[chapter] ?? chapter;
    return members.length === 0
      ? []
      : [
          heading(title, counted(members.length, 'rule'), style),
          '',
          ...members.flatMap((rule) => row(rule, column, style)),
          '',
        ];
  });
  const about = ends(
    `  ${counted(rules.length, 'rule')}.`,
    style.ink.dim(`${style.program} explain <rule> says why one exists`),
    style.inner,
  );
  return `${[...sections, about ?? `  ${counted(rules.length, 'rule')}.`].join('\n')}\n`;
}

/** The registry as JSON: everything a rule says about itself, its examples in words. */
export function formatRulesJson(rules: readonly RuleDoc[]): string {
  const docs = rules.map((rule) => ({
    id: rule.id,
    chapter: rule.chapter,
    severity: rule.severity,
    strict: rule.strict ?? rule.severity,
    item: rule.item,
    owners: rule.owners,
    stage: rule.stage,
    needs: rule.needs,
    uses: rule.uses ?? [],
    summary: rule.summary,
    why: rule.why,
    how: rule.how ?? null,
    standsOn: rule.standsOn ?? null,
    options: rule.options,
    neverWaived: rule.neverWaived ?? false,
    examples: {
      passes: rule.examples.passes.map(({ when }) => ({ when })),
      fails: rule.examples.fails.map(({ when, says }) => ({ when, says })),
    },
  }));
  return `${JSON.stringify({ schemaVersion: 1, rules: docs }, null, 2)}\n`;
}

type Row = Pick<RuleDoc, 'id' | 'severity' | 'strict' | 'summary'>;

function row(rule: Row, column: number, style: Look): string[] {
  const { ink, inner, width } = style;
  const word = severityInWords(rule.severity);
  const paint = { error: ink.red, warning: ink.yellow, note: ink.cyan, off: ink.dim }[word] ?? ink.dim;
  const strict = rule.strict !== undefined && rule.strict !== rule.severity ? severityInWords(rule.strict) : '';
  const summary = strict === '' ? rule.summary : `${rule.summary} (strict: ${strict})`;
  const first = `  ${paint(padEnd(word, 7))}  ${padEnd(rule.id, column)}`;
  const indent = column + 13;
  // Beside long ids a narrow terminal has no room for sentences: they stand below.
  if (width - indent < 36)
    return [first.trimEnd(), ...wrapped(summary, inner - 11).map((line) => `           ${line}`)];
  return wrapped(summary, inner - indent).map((line, at) => (at === 0 ? `${first}  ` : ' '.repeat(indent)) + line);
}
