import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.js';
import { defineRule, type Reported, type Rule } from '../../src/check/define-rule.js';
import { brief, delivery, roughMix, stem } from '../../src/check/examples.js';
import { compared } from '../../src/check/in-rough.js';
import { resolveProfile } from '../../src/check/profiles/index.js';
import briefLineUnclear from '../../src/check/rules/handoff/brief-line-unclear.js';
import editingAsked from '../../src/check/rules/scope/editing-asked.js';
import productionAsked from '../../src/check/rules/scope/production-asked.js';
import type { Delivery } from '../../src/model/delivery.js';
import type { Profile } from '../../src/model/profile.js';

const SNARE = stem('02 Snare.wav');
const KICK = stem('01 Kick.wav');
const LEAD_WET = { role: 'vocal-lead', dry: 'wet' } as const;
const LEAD_DRY = { role: 'vocal-lead', dry: 'dry' } as const;

describe('a delivery under rules', () => {
  it('is ready when no rule speaks and everything was read', () => {
    const report = play([rule('quiet', [])], delivery(measured('01 Kick.wav')));
    expect(report.verdict).toBe('ready');
    expect(report.counts).toEqual({ error: 0, warning: 0, info: 0 });
  });

  it('is not ready with one error, and the finding is number 1 before the warnings', () => {
    const report = play(
      [rule('mild', [SNARE.path], 'warning'), rule('grave', [KICK.path], 'error')],
      delivery(KICK, SNARE),
    );
    expect(report.verdict).toBe('not-ready');
    expect(report.findings.map(({ number, rule }) => [number, rule])).toEqual([
      [1, 'grave'],
      [2, 'mild'],
    ]);
  });

  it('is ready with questions when a stem was not read', () => {
    const report = play([], delivery(measured('01 Kick.wav'), stem('02 Snare.wav')));
    expect(report.verdict).toBe('ready-with-questions');
  });

  it('is never ready on a quick look', () => {
    const report = play([], delivery(KICK, { facts: { coverage: { quick: true, unread: [], specials: [] } } }));
    expect(report.verdict).toBe('ready-with-questions');
  });

  it('is never ready when only some rules were asked', () => {
    const asked = check(delivery(measured('01 Kick.wav')), {
      profile: resolveProfile('standard'),
      waivers: true,
      version: '0.0.0',
      rules: [rule('quiet', [])],
      only: ['quiet'],
    });
    expect(asked.verdict).toBe('ready-with-questions');
  });

  it('cannot be checked when none of its audio files opens', () => {
    const report = play([], delivery(stem('01 Kick.wav', { opens: false })));
    expect(report.verdict).toBe('cannot-check');
  });

  it('survives a rule that throws, and says so under coverage', () => {
    const broken: Rule = {
      ...rule('broken', []),
      check: () => {
        throw new Error('boom');
      },
    };
    const report = play([broken, rule('mild', [SNARE.path], 'warning')], delivery(SNARE));
    expect(report.findings).toHaveLength(1);
    expect(report.coverage.undecided[0]?.reason).toContain('boom');
    expect(report.handoff[0]?.status).toBe('gap');
  });

  it('names the rules that had no sound to look at, and their item cannot be told', () => {
    const report = play([{ ...rule('loud', []), needs: ['sound'] }], delivery(KICK));
    expect(report.coverage.rulesNotRun).toEqual([{ rule: 'loud', needs: 'sound' }]);
    expect(report.handoff[0]).toMatchObject({ id: 'final-stems', status: 'cannot-tell' });
  });
});

