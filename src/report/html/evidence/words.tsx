/** @jsxImportSource preact */
import type { Evidence } from '../../../model/report.js';
import { Figure } from './plot.js';
import { textIn } from './record.js';

const LINES_SHOWN = 12;

/** What the words say and where, and the line that would answer. */
export function wordsDrawing(record: Evidence) {
  const sources = Array.isArray(record.sources) ? (record.sources as unknown[]) : [record];
  const lines = sources.flatMap(quoteOf).slice(0, LINES_SHOWN);
  const add = textIn(record, 'add') ?? textIn(record, 'instead');
  if (lines.length === 0 && add === null) return null;
  return (
    <Figure says={add === null ? 'What is said, with its lines.' : 'The marked line would answer it.'}>
      <pre class="yaml">
        {lines.map(({ where, quote }) => (
          <span key={where}>
            <span class="line-number">{where}</span> {quote}
            {'\n'}
          </span>
        ))}
        {add === null ? null : (
          <span>
            <span class="line-number">+</span> <ins>{add}</ins>
          </span>
        )}
      </pre>
    </Figure>
  );
}

function quoteOf(source: unknown): { where: string; quote: string }[] {
  if (typeof source !== 'object' || source === null) return [];
  const { file, line, quote } = source as Record<string, unknown>;
  if (typeof quote !== 'string' || quote === '') return [];
  return [{ where: [file, line].filter((part) => part !== undefined).join(':'), quote: quote.slice(0, 400) }];
}
