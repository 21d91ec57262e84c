import type { RuleContext } from '../../define-rule.js';
import { jobIsTold } from '../../job-words.js';
import { keyIsTold } from './key-stated.js';
import { tempoIsTold } from './tempo-stated.js';

type MissingLine = { readonly field: string; readonly what: string; readonly line: string };
type Words = Pick<RuleContext, 'brief' | 'files' | 'delivery' | 'references' | 'stemFiles'>;

/** The lines of handoff.yaml that a folder leaves open, in the order of the handoff list, each with an answer to copy from. */
export function missingLines(words: Words): MissingLine[] {
  const { brief } = words;
  const lines: (MissingLine & { readonly told: boolean })[] = [
    { field: 'tempo', what: 'the tempo', line: 'tempo: 92', told: tempoIsTold(words) },
    { field: 'key', what: 'the key', line: 'key: F# minor', told: keyIsTold(words) },
    {
      field: 'arrangement',
      what: 'whether the arrangement is final',
      line: 'arrangement: final',
      told: brief.arrangement.length > 0,
    },
    { field: 'takes', what: 'whether the takes are chosen', line: 'takes: chosen', told: brief.takes.length > 0 },
    {
      field: 'effects',
      what: 'which effects belong to the song',
      line: 'effects: []',
      told: brief.effects.length > 0,
    },
    {
      field: 'references',
      what: 'the references',
      line: 'references: [{ title: "Artist, Song", note: low end }]',
      told: brief.references.length > 0,
    },
    {
      field: 'target',
      what: 'what the listener should feel',
      line: 'target: lonely at first, then the chorus lets go',
      told: brief.target.length > 0,
    },
    { field: 'deadline', what: 'the deadline', line: 'deadline: 2026-12-18', told: brief.deadline.length > 0 },
    {
      field: 'deliverables',
      what: 'the versions',
      line: 'deliverables: [main, instrumental]',
      told: brief.deliverables.length > 0,
    },
    { field: 'scope', what: 'what the job includes', line: 'scope: [mix]', told: jobIsTold(brief) },
  ];
  return lines.filter(({ told }) => !told).map(({ field, what, line }) => ({ field, what, line }));
}
