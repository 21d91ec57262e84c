import type { Ask, Owner, Stage } from '../../../model/brief.js';
import type { Concept } from '../notes/lexicon/index.js';
import type { Sentence } from '../notes/sentences.js';

export type Sorted = Omit<Ask, 'quote'> & {
  /** false: it asks for something, and the tables do not say whose it is */
  readonly decided: boolean;
};

export type Sort = (sentence: Sentence) => Sorted | null;

const OWNER_OF: Readonly<Record<Stage, Owner | 'unclear'>> = {
  writing: 'artist',
  production: 'producer',
  recording: 'producer',
  editing: 'editor',
  mixing: 'mixing-engineer',
  mastering: 'mastering-engineer',
  packaging: 'producer',
  agreement: 'unclear',
};

/** Parts, sections and material whose being there is a producer's decision. */
export const THINGS: readonly Concept[] = ['vocal', 'extraVocal', 'drum', 'low', 'instrument', 'material', 'section'];

export function decided(stage: Stage, more: Pick<Sorted, 'mixIf' | 'productionIf'> = {}): Sorted {
  return { stage, owner: OWNER_OF[stage], decided: true, ...more };
}

export function both(mixIf: string, productionIf: string): Sorted {
  return { stage: 'mixing', owner: 'unclear', decided: true, mixIf, productionIf };
}
