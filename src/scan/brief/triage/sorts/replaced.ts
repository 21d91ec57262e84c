import { type Sentence, says } from '../../notes/sentences.js';
import { isAsked, unrefused } from '../asked.js';
import { decided, type Sorted, THINGS } from '../verdict.js';

// "Replace the snare": yes, it is production; mixing only where sample replacement is part of the job.
export function replaced(sentence: Sentence): Sorted | null {
  const { folded } = sentence;
  const isSample = /\bsamples?\b|\bsound\b/.test(folded) || says(sentence, 'drum', 'low', 'instrument');
  const isNew =
    unrefused(sentence, 'replace') ||
    (unrefused(sentence, 'change') && isSample && says(sentence, ...THINGS)) ||
    /\bnew (?:\w{1,10} )?sample\b/.test(folded);
  if (
    !isNew ||
    says(sentence, 'effects') ||
    (says(sentence, 'space', 'dynamics') && !unrefused(sentence, 'replace') && !says(sentence, 'drum'))
  )
    return null;
  const things = says(sentence, ...THINGS, 'song');
  if (!things) return null;
  if (says(sentence, 'inScope') && !isRefusedScope(folded)) return decided('mixing');
  if (!isAsked(sentence) && !says(sentence, 'replace') && !says(sentence, 'more', 'comparative')) return null;
  const isReplacement = says(sentence, 'drum', 'low') || /\bsample\b/.test(folded);
  return decided('production', isReplacement ? { mixIf: 'sample replacement is in scope' } : {});
}

function isRefusedScope(folded: string): boolean {
  return /\b(?:not|isn't|nicht|no|pas|nao|non) (?:in (?:our |the )?scope|agreed|included|vereinbart|convenu|acordado|combinado|concordato)\b/.test(
    folded,
  );
}
