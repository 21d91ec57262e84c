import { check } from '../../src/check/check.js';
import { resolveProfile } from '../../src/check/profiles/index.js';
import { RULES } from '../../src/check/rules/index.js';
import type { DeliveredFile } from '../../src/model/delivery.js';
import { ITEMS, type Report } from '../../src/model/report.js';
import { list, report } from './builders.js';

/** A report in which every rule speaks, each as in its first example that fails, with its acts, files and evidence. */
export function breaksEveryRule(): Report {
  const reports = RULES.flatMap(({ id, severity, examples }) => {
    const [example] = examples.fails;
    if (example === undefined) return [];
    const profile = resolveProfile(severity === 'off' ? 'strict' : 'standard');
    return [check(example.delivery, { profile, waivers: true, version: '0.0.0', only: [id] })];
  });
  const findings = reports.flatMap((one) => one.findings.slice(0, 1)).map((one, at) => ({ ...one, number: at + 1 }));
  const files = new Map<string, DeliveredFile>(reports.flatMap((one) => one.files.map((file) => [file.path, file])));
  return report({
    verdict: 'not-ready',
    verdictBecause: 'Everything has to be done.',
    stage: 'writing',
    stageBecause: 'The arrangement is open',
    files: [...files.values()],
    findings,
    acts: reports.flatMap((one, at) => one.acts.map((act) => ({ ...act, closes: [at + 1] }))),
    handoff: list(
      Object.fromEntries(
        ITEMS.map((id) => {
          const own = findings.filter(({ item }) => item === id).map(({ number }) => number);
          return [id, { status: 'gap', because: `${own.length} gaps`, findings: own }];
        }),
      ),
    ),
  });
}