describe('what follows from another finding', () => {
  const cause = rule('cause', [SNARE.path], 'warning');
  const effect = { ...rule('effect', [SNARE.path], 'error'), followsFrom: ['cause'] };

  it('is folded under it, has no number, is not counted, and lends it its weight', () => {
    const report = play([effect, cause], delivery(KICK, SNARE));
    const parent = report.findings.find(({ rule }) => rule === 'cause')!;
    const child = report.findings.find(({ rule }) => rule === 'effect')!;
    expect(child).toMatchObject({ number: null, followsFrom: parent.key });
    expect(parent).toMatchObject({ number: 1, severity: 'error' });
    expect(report.counts).toEqual({ error: 1, warning: 0, info: 0 });
  });

  it('stands alone on another file', () => {
    const report = play([{ ...effect, ...rule('effect', [KICK.path], 'error') }, cause], delivery(KICK, SNARE));
    expect(report.findings.every(({ number }) => number !== null)).toBe(true);
  });

  it('sets the status of its item', () => {
    const ofScope: Rule = { ...rule('effect', [], 'warning'), item: 'scope', followsFrom: ['cause'] };
    const report = play([ofScope, rule('cause', [], 'warning')], delivery(KICK));
    expect(report.handoff.find(({ id }) => id === 'scope')?.status).toBe('gap');
  });
});

describe('a waiver', () => {
  const meant = (files: readonly string[]) =>
    brief(
      {},
      { waivers: [{ rule: 'clipped', files, because: 'the crunch', file: 'handoff.yaml', line: 7, column: 5 }] },
    );

  it.each(['02 Snare.wav', '02 Snare', 'Drums/02 Snare.wav'])(
    'written as "%s" leaves counts and verdict, not the report',
    (name) => {
      const snare = measured('Drums/02 Snare.wav');
      const report = play([rule('clipped', [snare.path], 'error')], delivery(snare, meant([name])));
      expect(report.verdict).toBe('ready');
      expect(report.findings[0]).toMatchObject({ number: null, waived: { reason: 'the crunch', line: 7 } });
      expect(report.counts.error).toBe(0);
    },
  );

  it('on another file changes nothing', () => {
    const report = play([rule('clipped', [SNARE.path], 'error')], delivery(SNARE, meant(['01 Kick.wav'])));
    expect(report.counts.error).toBe(1);
  });

  it('on one of two files splits the finding, and the rest counts only itself', () => {
    const report = play([perStem('clipped')], delivery(KICK, SNARE, meant(['02 Snare'])));
    expect(report.findings.map(({ files, message, waived }) => [files, message, waived?.reason])).toEqual([
      [[KICK.path], '1 stem', undefined],
      [[SNARE.path], '2 stems', 'the crunch'],
    ]);
  });

  it('does not count when the caller judges without waivers', () => {
    const report = play([rule('clipped', [SNARE.path], 'error')], delivery(SNARE, meant([])), { waivers: false });
    expect(report.counts.error).toBe(1);
  });

  it('for a rule that there is not is told with the rule that was probably meant', () => {
    const words = brief(
      {},
      { waivers: [{ rule: 'cliped', files: [], because: 'x', file: 'handoff.yaml', line: 7, column: 5 }] },
    );
    const report = play([rule('clipped', [], null), briefLineUnclear], delivery(SNARE, words));
    expect(report.findings.map(({ message, fix }) => [message, fix])).toEqual([
      [
        'handoff.yaml, line 7, column 5: meant names the rule "cliped", and there is none. Did you mean "clipped"?',
        'Write instead: rule: clipped',
      ],
    ]);
  });

  it('never hides a file that cannot be read', () => {
    const report = play([{ ...rule('clipped', [SNARE.path], 'error'), neverWaived: true }], delivery(SNARE, meant([])));
    expect(report.counts.error).toBe(1);
  });

  it('of a whole item stands in the list with the reason as it was written', () => {
    const report = play([], delivery(KICK, brief({ key: { none: 'no tonal centre' } })));
    expect(report.handoff.find(({ id }) => id === 'key')).toMatchObject({
      status: 'waived',
      because: '"no tonal centre"',
      from: 'handoff.yaml:1',
    });
  });
});

