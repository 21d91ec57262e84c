import { CHAPTER_NAMES, cell, severityWord } from './rule-words.mjs';

/** docs/rules/README.md: every rule by chapter. */
export function ruleIndex(rules) {
  const chapters = Object.entries(CHAPTER_NAMES).map(([chapter, name]) => {
    const own = rules.filter((rule) => rule.chapter === chapter);
    return own.length === 0 ? '' : `## ${name}\n\n${table(own, '')}`;
  });
  const head = `# The rules\n\n${rules.length} rules, printed from the code. \`stemcheck explain <rule>\` prints one in the terminal.`;
  return `${[head, ...chapters.filter((text) => text !== '')].join('\n\n')}\n`;
}

/** The table of the README: chapters with their rules in a line. */
export function ruleTable(rules) {
  const rows = Object.entries(CHAPTER_NAMES).map(([chapter, name]) => {
    const own = rules.filter((rule) => rule.chapter === chapter).map(({ id }) => `[${id}](docs/rules/${id}.md)`);
    return `| ${name} | ${own.join(', ')} |`;
  });
  return ['| chapter | rules |', '|---|---|', ...rows].join('\n');
}

function table(rules, folder) {
  const rows = rules.map(({ id, severity, strict, summary }) => {
    const words =
      strict === undefined ? severityWord(severity) : `${severityWord(severity)} (strict: ${severityWord(strict)})`;
    return `| [${id}](${folder}${id}.md) | ${words} | ${cell(summary)} |`;
  });
  return ['| rule | severity | what it wants |', '|---|---|---|', ...rows].join('\n');
}
