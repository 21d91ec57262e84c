import stringWidth from 'string-width';
import type { Report } from '../../model/report.js';
import { quoted } from '../words/shell.js';
import { heading, padEnd } from './lines.js';
import type { Look } from './look.js';

type Step = { readonly what: string; readonly command: string };

/** What to type next; nothing where there is nothing to do. */
export function next(report: Report, look: Look): string[] {
  const steps = stepsFor(report, look.program);
  if (steps.length === 0) return [];
  const column = Math.max(...steps.map(({ what }) => what.length));
  const lines = steps.flatMap(({ what, command }) => {
    const room = 2 + column + 2 + stringWidth(command) <= look.width;
    const ink = look.ink.dim(what);
    return room ? [`  ${padEnd(ink, column)}  ${command}`] : [`  ${ink}`, `    ${command}`];
  });
  return [heading('Next', '', look), '', ...lines];
}

function stepsFor({ verdict, root, findings, coverage }: Report, program: string): Step[] {
  const folder = quoted(root);
  if (verdict === 'cannot-check') return [];
  if (coverage.quick) return [];
  if (verdict === 'ready') {
    return [{ what: 'a track sheet for the session', command: `${program} ${folder} --format csv` }];
  }
  const rule = findings.find(({ number, waived }) => number === 1 && !waived)?.rule;
  return [
    { what: 'the same as a message to send', command: `${program} ${folder} --format message` },
    { what: 'with pictures, to keep or send', command: `${program} ${folder} --format html=report.html` },
    ...(rule ? [{ what: 'why a gap matters, how to fix it', command: `${program} explain ${rule}` }] : []),
  ];
}