describe('a profile', () => {
  it('turns a rule off, or gives it another severity and other options', () => {
    const profile: Profile = { name: 'studio', rules: { mild: { severity: 'error' }, grave: { severity: 'off' } } };
    const rules = [rule('mild', [SNARE.path], 'warning'), rule('grave', [KICK.path], 'error')];
    const report = play(rules, delivery(KICK, SNARE), { profile });
    expect(report.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['mild', 'error']]);
  });

  it('judges some paths in another way', () => {
    const profile: Profile = {
      name: 'studio',
      rules: {},
      overrides: [{ files: ['**/*Snare*'], rules: { clipped: { severity: 'off' } } }],
    };
    const report = play([perStem('clipped')], delivery(KICK, SNARE), { profile });
    expect(report.findings.map(({ files, message }) => [files, message])).toEqual([[[KICK.path], '1 stem']]);
  });

  it('that is called strict takes the severity that a rule registers for it', () => {
    const quiet: Rule = { ...rule('numbering', [SNARE.path]), severity: 'off', strict: 'info' };
    expect(play([quiet], delivery(SNARE)).findings).toHaveLength(0);
    expect(play([quiet], delivery(SNARE), { profile: 'strict' }).findings[0]?.severity).toBe('info');
  });
});

describe('what there is to do', () => {
  it('merges three findings on three stems that one export closes', () => {
    const rules = [
      rule('late', ['Gtr R.wav'], 'error', { phrase: 'with delay compensation on' }),
      rule('rate', ['Shaker.wav'], 'error', { phrase: 'at 48 kHz instead of 44.1' }),
      rule('clipped', ['Snare.wav'], 'warning', { phrase: 'about 6 dB lower' }),
    ];
    const [act, ...others] = play(rules, delivery(stem('Gtr R.wav'), stem('Shaker.wav'), stem('Snare.wav'))).acts;
    expect(others).toEqual([]);
    expect(act).toMatchObject({
      act: 'Export three stems again, all from one start, at 48 kHz and 24 bit',
      closes: [1, 2, 3],
      files: [
        { path: 'Gtr R.wav', remark: 'with delay compensation on' },
        { path: 'Shaker.wav', remark: 'at 48 kHz instead of 44.1' },
        { path: 'Snare.wav', remark: 'about 6 dB lower' },
      ],
    });
  });

  it('asks the artist all questions at once, and puts decisions last', () => {
    const target: Rule = {
      ...rule('target', [], 'warning', { phrase: 'what should the listener feel' }),
      verb: 'answer',
      owners: ['artist'],
    };
    const versions: Rule = {
      ...rule('versions', [], 'warning', { phrase: 'which versions are due when' }),
      verb: 'answer',
      owners: ['artist'],
    };
    const takes: Rule = {
      ...rule('takes', [], 'error', { phrase: 'one take of the lead double' }),
      verb: 'choose',
      owners: ['artist', 'producer'],
    };
    const { acts, verdictBecause } = play([takes, target, versions], delivery(KICK));
    expect(acts.map(({ act }) => act)).toEqual([
      'Answer two questions: what should the listener feel and which versions are due when',
      'Choose one take of the lead double',
    ]);
    expect(verdictBecause).toBe('Two things to do: one for the artist, one to decide together.');
  });

  it('counts what two people do together for both of them, and says so once where all is for one', () => {
    const shared: Rule = { ...rule('scope', [], 'error', { phrase: 'the scope' }), owners: ['artist', 'producer'] };
    const answered: Rule = { ...shared, verb: 'answer' };
    expect(play([answered], delivery(KICK)).verdictBecause).toBe('One thing to do, for producer and artist.');
    const written: Rule = { ...shared, id: 'notes', verb: 'write-down', owners: ['producer'] };
    const sent: Rule = { ...shared, id: 'rough', verb: 'send', owners: ['producer'] };
    expect(play([written, sent], delivery(KICK)).verdictBecause).toBe('Two things to do, both for the producer.');
    expect(play([answered, written, sent], delivery(KICK)).verdictBecause).toBe(
      'Three things to do: two for the producer, one for producer and artist.',
    );
  });

  it('asks for the width that a finding asks for, whatever most stems have', () => {
    const rules = [
      rule('width', ['Kick.wav', 'Bass.wav'], 'error', { phrase: 'at 24 bit instead of 16' }),
      rule('clipped', ['Snare.wav'], 'warning', { phrase: 'about 6 dB lower' }),
    ];
    const stems = ['Kick.wav', 'Bass.wav', 'Snare.wav'].map((path) => stem(path, { bitDepth: 16 }));
    expect(play(rules, delivery(...stems)).acts[0]?.act).toBe(
      'Export three stems again, all from one start, at 48 kHz and 24 bit',
    );
  });

  it('says of all renamed files only what is asked of each', () => {
    const extension: Rule = { ...rule('extension', ['A.aif'], 'error', { phrase: 'to .wav' }), verb: 'rename' };
    const meaning: Rule = { ...rule('meaning', ['B.wav', 'C.wav'], 'warning', { phrase: '' }), verb: 'rename' };
    expect(play([extension, meaning], delivery(KICK)).acts[0]?.act).toBe('Rename 3 files');
  });

  it('names what is to be sent beside some files in the sentence alone', () => {
    const rough: Rule = { ...rule('rough', [], 'error', { phrase: 'a rough mix' }), verb: 'send' };
    const guide: Rule = { ...rule('guide', ['Gtr.wav'], 'warning', { phrase: 'the final take of Gtr' }), verb: 'send' };
    expect(play([rough, guide], delivery(KICK)).acts[0]).toMatchObject({
      act: 'Send a rough mix and the final take of Gtr',
      files: [],
    });
  });

  it('of two names for one sound takes one out, never both', () => {
    const doubled: Rule = {
      ...rule('doubled', ['HH.wav', 'Hats.wav'], 'error', {
        phrase: 'one of HH and Hats out of the folder',
        perFile: [],
      }),
      verb: 'leave-out',
    };
    const takes: Rule = { ...rule('takes', ['Vox T2.wav'], 'error', { phrase: '' }), verb: 'leave-out' };
    const said = (...rules: Rule[]) => play(rules, delivery(KICK)).acts[0]?.act;
    expect(said(doubled)).toBe('Take one of HH and Hats out of the folder');
    expect(said(takes, doubled)).toBe('Take Vox T2.wav out of the folder, and one of HH and Hats out of the folder');
  });

  it('calls answers what words alone close, and things what takes a new file', () => {
    const ask: Rule = { ...rule('ask', [], 'warning', { phrase: 'what should the listener feel' }), verb: 'answer' };
    const send: Rule = { ...rule('dry', [], 'warning', { phrase: 'a dry vocal' }), verb: 'send' };
    expect(play([ask], delivery(KICK)).verdictBecause).toBe(
      'The mix can start. One answer now would save a revision later.',
    );
    expect(play([ask, send], delivery(KICK)).verdictBecause).toBe(
      'The mix can start. Two things now would save a revision later.',
    );
  });

  it('asks for nothing because of a note', () => {
    expect(play([rule('note', [KICK.path], 'info')], delivery(KICK)).acts).toEqual([]);
  });
});

