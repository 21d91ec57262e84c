import { jointsOf, type Sentence, says, stretchOf } from '../notes/sentences.js';
import { isAsked } from './asked.js';
import { sortAsk } from './sort-ask.js';
import { THINGS } from './verdict.js';

// A longer list is a list of words, and each joint costs a reading.
const MOST_JOINTS = 8;

/**
 * The wishes that one sentence joins: "replace the snare and make the vocal brighter" are two, since another person
 * does each. Where all of it is one person's work, or a clause does not stand on its own, the sentence stays whole.
 *
 * @returns the clauses in order, each with its own object; the sentence itself where it is one wish
 */
export function wishesIn(whole: Sentence): Sentence[] {
  const joints = jointsOf(whole).slice(0, MOST_JOINTS);
  const wishes: Sentence[] = [];
  let from = 0;
  joints.forEach((joint, index) => {
    const before = stretchOf(whole, from, joint.at);
    const next = stretchOf(whole, joint.next, joints[index + 1]?.at ?? whole.text.length);
    if (!areTwo(before, next)) return;
    wishes.push(before);
    from = joint.next;
  });
  return wishes.length === 0 ? [whole] : [...wishes, stretchOf(whole, from, whole.text.length)];
}

function areTwo(before: Sentence, next: Sentence): boolean {
  if (!standsAlone(before) || !standsAlone(next) || BACK_TO.test(next.folded)) return false;
  const [first, second] = [sortAsk(before), sortAsk(next)];
  return first?.decided === true && second?.decided === true && first.stage !== second.stage;
}

// "The verse is pitchy, we sing it again": the second clause is what happens to the first.
const BACK_TO = /\b(?:it|that|this one|them|those|es|ihn|sie|isso|ele|ela|eles|ca|le refaire|la refaire)\b/;

function standsAlone(clause: Sentence): boolean {
  return (
    clause.tokens.length >= 2 && isAsked(clause) && says(clause, ...THINGS, 'song', 'mix', 'lyrics', 'take', 'master')
  );
}
