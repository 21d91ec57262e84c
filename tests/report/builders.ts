import { audio, brief, file, stem } from '../../src/check/examples.js';
import type { Brief } from '../../src/model/brief.js';
import type { DeliveredFile } from '../../src/model/delivery.js';
import type { Measurements } from '../../src/model/measurements.js';
import { NO_RELATIONS } from '../../src/model/relations.js';
import type { Act, Evidence, Finding, HandoffItem, ItemId, Report } from '../../src/model/report.js';
import { ITEMS } from '../../src/model/report.js';

/** A report about nothing: verdict ready, twelve items ok, no file. Only what matters to the story is given. */
export function report(parts: Partial<Report> = {}): Report {
  const findings = parts.findings ?? [];
  const counted = (severity: string) =>
    findings.filter((one) => one.severity === severity && one.number !== null && !one.waived).length;
  return {
    schemaVersion: 1,
    tool: { name: 'stemcheck', version: '0.0.0' },
    profile: 'standard',
    root: 'Night Drive',
    song: 'Night Drive',
    verdict: 'ready',
    verdictBecause: 'Nothing is missing.',
    stage: 'mixing',
    stageBecause: null,
    questions: [
      { id: 'final-parts', status: 'answered', answer: 'All 22.', from: 'handoff.yaml:5' },
      { id: 'creative-effects', status: 'not-said', answer: 'Not said.', from: null },
      { id: 'arrangement', status: 'partly', answer: 'Yes: "the outro may go".', from: 'notes.txt:4' },
    ],
    acts: [],
    handoff: list({}),
    files: [],
    relations: NO_RELATIONS,
    coverage: { quick: false, unread: [], specials: [], undecided: [], rulesNotRun: [] },
    brief: brief({}).brief,
    counts: { error: counted('error'), warning: counted('warning'), info: counted('info') },
    ...parts,
    findings,
  };
}

/** The twelve items, all ok but for those given. */
export function list(items: Partial<Record<ItemId, Partial<HandoffItem>>>): HandoffItem[] {
  return ITEMS.map((id) => ({ id, status: 'ok', because: 'As it should be', from: null, findings: [], ...items[id] }));
}

export function finding(parts: Partial<Finding> & Pick<Finding, 'rule' | 'title'>): Finding {
  const { rule, files = [] } = parts;
  return {
    number: 1,
    key: `${rule} ${files.join(' ')}`.trim(),
    severity: 'error',
    files,
    message: 'Something is there.',
    fix: 'Do something.',
    owners: ['producer'],
    stage: 'packaging',
    item: null,
    data: {},
    act: { verb: 'export-again', phrase: '' },
    ...parts,
  };
}

export function act(parts: Partial<Act> & Pick<Act, 'act'>): Act {
  return { owners: ['producer'], verb: 'export-again', decision: false, files: [], closes: [], ...parts };
}

/** A file of made-up sound: loud (0 … 127) between the given seconds, silent elsewhere. */
function sounding(path: string, loud: number, spans: readonly (readonly [number, number])[], seconds = 186.857) {
  return withSound(stem(path, { seconds }), loud, spans, seconds);
}

function withSound(
  one: DeliveredFile,
  loud: number,
  spans: readonly (readonly [number, number])[],
  seconds = 186.857,
): DeliveredFile {
  const rms = Array.from({ length: 480 }, (_, at) =>
    spans.some(([from, to]) => (at / 480) * seconds >= from && (at / 480) * seconds < to) ? loud : 0,
  );
  const peak = rms.map((value) => Math.min(127, value * 2));
  const rate = one.header?.sampleRate ?? 48_000;
  const islands = spans.map(([from, to]) => ({
    fromFrame: Math.round(from * rate),
    toFrame: Math.round(to * rate),
  }));
  const measured: Partial<Measurements> = {
    islands,
    firstSoundFrame: islands[0]?.fromFrame ?? null,
    lastSoundFrame: islands.at(-1)?.toFrame ?? null,
    activeSeconds: spans.reduce((sum, [from, to]) => sum + to - from, 0),
    overview: { min: peak.map((value) => -value), max: peak, rms },
  };
  const whole = stem(one.path, { measured });
  return { ...one, ...(whole.measured ? { measured: { ...whole.measured, ...one.measured, ...measured } } : {}) };
}