it.each([
  ['production', 'Replace the snare', '1 wish changes the song'],
  ['recording', 'The vocal is recorded next week', 'The notes speak of new recordings'],
  ['editing', 'Tune the lead', '1 wish for editing is not in the job'],
] as const)('says in a clause why the song is still in %s', (stage, quote, because) => {
  const words = brief({ asks: { quote, stage, owner: 'producer' } });
  const report = play([productionAsked, editingAsked], delivery(KICK, words));
  expect([report.stage, report.stageBecause]).toEqual([stage, because]);
});

describe('the three questions', () => {
  it('are answered from handoff.yaml, with the line', () => {
    const words = brief({ arrangement: 'final', takes: 'chosen', effects: { policy: 'keep', files: ['Throw.wav'] } });
    const { questions } = play([], delivery(KICK, SNARE, roughMix('Rough.wav'), words));
    expect(questions).toEqual([
      { id: 'final-parts', status: 'answered', answer: 'All 2.', from: 'handoff.yaml:2' },
      { id: 'creative-effects', status: 'answered', answer: 'One: Throw.', from: 'handoff.yaml:3' },
      { id: 'arrangement', status: 'answered', answer: 'No. It is final.', from: 'handoff.yaml:1' },
    ]);
  });

  it('are not said where nobody said it', () => {
    expect(play([], delivery(KICK)).questions.map(({ status }) => status)).toEqual(['partly', 'not-said', 'not-said']);
  });
});

