import { ITEMS } from '../../model/report.js';
import type { RuleDoc } from '../../model/rule-doc.js';
import { ITEM_NAMES } from './handoff-list.js';
import { SEVERITY_WORDS } from './verdict.js';

/** Chapters as headings, in the order in which a delivery is looked at. */
export const CHAPTER_WORDS: Readonly<Record<string, string>> = {
  handoff: 'The handoff: what has to be there and said',
  scope: 'Scope: what the job is',
  names: 'Names',
  files: 'Files',
  format: 'Format',
  timing: 'Timing',
  sound: 'Sound',
  together: 'The set as a whole',
};

const FACTS: Readonly<Record<string, string>> = {
  listing: 'the folder',
  names: 'names',
  header: 'headers',
  brief: 'handoff.yaml and notes',
  session: 'sessions',
  sound: 'the sound',
  relations: 'files held against each other',
};

/** "error", "note", "off": a severity as people read it. */
export function severityInWords(severity: RuleDoc['severity']): string {
  return severity === 'off' ? 'off' : SEVERITY_WORDS[severity];
}

/** "4, rough mix"; a dash where the rule belongs to no item. */
export function itemInWords(item: RuleDoc['item']): string {
  return item === null ? 'none' : `${ITEMS.indexOf(item) + 1}, ${ITEM_NAMES[item].toLowerCase()}`;
}

/** "names, headers, and where they are there, sessions": what a rule reads. */
export function readsInWords({ needs, uses = [] }: RuleDoc): string {
  const named = (facts: readonly string[]) => facts.map((fact) => FACTS[fact] ?? fact).join(', ');
  const more = uses.filter((fact) => !needs.includes(fact));
  return more.length === 0 ? named(needs) : `${named(needs)}; with more to say: ${named(more)}`;
}

/** "toleratedSeconds" as "tolerated seconds". */
export function optionInWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
