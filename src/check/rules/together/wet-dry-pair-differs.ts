import { formatCount, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';
import { compared } from '../../in-rough.js';

export default defineRule({
  id: 'wet-dry-pair-differs',
  chapter: 'together',
  severity: 'warning',
  item: 'dry-vocals',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names'],
  uses: ['relations'],
  verb: 'export-again',
  summary: 'The dry file and its wet twin are the same performance',
  why: 'The mixer swaps the wet voice for the dry one and builds the effects anew. From another place or another take nothing fits any more.',
  how: 'Export dry and wet in one run from the same track: once with the effects on, once bypassed.',
  standsOn: 'Fires on none of 144 pairs of one performance; the place is exact to the frame where the two lock.',
  options: {
    // Effects have a latency of their own that compensation may leave behind; a block or two is not heard.
    leastFrames: 2048,
  },
  followsFrom: ['stem-offset', 'same-start', 'same-length', 'sample-rate-consistent', 'truncated-file'],

  check({ delivery, opened, options }, report) {
    for (const { wet, dry } of delivery.relations.dryTwins) {
      const files = opened.filter(({ path }) => path === wet || path === dry);
      const twin = delivery.relations.twins.find(({ a, b }) => (a === wet && b === dry) || (a === dry && b === wet));
      if (files.length < 2 || twin === undefined || Math.abs(twin.lagFrames) < options.leastFrames) continue;
      const dryIsLate = (twin.b === dry ? twin.lagFrames : -twin.lagFrames) > 0;
      report({
        files: [dry],
        title: `The dry version lies ${dryIsLate ? 'behind' : 'ahead of'} the wet one`,
        message: `${stemName(dry)} lies ${formatCount(Math.abs(twin.lagFrames))} frames ${dryIsLate ? 'behind' : 'ahead of'} ${stemName(wet)}.`,
        fix: 'Export dry and wet again in one run, from the same start.',
        data: { wet, dry, lagFrames: twin.lagFrames },
        act: { phrase: `from the same start as ${stemName(wet)}` },
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'both lie at one place',
        delivery: delivery(stem('Vox WET.wav'), stem('Vox DRY.wav'), compared([], {}, pair(0))),
      },
      {
        when: 'a near miss: the latency of a plug-in lies between them',
        delivery: delivery(stem('Vox WET.wav'), stem('Vox DRY.wav'), compared([], {}, pair(-512))),
      },
    ],
    fails: [
      {
        when: 'the dry one was trimmed',
        delivery: delivery(stem('Vox WET.wav'), stem('Vox DRY.wav'), compared([], {}, pair(-12_345))),
        says: 'Vox DRY lies 12,345 frames ahead of Vox WET.',
      },
    ],
  },
});

function pair(lagFrames: number) {
  return {
    dryTwins: [{ wet: 'Vox WET.wav', dry: 'Vox DRY.wav', because: 'name' as const }],
    twins: [
      {
        a: 'Vox WET.wav',
        b: 'Vox DRY.wav',
        kind: 'same-performance' as const,
        lagFrames,
        gainDb: 0,
        inverted: false,
        nullDb: -20,
      },
    ],
  };
}
