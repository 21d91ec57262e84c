import { describe, expect, it } from 'vitest';
import { triage } from '../../../../src/scan/brief/triage/index.js';

const sorted = (text: string) => triage(text).map(({ stage, owner }) => `${stage}: ${owner}`);

describe('who decides, by the tables of the handoff article', () => {
  it.each([
    ['Does the song need a new section?', 'production: producer'],
    ['Why does the vocal disappear in the hook?', 'mixing: mixing-engineer'],
    ['Should we keep this double?', 'production: producer'],
    ['How wide should the double feel?', 'mixing: mixing-engineer'],
    ['The 808 pattern is fighting the vocal rhythm', 'production: producer'],
    ['should this harmony exist?', 'production: producer'],
    ['how loud should this harmony be?', 'mixing: mixing-engineer'],
    ['should the beat drop out before the hook?', 'production: producer'],
    ['how do we make the drop feel bigger with the parts already there?', 'mixing: mixing-engineer'],
    ['is this the right vocal take?', 'production: producer'],
    ['how do we make this chosen vocal sit in the record?', 'mixing: mixing-engineer'],
    ['Can the hook have more energy?', 'mixing: unclear'],
    ['Make the vocal brighter.', 'mixing: mixing-engineer'],
    ['Replace the snare.', 'production: producer'],
    ['Lower the ad-libs in verse two.', 'mixing: mixing-engineer'],
    ['Try a different second verse flow.', 'production: producer'],
    ['just use what sounds best', 'production: producer'],
    ['I need mixing only, not mastering.', 'mixing: mixing-engineer'],
    ['I need help deciding which vocal layers belong.', 'production: producer'],
    ['The song needs production feedback before mixing.', 'production: producer'],
    ['The vocal sound is close, but it needs professional balance.', 'mixing: mixing-engineer'],
    ['Is this included in the mix?', 'agreement: unclear'],
  ])('%s → %s', (sentence, whose) => {
    expect(sorted(sentence)).toEqual([whose]);
  });

  it('names both stages where both are ordered', () => {
    expect(sorted('I need mix and master delivery.')).toEqual([
      'mixing: mixing-engineer',
      'mastering: mastering-engineer',
    ]);
  });
});

describe('the same in the other languages', () => {
  it.each([
    ['Bitte die Snare austauschen', 'production: producer'],
    ['Der Gesang darf etwas lauter sein', 'mixing: mixing-engineer'],
    ['Kannst du die Chöre stimmen?', 'editing: editor'],
    ['Remplace la grosse caisse', 'production: producer'],
    ['Moins de reverb sur la voix', 'mixing: mixing-engineer'],
    ['Sube un poco la voz', 'mixing: mixing-engineer'],
    ['Hay que volver a grabar el bajo', 'recording: producer'],
    ['Troca o bumbo', 'production: producer'],
    ['A voz está muito baixa', 'mixing: mixing-engineer'],
    ['Togli il rumore dalla voce', 'editing: editor'],
    ['Quanto costa una revisione in più?', 'agreement: unclear'],
  ])('%s → %s', (sentence, whose) => {
    expect(sorted(sentence)).toEqual([whose]);
  });
});

describe('a wish that the agreed job can move', () => {
  it('says under which condition a replaced snare is mixing', () => {
    expect(triage('Replace the snare')).toEqual([
      { quote: 'Replace the snare', stage: 'production', owner: 'producer', mixIf: 'sample replacement is in scope' },
    ]);
  });
  it('is mixing where the sentence says that it is agreed', () => {
    expect(sorted('Replace the kick with a sample, as agreed')).toEqual(['mixing: mixing-engineer']);
  });
  it('says what makes more energy a mix and what makes it a production', () => {
    const [ask] = triage('Can the chorus have more energy?');
    expect(ask).toMatchObject({ mixIf: 'the parts already exist', productionIf: expect.stringContaining('new parts') });
  });
});

describe('a sentence that asks for nothing', () => {
  it.each([
    'Hope you had a nice weekend!',
    "Don't tune it",
    'please no EQ on the master bus',
    'Ad-libs are panned already',
    'The drums were recorded to tape',
    'at 1:05 there is a click',
    'the breaths are intentional, leave them',
    'We used a compressor on the bass',
    'Ruf mich morgen an',
    'Merci beaucoup',
  ])('is left out: "%s"', (sentence) => {
    expect(triage(sentence)).toEqual([]);
  });
});

it('says of a wish that no table decides that it is open', () => {
  expect(triage('Can you do something with the piano?')).toEqual([
    { quote: 'Can you do something with the piano', stage: 'agreement', owner: 'unclear' },
  ]);
});

it('goes through a revision list line by line', () => {
  const list = 'Round two, thanks!\n1. bass 2 dB down\n2. new melody for the solo, please\n3. Everything else stays.';
  expect(sorted(list)).toEqual(['mixing: mixing-engineer', 'production: producer']);
});

describe('a sentence that joins two wishes', () => {
  const quotes = (text: string) => triage(text).map(({ quote, stage }) => `${stage}: ${quote}`);

  it('gives one line a person, each with its own words', () => {
    expect(quotes('Replace the snare and make the vocal brighter.')).toEqual([
      'production: Replace the snare',
      'mixing: make the vocal brighter',
    ]);
    expect(quotes('Bitte die Stimme tunen und die Snare austauschen')).toEqual([
      'editing: Bitte die Stimme tunen',
      'production: die Snare austauschen',
    ]);
  });

  it('stays whole where one person does both, and where the second clause speaks of the first', () => {
    expect(quotes('Make the vocal brighter and the snare louder')).toHaveLength(1);
    expect(quotes('Kick and bass should not fight, please carve some space')).toHaveLength(1);
    expect(quotes('There is hum on the guitar DI, can you remove it?')).toHaveLength(1);
  });
});