const SECONDS = 186.857;
const RATE = 48_000;
const at = (from: number, to: number, rate = RATE) => ({
  fromFrame: Math.round(from * rate),
  toFrame: Math.round(to * rate),
});

/** The delivery of the mock: fourteen stems, eleven findings, five things to do. */
export function saltAndStatic(): Report {
  const stems = [
    sounding('01 Kick.wav', 40, [
      [22.9, 161],
      [165, 182],
    ]),
    sounding('02 Snare.wav', 30, [
      [23.6, 161],
      [165, 182],
    ]),
    sounding('03 Hats.wav', 15, [
      [34.3, 161],
      [165, 182],
    ]),
    withSound(stem('04 Shaker.wav', { seconds: SECONDS, sampleRate: 44_100 }), 20, [
      [68.6, 91],
      [125, 150],
      [160, 182],
    ]),
    sounding('05 Bass DI.wav', 70, [
      [22.9, 161],
      [165, 182],
    ]),
    sounding('06 Gtr L.wav', 12, [
      [0, 24],
      [68, 91],
      [125, 182],
    ]),
    sounding('07 Gtr R.wav', 12, [
      [0.1, 24],
      [68, 91],
      [125, 182],
    ]),
    sounding('08 Keys.wav', 12, [
      [11.4, 108.681],
      [111.539, 182],
    ]),
    sounding('09 Pad.wav', 14, [[0, 183]]),
    sounding('10 Lead Vox.wav', 50, [
      [0, 4],
      [22, 161],
      [165, 183],
    ]),
    sounding('11 Lead Dbl T1.wav', 30, [
      [68.6, 91],
      [125, 150],
      [160, 182],
    ]),
    sounding('12 Lead Dbl T2.wav', 30, [
      [68.6, 91],
      [125, 150],
      [160, 182],
    ]),
    sounding('13 BGV.wav', 30, [
      [74, 91],
      [130, 150],
      [160, 182],
    ]),
    sounding('14 Vox Throw PRINT.wav', 8, [
      [68, 71],
      [88, 92],
      [124, 127],
      [148, 152],
    ]),
    stem('Lead Vox DRY.wav', { seconds: SECONDS, label: { dry: 'dry', role: 'lead-vocal' } }),
  ];
  const findings = saltFindings();
  return report({
    root: 'Salt and Static',
    song: 'Salt and Static',
    verdict: 'not-ready',
    verdictBecause: 'Five things to do: three for the producer, one for the artist, one to decide together.',
    stage: 'recording',
    stageBecause: 'One part still has two takes',
    files: [
      ...stems,
      audio('rough-mix', 'Salt and Static ROUGH v4.wav', { seconds: SECONDS }),
      file('handoff.yaml', 'brief'),
      file('notes.txt', 'notes'),
    ],
    brief: saltBrief(),
    questions: [
      {
        id: 'final-parts',
        status: 'partly',
        answer: 'All but one: the lead double has two takes.',
        from: null,
      },
      { id: 'creative-effects', status: 'not-said', answer: 'Not said. One file calls itself printed.', from: null },
      { id: 'arrangement', status: 'answered', answer: 'No. It is final.', from: 'handoff.yaml:4' },
    ],
    acts: saltActs(),
    handoff: list({
      'final-stems': { status: 'gap', because: '6 of 14 need another export', findings: [1, 2, 3, 5, 6, 7, 11] },
      labelled: { because: 'All 14 say what they are', from: 'file names' },
      'takes-chosen': {
        status: 'gap',
        because: 'Lead double: two takes, none chosen',
        from: 'file names',
        findings: [4],
      },
      'rough-mix': { because: 'ROUGH v4; 13 of 14 stems in time', from: 'handoff.yaml:7' },
      references: { status: 'waived', because: '"the rough mix is the reference"', from: 'handoff.yaml:8' },
      tempo: { because: '84 bpm', from: 'handoff.yaml:2' },
      key: { because: 'D minor', from: 'handoff.yaml:3' },
      'creative-effects': {
        status: 'gap',
        because: 'One printed file, none declared',
        from: 'file names',
        findings: [8],
      },
      'dry-vocals': { because: 'Lead Vox DRY', from: 'handoff.yaml:6' },
      target: { status: 'gap', because: 'Not said', findings: [9] },
      delivery: { status: 'gap', because: 'No deadline, no versions', findings: [10] },
      scope: { because: 'Arrangement final; mix only', from: 'handoff.yaml:4, 9' },
    }),
    findings,
  });
}

