import type { Ask } from '../model/brief.js';
import { STAGES } from '../model/brief.js';
import { grouped } from '../model/grouped.js';
import { terminalText } from './terminal-text.js';

const OWNER_WORDS: Readonly<Record<Ask['owner'], string>> = {
  producer: 'producer',
  artist: 'artist',
  editor: 'editor',
  'mixing-engineer': 'mixing engineer',
  'mastering-engineer': 'mastering engineer',
  unclear: 'for both sides to agree on',
};

/** Prints wishes by stage, earliest first, and by who decides, with what would move them to another stage. */
export function formatTriage(asks: readonly Ask[]): string {
  if (asks.length === 0) return 'Nothing is asked for in this text.\n';
  const byStage = [...asks].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const groups = grouped(
    byStage,
    ({ stage, owner }) => `${stage[0]?.toUpperCase()}${stage.slice(1)}: ${OWNER_WORDS[owner]}`,
  );
  return `${[...groups].map(([head, own]) => [head, ...own.flatMap(askLines)].join('\n')).join('\n\n')}\n`;
}

function askLines({ quote, mixIf, productionIf }: Ask): string[] {
  return [
    `  "${terminalText(quote)}"`,
    ...(mixIf ? [`      mixing if ${mixIf}`] : []),
    ...(productionIf ? [`      production if ${productionIf}`] : []),
  ];
}
