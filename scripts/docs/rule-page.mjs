import { cell, ITEM_NAMES, needWords, severityWord } from './rule-words.mjs';

/** docs/rules/<id>.md: all that a rule knows about itself. */
export function rulePage(rule, rules, profiles) {
  const sections = [
    `# ${rule.id}\n\n${rule.summary}.`,
    facts(rule, profiles),
    `## Why\n\n${rule.why}`,
    rule.how === undefined ? '' : `## How to close it\n\n${rule.how}`,
    `## What counts\n\n${examples(rule)}`,
    options(rule),
    folding(rule, rules),
    rule.standsOn === undefined ? '' : `## What it stands on\n\n${rule.standsOn}`,
    waiving(rule),
    '[All rules](README.md)',
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function facts(rule, profiles) {
  const severities = profiles.map((profile) => {
    const set = profile.rules[rule.id]?.severity;
    const own = profile.isStrict ? (rule.strict ?? rule.severity) : rule.severity;
    return `${profile.name}: ${severityWord(set ?? own)}`;
  });
  const rows = [
    ['severity', severities.join(', ')],
    ['list item', rule.item === null ? 'the notes as a whole' : ITEM_NAMES[rule.item]],
    ['closed by', rule.owners.map((owner) => owner.replace('-', ' ')).join(', ')],
    ['stage', rule.stage],
    ['reads', needWords(rule.needs)],
    ...(rule.uses === undefined ? [] : [['says more with', needWords(rule.uses)]]),
  ];
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${cell(value)} |`)].join('\n');
}

function examples({ examples: { passes, fails } }) {
  const fine = passes.map(({ when }) => `- Fine: ${when}.`);
  const gaps = fails.map(({ when, says, severity, delivery }) => {
    const weight = severity === undefined ? '' : ` (${severityWord(severity)})`;
    return `- A gap${weight}: ${when}${filesOf(delivery)}.\n  > ${says.replaceAll('\n', '\n  > ')}`;
  });
  return [...fine, ...gaps].join('\n');
}

function filesOf({ files }) {
  const names = files.slice(0, 6).map(({ path }) => `\`${path.replaceAll('`', "'")}\``);
  return names.length === 0 ? '' : ` (${names.join(', ')}${files.length > 6 ? ' …' : ''})`;
}

function options(rule) {
  const rows = Object.entries(rule.options).map(
    ([name, value]) => `| \`${name}\` | ${cell(Array.isArray(value) ? value.join(', ') : value)} |`,
  );
  return rows.length === 0 ? '' : ['## Options', '', '| option | standard |', '|---|---|', ...rows].join('\n');
}

function folding(rule, rules) {
  const known = (rule.followsFrom ?? []).filter((id) => rules.some((other) => other.id === id));
  if (known.length === 0) return '';
  const links = known.map((id) => `[${id}](${id}.md)`).join(', ');
  return `## What it follows from\n\nOn the same file a finding of these rules explains this one, which is then folded under it: ${links}.`;
}

function waiving(rule) {
  if (rule.neverWaived) return '## Waiving\n\nThis cannot be waived: it cannot be meant.';
  return `## Waiving\n\nFor one run: \`--rule ${rule.id}=off\`. For one song, in \`handoff.yaml\`:\n\n\`\`\`yaml\nmeant:\n  - { rule: ${rule.id}, because: the reason in your words }\n\`\`\``;
}