function saltBrief(): Brief {
  const words = brief({ tempo: { bpm: 84 }, arrangement: 'final' }).brief;
  return { ...words, sources: [...words.sources, { path: 'notes.txt', is: 'notes' }] };
}

function saltActs(): Act[] {
  return [
    act({
      act: 'Export five stems again, all from one start, at 48 kHz and 24 bit',
      closes: [1, 2, 3, 5, 7],
      files: [
        { path: '10 Lead Vox.wav', remark: 'from one bar before the first word' },
        { path: '07 Gtr R.wav', remark: 'with delay compensation on' },
        { path: '04 Shaker.wav', remark: 'at 48 kHz instead of 44.1' },
        { path: '02 Snare.wav', remark: 'about 6 dB lower' },
        { path: '08 Keys.wav', remark: 'with bar 39 unmuted, or say it is meant' },
      ],
    }),
    act({
      act: 'Send 09 Pad from the session, not by way of an MP3',
      verb: 'send',
      closes: [6],
      files: [{ path: '09 Pad.wav', remark: '' }],
    }),
    act({
      act: 'Say in handoff.yaml which printed effects belong to the song',
      verb: 'write-down',
      closes: [8],
    }),
    act({
      owners: ['artist'],
      verb: 'answer',
      act: 'Answer two questions: what should the listener feel, and which versions are due when',
      closes: [9, 10],
    }),
    act({
      owners: ['artist', 'producer'],
      verb: 'choose',
      decision: true,
      act: 'Choose one take of the lead double, or agree that choosing is part of the job',
      closes: [4],
    }),
  ];
}