it('counts in time as many stems as it counts, without the dry file of a wet vocal', () => {
  const files = [KICK, stem('Lead Vox WET.wav', { label: LEAD_WET }), stem('Lead Vox DRY.wav', { label: LEAD_DRY })];
  const inTime = compared(files.map(({ path }) => ({ path, kind: 'aligned' })));
  const report = play([rule('quiet', [])], delivery(...files, roughMix('Rough.wav'), inTime));
  expect(report.handoff.find(({ id }) => id === 'rough-mix')?.because).toBe(
    'Rough; 2 of 2 in time, explaining 99.9 % of it',
  );
});

it('says beside a complete rough mix down to which level that is known', () => {
  const because = (provesDownToDb: number) => {
    const facts = compared([{ path: 'Bass.wav', kind: 'aligned' }], {
      unexplained: { share: 0, spans: [], levelDb: null },
      provesDownToDb,
    });
    const report = play([rule('quiet', [])], delivery(stem('Bass.wav'), roughMix('Rough.wav'), facts));
    return report.handoff.find(({ id }) => id === 'rough-mix')?.because;
  };
  expect(because(-18)).toBe('Rough; 1 of 1 in time, explaining 99.9 % of it; no part found missing, down to −18 dB');
  // What only a part as loud as the mix would show is worth no word.
  expect(because(-3)).toBe('Rough; 1 of 1 in time, explaining 99.9 % of it');
});

it('gives the same report twice', () => {
  const folder = delivery(KICK, SNARE);
  const rules = [perStem('clipped'), rule('mild', [SNARE.path], 'warning')];
  expect(JSON.stringify(play(rules, folder))).toBe(JSON.stringify(play(rules, folder)));
});

function measured(path: string) {
  return stem(path, { measured: {} });
}

function rule(
  id: string,
  files: readonly string[],
  severity: 'error' | 'warning' | 'info' | null = null,
  act: Reported['act'] = {},
): Rule {
  return defineRule({
    ...SHAPE,
    id,
    severity: severity ?? 'warning',
    check(_, report) {
      if (severity !== null || files.length > 0) report({ ...WORDS, files, act });
    },
  });
}

/** Reports all stems in one finding, whose message counts them. */
function perStem(id: string): Rule {
  return defineRule({
    ...SHAPE,
    id,
    severity: 'error',
    check({ stems }, report) {
      const files = stems.map(({ path }) => path);
      if (files.length > 0)
        report({ ...WORDS, files, message: files.length === 1 ? '1 stem' : `${files.length} stems` });
    },
  });
}

const WORDS = { title: 'A title', message: 'A message.', fix: 'Do it.', data: {} };
const SHAPE = {
  chapter: 'files',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing'],
  verb: 'export-again',
  summary: 'A rule of this test',
  why: 'It is played.',
  options: {},
  examples: { passes: [], fails: [] },
} as const;

function play(
  rules: readonly Rule[],
  folder: Delivery,
  options: { waivers?: boolean; profile?: string | Profile } = {},
) {
  return check(folder, {
    profile: resolveProfile(options.profile ?? 'standard'),
    waivers: options.waivers ?? true,
    version: '0.0.0',
    rules,
  });
}
