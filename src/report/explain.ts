import type { Severity } from '../model/report.js';
import type { RuleDoc } from '../model/rule-doc.js';
import { block, heading, padEnd, wrapped } from './table/lines.js';
import { type Look, look, marked } from './table/look.js';
import { markdownLines } from './table/markdown-lines.js';
import type { TableOptions } from './table.js';
import { asciiText, terminalText, withStrings } from './terminal-text.js';
import { cutMiddle } from './words/cut.js';
import { itemInWords, optionInWords, readsInWords, severityInWords } from './words/rules.js';

export type ExplainOptions = TableOptions & {
  /** the severity in each profile, in the order to print; without it, what the rule itself registers */
  readonly profiles?: readonly { readonly name: string; readonly severity: Severity | 'off' }[];
};

/** Prints one rule for a terminal: what it wants, why, what counts, how to close it, how to set it. */
export function formatExplain(rule: RuleDoc, options: ExplainOptions): string {
  const style = look(options);
  const text = options.ascii ? (said: string) => asciiText(said) : (said: string) => said;
  // A studio's own rule may hold anything: its line breaks are kept, for `how` is written in lines.
  const shown = withStrings(rule, (said) => text(said.split('\n').map(terminalText).join('\n')));
  const sections = [
    [`  ${style.ink.bold(shown.id)}`, ...block(shown.summary, 2, style.inner)],
    facts(shown, style),
    titled('Why', prose(shown.why, style), style),
    titled('What counts', examples(shown, style), style),
    titled('How to close it', shown.how === undefined ? [] : markdownLines(shown.how, 2, style.inner, style), style),
    titled('In a profile', settings(shown, options.profiles ?? registered(shown), style), style),
  ];
  const lines = sections.filter((section) => section.length > 0).flatMap((section) => ['', ...section]);
  return `${lines
    .slice(1)
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

function titled(name: string, lines: readonly string[], style: Look): string[] {
  return lines.length === 0 ? [] : [heading(name, '', style), '', ...lines];
}

function prose(text: string, style: Look): string[] {
  const paragraphs = [''];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') paragraphs.push('');
    else paragraphs.push(`${paragraphs.pop()} ${line}`.trimStart());
  }
  const said = paragraphs.filter((paragraph) => paragraph !== '');
  return said.flatMap((paragraph, at) => [...(at > 0 ? [''] : []), ...block(paragraph, 2, style.inner)]);
}

function facts(rule: RuleDoc, style: Look): string[] {
  const left: [string, string][] = [
    ['severity', severityInWords(rule.severity)],
    ['closed by', rule.owners.map((owner) => owner.replaceAll('-', ' ')).join(', ') || 'nobody'],
    ['list item', itemInWords(rule.item)],
    ['stage', rule.stage],
    ['reads', readsInWords(rule)],
  ];
  return left.flatMap(([name, value]) => block(value, 13, style.inner, `  ${style.ink.dim(padEnd(name, 11))}`));
}

function examples({ examples: { passes, fails } }: RuleDoc, style: Look): string[] {
  const line = (mark: 'ok' | 'error', when: string) =>
    block(sentence(when), 4, style.inner, `  ${marked(mark, style)} `);
  return [
    ...passes.flatMap(({ when }) => line('ok', when)),
    ...fails.flatMap(({ when, says }) => [
      ...line('error', when),
      ...wrapped(`"${says}"`, style.inner - 6).map((words) => `      ${style.ink.dim(words)}`),
    ]),
  ];
}

function sentence(when: string): string {
  return when.charAt(0).toUpperCase() + when.slice(1);
}

function settings(rule: RuleDoc, profiles: NonNullable<ExplainOptions['profiles']>, style: Look): string[] {
  const column = Math.max(12, ...profiles.map(({ name }) => name.length));
  const lines = profiles.map(({ name, severity }) => `  ${padEnd(name, column)} ${severityInWords(severity)}`);
  const options = Object.entries(rule.options);
  if (options.length > 0) {
    const names = options.map(([name]) => optionInWords(name));
    const widest = Math.min(40, Math.max(...names.map((name) => name.length)));
    lines.push('', '  Its options, as the profile standard has them:', '');
    for (const [at, [name, value]] of options.entries()) {
      const said = cutMiddle(names[at] ?? name, widest, style.glyphs.ellipsis);
      const shown = Array.isArray(value) ? value.join(', ') : String(value);
      lines.push(...block(shown, widest + 6, style.inner, `    ${padEnd(said, widest)}  `));
    }
  }
  lines.push('', `  To change it for one run:   --rule ${rule.id}=${rule.severity === 'warning' ? 'info' : 'warning'}`);
  if (rule.neverWaived) {
    lines.push('  It cannot be waived: what it finds cannot be meant.');
  } else {
    const waiver = `{ rule: ${rule.id}, because: why it is meant }`;
    lines.push(...block(`To waive it for one song, in handoff.yaml under "meant":`, 2, style.inner), `    - ${waiver}`);
  }
  return rule.standsOn === undefined ? lines : [...lines, '', ...prose(`Stands on: ${rule.standsOn}`, style)];
}

function registered({ severity, strict }: RuleDoc): { name: string; severity: Severity | 'off' }[] {
  return [
    { name: 'standard', severity },
    { name: 'strict', severity: strict ?? severity },
  ];
}