function saltFindings(): Finding[] {
  return [
    finding({
      number: 1,
      rule: 'head-cut',
      files: ['10 Lead Vox.wav'],
      item: 'final-stems',
      title: 'Lead Vox starts inside a sound',
      message:
        'The first 5 ms already reach −8.7 dBFS, with no rise before them. The front of the first word is probably missing.',
      fix: 'Export it again from one bar before the first word.',
      at: [at(0, 0.005)],
    }),
    finding({
      number: 2,
      rule: 'stem-offset',
      files: ['07 Gtr R.wav'],
      item: 'final-stems',
      title: 'Gtr R is 100.3 ms late',
      message:
        'It lies 4,812 frames behind the place where the rough mix has it (score 0.97, ± 1 frame). The other 13 stems are in time.',
      fix: 'Export it again with delay compensation on, from the same start as the others.',
    }),
    finding({
      number: 3,
      rule: 'sample-rate-consistent',
      files: ['04 Shaker.wav'],
      item: 'final-stems',
      title: 'Shaker is at 44.1 kHz, the set at 48',
      message:
        'Placed in a 48 kHz session it ends at 2:51.7 and sounds 147 cents high, or is converted without anyone deciding so.',
      fix: 'Export it again at 48 kHz from the session.',
    }),
    finding({
      number: 4,
      rule: 'takes-final',
      files: ['11 Lead Dbl T1.wav', '12 Lead Dbl T2.wav'],
      item: 'takes-chosen',
      owners: ['artist', 'producer'],
      stage: 'recording',
      title: 'The lead double comes in two takes',
      message:
        'Lead Dbl T1 and Lead Dbl T2 sing the same part at the same places (loudness curves agree at 0.98). handoff.yaml says neither "chosen" nor "comping-in-scope".',
      fix: 'Choose one and move the other out of the folder, or agree that choosing is part of the job.',
      at: [at(68.6, 91), at(125, 150), at(160, 182)],
      act: { verb: 'choose', phrase: 'one take of the lead double' },
    }),
    finding({
      number: 5,
      severity: 'warning',
      rule: 'clipping',
      files: ['02 Snare.wav'],
      item: 'final-stems',
      title: 'Snare is clipped in 211 places',
      message: 'Runs of 3 to 38 frames stand flat at 0 dBFS, the longest at 2:13.572; true peak +0.2 dBTP.',
      fix: 'Export it again about 6 dB lower. If the crunch is wanted, say so in the notes.',
      at: [30, 70, 74, 78, 82, 86, 90, 120, 133.572, 136, 140].map((second) => at(second, second + 0.001)),
    }),
    finding({
      number: 6,
      severity: 'warning',
      rule: 'lossy-sourced',
      files: ['09 Pad.wav'],
      item: 'final-stems',
      title: 'Pad has nothing above 16 kHz',
      message:
        'The spectrum falls off a wall at 16.0 kHz from start to end, as an MP3 at 128 kbit/s leaves it. The file is a WAV, but its sound was not always one.',
      fix: 'Send it from the instrument or the session.',
    }),
    finding({
      number: 7,
      severity: 'warning',
      rule: 'dropouts',
      files: ['08 Keys.wav'],
      item: 'final-stems',
      title: 'Keys stop dead for exactly one bar',
      message:
        'Digital silence from 1:48.681 to 1:51.539, cut at both ends in the middle of a note. The rough mix has keys there.',
      fix: 'Unmute bar 39 and export again, or say that the gap is meant.',
      at: [at(108.681, 111.539)],
    }),
    finding({
      number: 8,
      severity: 'warning',
      rule: 'creative-effects-printed',
      files: ['14 Vox Throw PRINT.wav'],
      item: 'creative-effects',
      title: 'Which effects are creative is not said',
      message: '14 Vox Throw PRINT.wav calls itself printed; handoff.yaml has no "effects" line.',
      fix: 'Add one line:  effects: [14 Vox Throw PRINT.wav]  or  effects: []',
    }),
    finding({
      number: 9,
      severity: 'warning',
      rule: 'emotional-target',
      item: 'target',
      owners: ['artist'],
      title: 'The emotional target is not said',
      message: 'There is no "target" line, and notes.txt does not speak of it.',
      fix: 'Write one sentence on what the listener should feel.',
      act: { verb: 'answer', phrase: 'what should the listener feel' },
    }),
    finding({
      number: 10,
      severity: 'warning',
      rule: 'deliverables-listed',
      item: 'delivery',
      owners: ['artist'],
      title: 'Deadline and versions are not said',
      message: 'There is no "deadline" and no "deliverables" line.',
      fix: 'Name a day and the versions: main, instrumental, clean, performance.',
      act: { verb: 'answer', phrase: 'which versions are due when' },
    }),
    finding({
      number: 11,
      severity: 'info',
      rule: 'mono-as-stereo',
      files: ['05 Bass DI.wav'],
      item: 'final-stems',
      title: 'Bass DI is one channel, stored twice',
      message: 'Left and right hold the same frames (largest difference 0). It can be used as mono.',
      fix: 'Nothing to do.',
      act: { verb: 'nothing', phrase: '' },
    }),
  ];
}

