import type { OpenedFile } from '../../../model/delivery.js';
import { counted, formatRate, listed, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { delivery, stem } from '../../examples.js';

export default defineRule({
  id: 'rate-in-name-wrong',
  chapter: 'names',
  severity: 'warning',
  item: 'labelled',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['names', 'header'],
  verb: 'rename',
  summary: 'A rate, bit depth, tempo or key in a name agrees with the file and the notes',
  why: 'A name that says 48k on a file at 44.1 kHz is out of date, or the export went wrong. One of the two is, and the mixer cannot know which.',
  how: 'Look up what the session runs at. Export again where the file is wrong, rename where the name is. Tempo and key in names are compared by the rules tempo-conflict and key-conflict.',
  options: {},
  followsFrom: ['sample-rate-consistent', 'bit-depth-consistent', 'sample-rate', 'bit-depth'],

  check({ opened, roughMix }, report) {
    const files = roughMix === null ? opened : [...opened, roughMix];
    for (const { said, real, wrong } of groups(files)) {
      const names = wrong.map(({ path }) => stemName(path));
      const isOne = names.length === 1;
      report({
        files: wrong.map(({ path }) => path),
        title: `${counted(names.length, 'name')} ${isOne ? 'says' : 'say'} ${said}, the ${isOne ? 'file is' : 'files are'} ${real}`,
        message: `${listed(names)} ${isOne ? 'says' : 'say'} ${said} by name, and ${isOne ? 'is' : 'are'} ${real} in truth.`,
        fix: 'Look up what the session runs at: export again where the file is wrong, rename where the name is.',
        data: { said, real },
        act: {
          verb: 'rename',
          phrase: '',
          perFile: wrong.map(({ path }) => ({ path, remark: `because it is ${real}, not ${said}` })),
        },
        field: `${said} ${real}`,
      });
    }
  },

  examples: {
    passes: [
      {
        when: 'name and file agree',
        delivery: delivery(stem('Kick_48k_24bit.wav', { label: { inName: { sampleRate: 48_000, bitDepth: 24 } } })),
      },
      {
        when: 'a near miss: 44 is short for 44.1, and 32 bit float is 32 bit',
        delivery: delivery(
          stem('Kick 44k 32bit.wav', {
            sampleRate: 44_100,
            bitDepth: 32,
            float: true,
            label: { inName: { sampleRate: 44_000, bitDepth: 32 } },
          }),
        ),
      },
    ],
    fails: [
      {
        when: 'the name says 48 and the file is 44.1',
        delivery: delivery(stem('Kick_48k.wav', { sampleRate: 44_100, label: { inName: { sampleRate: 48_000 } } })),
        says: 'Kick_48k says 48 kHz by name, and is 44.1 kHz in truth.',
      },
      {
        when: 'the name says 24 bit and the file has 16',
        delivery: delivery(stem('Kick_24bit.wav', { bitDepth: 16, label: { inName: { bitDepth: 24 } } })),
        says: 'Kick_24bit says 24 bit by name, and is 16 bit in truth.',
      },
    ],
  },
});

type Group = { readonly said: string; readonly real: string; readonly wrong: OpenedFile[] };

function groups(files: readonly OpenedFile[]): Group[] {
  const found = new Map<string, Group>();
  for (const file of files) {
    for (const { said, real } of disagreements(file)) {
      const key = `${said}|${real}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { said, real, wrong: [file] });
      else known.wrong.push(file);
    }
  }
  return [...found.values()];
}

function disagreements({ label, header }: OpenedFile): { said: string; real: string }[] {
  const { sampleRate, bitDepth } = label.inName;
  const found: { said: string; real: string }[] = [];
  // "44" in a name is short for 44.1 kHz, "88" for 88.2: whole thousands are compared as such.
  if (sampleRate !== undefined && Math.floor(sampleRate / 1000) !== Math.floor(header.sampleRate / 1000)) {
    found.push({ said: formatRate(sampleRate), real: formatRate(header.sampleRate) });
  }
  if (bitDepth !== undefined && header.bitDepth !== null && bitDepth !== header.bitDepth) {
    found.push({ said: `${bitDepth} bit`, real: `${header.bitDepth} bit` });
  }
  return found;
}