/** The same delivery with a drawing for every kind of evidence, as the rules record it. */
export function drawnDelivery(): Report {
  const salt = saltAndStatic();
  const wave = (count: number, of: (at: number) => number) => Array.from({ length: count }, (_, at) => of(at));
  const voice = (at: number) => Math.sin(at / 26) * 0.7 + Math.sin(at / 7) * 0.2;
  const evidence: Record<string, Evidence> = {
    'head-cut': { kind: 'head', file: '10 Lead Vox.wav', firstSampleDbfs: -8.7, samples: wave(576, voice) },
    'stem-offset': { kind: 'offset', file: '07 Gtr R.wav', lagFrames: 4812, score: 0.97, plusMinusFrames: 1 },
    'sample-rate-consistent': {
      kind: 'rate',
      file: '04 Shaker.wav',
      sampleRateHz: 44_100,
      setHz: 48_000,
      frames: 8_240_394,
    },
    'takes-final': { kind: 'takes', files: ['11 Lead Dbl T1.wav', '12 Lead Dbl T2.wav'], loudnessCorrelation: 0.98 },
    clipping: {
      kind: 'clip zoom',
      file: '02 Snare.wav',
      runs: 211,
      longestFrames: 38,
      atFrame: [6_411_456],
      samples: wave(144, (at) => Math.max(-1, Math.min(1, Math.sin(at / 23) * 1.4))),
    },
    'lossy-sourced': {
      kind: 'spectrum',
      file: '09 Pad.wav',
      wallHz: 16_000,
      dropDb: 60,
      db: wave(257, (at) => (at < 171 ? -50 - at / 6 : -125)),
    },
    dropouts: { kind: 'drop-out', file: '08 Keys.wav', fromFrame: 5_216_688, toFrame: 5_353_872 },
    'creative-effects-printed': {
      kind: 'words',
      sources: [{ file: 'handoff.yaml', line: 4, quote: 'arrangement: final' }],
      add: 'effects: [14 Vox Throw PRINT.wav]',
    },
    'mono-as-stereo': {
      kind: 'channels',
      file: '05 Bass DI.wav',
      maxDifference: 0,
      correlation: 1,
      samples: wave(400, (at) => voice(Math.floor(at / 2) * 3)),
    },
  };
  return {
    ...salt,
    findings: salt.findings.map((one) => {
      const record = evidence[one.rule];
      return record ? { ...one, evidence: [record] } : one;
    }),
  };
}

/** A delivery of many stems, each with as many findings: what a page must still open at once. */
export function manyStems(stems: number, findingsEach: number): Report {
  const roles = ['kick', 'snare', 'bass', 'electric-guitar', 'piano', 'violin', 'lead-vocal', 'choir', null];
  const names = Array.from({ length: stems }, (_, at) => `${String(at + 1).padStart(3, '0')} Part ${at + 1}.wav`);
  const files = names.map((name, at) => {
    const one = sounding(name, 20 + (at % 60), [
      [at % 30, 60 + (at % 40)],
      [100, 180],
    ]);
    return { ...one, label: { ...one.label, role: roles[at % roles.length] ?? null } };
  });
  const findings = names.flatMap((name, at) =>
    Array.from({ length: findingsEach }, (_, nth) =>
      finding({
        number: at * findingsEach + nth + 1,
        key: `rule-${nth} ${name}`,
        severity: nth % 3 === 0 ? 'error' : 'warning',
        rule: `rule-${nth}`,
        files: [name],
        item: 'final-stems',
        title: `Part ${at + 1} has finding ${nth + 1}`,
        message: 'Something stands there that the other stems do not have, at 1:23.456 and in two more places.',
        fix: 'Export it again from the session, from the same start as the others.',
        at: [at_(nth)],
      }),
    ),
  );
  return report({
    root: 'Long Way Under',
    verdict: 'not-ready',
    verdictBecause: 'One thing to do, for the producer.',
    files,
    findings,
    acts: [
      act({
        act: `Export ${stems} stems again`,
        closes: findings.map(({ number }) => number ?? 0),
        files: names.map((path) => ({ path, remark: 'from bar 1' })),
      }),
    ],
    handoff: list({
      'final-stems': {
        status: 'gap',
        because: `${stems} of ${stems} need another export`,
        findings: findings.map(({ number }) => number ?? 0),
      },
    }),
  });
}

function at_(nth: number) {
  return { fromFrame: (10 + nth * 5) * 48_000, toFrame: (10 + nth * 5) * 48_000 + 100 };
}

/** Two stems of three minutes whose rough mix holds something between 1:00 and 1:30 that neither has. */
export function partMissing(): Report {
  const always = (path: string) => sounding(path, 20, [[0, 180]], 180);
  const rough: DeliveredFile = { ...always('Rough.wav'), kind: 'rough-mix' };
  return report({
    verdict: 'not-ready',
    counts: { error: 1, warning: 0, info: 0 },
    files: [always('Bass.wav'), always('Kick.wav'), rough],
    findings: [
      finding({
        rule: 'rough-missing-part',
        title: 'The rough mix holds a part that no stem has',
        at: [{ fromFrame: 60 * 48_000, toFrame: 90 * 48_000 }],
        data: { roughMix: 'Rough.wav' },
      }),
    ],
  });
}
