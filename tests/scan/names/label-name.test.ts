import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/model/roles.js';
import { CUES } from '../../../src/scan/names/cues.js';
import { labelName } from '../../../src/scan/names/index.js';
import { PARTS } from '../../../src/scan/names/vocabulary.js';

const roleOf = (path: string) => labelName(path).role;

describe('the role of a name', () => {
  it.each([
    ['Kick.wav', 'kick'],
    ['KickIn.wav', 'kick-in'],
    ['SnareDown.wav', 'snare-bottom'],
    ['03_Drumkit1_SnareMic1.wav', 'snare'],
    ['OHH.wav', 'hi-hat'],
    ['OH Hat.wav', 'overheads'],
    ['808.wav', '808'],
    ['808 Kick.wav', 'kick'],
    ['Bass Drum.wav', 'kick'],
    ['Bass Clarinet.wav', 'clarinet'],
    ['Double Bass.wav', 'upright-bass'],
    ['Bass Double.wav', 'bass'],
    ['ElecGtr1a_VoxSM57.wav', 'electric-guitar'],
    ['ACGTRDI.wav', 'acoustic-guitar'],
    ['BackingVox2DT.wav', 'backing-vocal'],
    ['LeadVoxDT.wav', 'vocal-double'],
    ['Scratch Vox.wav', 'guide'],
    ['DJ Scratch.wav', 'scratch-dj'],
    ['Track01_Lead_Vocal.mp3', 'lead-vocal'],
    ['01 - Artist - Song - Kick.wav', 'kick'],
  ])('of %s is %s', (path, role) => {
    expect(roleOf(path)).toBe(role);
  });

  it.each([
    'Lead',
    'Loop',
    'Main',
    'High',
    'Low 2',
    'Solo',
    'Rhythm L',
    'Melody',
    'Chords',
    'Stack',
    'Vox 3',
    'Vocal 2',
  ])('is left open by a bare "%s", which could be anything', (name) => {
    expect(labelName(`${name}.wav`)).toMatchObject({ role: null, says: 'generic' });
  });

  it.each(['Pad + Bass', 'BassDrums', 'PianoSynth', 'Kick Bass'])(
    'is left open by two instruments in one file: %s',
    (name) => {
      expect(labelName(`${name}.wav`)).toMatchObject({ role: null, says: 'part' });
    },
  );

  it.each([
    ['リードボーカル', 'lead-vocal'],
    ['02 コーラス', 'backing-vocal'],
    ['アコギ L', 'acoustic-guitar'],
    ['드럼', 'drums'],
    ['기타1', 'guitar'],
    ['主唱', 'lead-vocal'],
    ['钢琴', 'piano'],
    ['Малый барабан', 'snare'],
  ])('is read in other scripts: %s', (name, role) => {
    expect(labelName(`${name}.wav`).role).toBe(role);
  });

  it('of a guide is the guide, and what it guides is told beside it', () => {
    expect(labelName('Lead Vox Guide.wav')).toMatchObject({ role: 'guide', guideOf: 'lead-vocal' });
    expect(labelName('Guide.wav').guideOf).toBeNull();
    expect(labelName('Lead Vox.wav').guideOf).toBeNull();
  });

  it.each(['Drone', 'Amb', 'Slide', 'Tom', 'Otra cosa', 'Jonas', 'गिटार'])(
    'is left open by "%s", a word that says something all the same',
    (name) => {
      expect(labelName(`${name}.wav`)).toMatchObject({ role: null, says: 'part' });
    },
  );

  it('is the kit for kick and snare together', () => {
    expect(roleOf('K & SN.wav')).toBe('drums');
  });

  it.each([
    ['Guitars/Lead.wav', 'lead-guitar'],
    ['Synths/Lead.wav', 'synth-lead'],
    ['Vocals/Lead.wav', 'lead-vocal'],
    ['Vocals/Lead/Verse 1.wav', 'lead-vocal'],
    ['Choir/Basses.wav', 'choir'],
    ['Strings/Basses.wav', 'upright-bass'],
    ['Drums/Kick/In.wav', 'kick-in'],
    ['BGVs/Vox 2.wav', 'backing-vocal'],
  ])('comes from the folder where the name is general: %s is %s', (path, role) => {
    expect(roleOf(path)).toBe(role);
  });

  it('is not the song folder’s, whatever words a title holds', () => {
    expect(roleOf('Drums of War/Jonas.wav')).toBeNull();
    expect(roleOf('Old Piano/Lead.wav')).not.toBe('lead-vocal');
  });

  it.each([
    ['Kleine Trommel unten.wav', 'snare-bottom'],
    ['Flügel.wav', 'piano'],
    ['Flügelhorn.wav', 'trumpet'],
    ['Chœurs.wav', 'backing-vocal'],
    ['Guitarra rítmica.wav', 'rhythm-guitar'],
    ['Violão.wav', 'acoustic-guitar'],
    ['Chitarra elettrica sx.wav', 'electric-guitar'],
    ['Wokal główny.wav', 'lead-vocal'],
    ['Sång dubb.wav', 'vocal-double'],
    ['Leadzang.wav', 'lead-vocal'],
  ])('is read in the language of the name: %s is %s', (path, role) => {
    expect(roleOf(path)).toBe(role);
  });

  it('is the same for both Unicode forms of an accent', () => {
    expect(roleOf('Guitarra acústica.wav'.normalize('NFD'))).toBe('acoustic-guitar');
    expect(roleOf('Guitarra acústica.wav'.normalize('NFC'))).toBe('acoustic-guitar');
  });

  it.each(['Carbonara', 'Harmless', 'Padlock', 'Snapshot', 'Kitten'])('is not found inside the word %s', (word) => {
    expect(labelName(`${word}.wav`)).toMatchObject({ role: null, says: 'part' });
  });
});

describe('the other fields of a name', () => {
  it('tell the part’s number from track index, counter and microphone', () => {
    expect(labelName('07_ElecGtr2b_SM57_01.wav')).toMatchObject({ order: 7, number: 2, mic: 'sm57', take: null });
    expect(labelName('12 string.wav')).toMatchObject({ order: null, role: 'acoustic-guitar' });
    expect(labelName('08_Strings_High.wav')).toMatchObject({ order: 8, role: 'strings' });
  });

  it.each([
    ['Lead Vox take 3.wav', 3],
    ['vocal_take4.wav', 4],
    ['LeadVox_AltTake.wav', 'alt'],
    ['Lead Vox_03.wav', null],
    ['Alto Sax.wav', null],
  ])('call a take only what says take: %s', (path, take) => {
    expect(labelName(path).take).toBe(take);
  });

  it('read V2 as the second verse before a part and as a version behind everything', () => {
    expect(labelName('V2 BGV L.wav')).toMatchObject({ section: 'verse-2', version: null });
    expect(labelName('Lead Vox v2.wav')).toMatchObject({ section: null, version: 2 });
    expect(labelName('Song_mix_v3_FINAL.wav')).toMatchObject({ version: 3, final: true, kind: 'rough-mix' });
    expect(labelName('V1.wav')).toMatchObject({ section: null, version: null, says: 'nothing' });
  });

  it('tell the effect alone from a part with its effects on', () => {
    expect(labelName('Lead Vox Delay Throw.wav')).toMatchObject({ role: 'vocal-fx', dry: 'wet', printed: true });
    expect(labelName('SnareVerb.wav')).toMatchObject({ role: 'snare', dry: 'wet', printed: true });
    expect(labelName('LEAD VOX WET.wav')).toMatchObject({ role: 'lead-vocal', dry: 'wet', printed: false });
    expect(labelName('Lead Vox (printed FX).wav')).toMatchObject({ role: 'lead-vocal', dry: 'wet', printed: false });
    expect(labelName('LeadVox_Raw.wav').dry).toBeNull();
    expect(labelName('Spring Rain - Vox.wav')).toMatchObject({ role: 'vocals', printed: false });
  });

  it('know left and right in any language, and no side in Mono', () => {
    expect(labelName('OHL.wav').side).toBe('L');
    expect(labelName('Coros izq.wav').side).toBe('L');
    expect(labelName('Gtr rechts.wav').side).toBe('R');
    expect(labelName('OH St.wav').side).toBe('stereo');
    expect(labelName('Room Mono.wav').side).toBeNull();
  });

  it('find rate, width, tempo and key, and no key in an English title', () => {
    expect(labelName('Bass_92bpm_F#m_24bit48k.wav').inName).toEqual({
      bpm: 92,
      key: 'F# minor',
      bitDepth: 24,
      sampleRate: 48000,
    });
    expect(labelName('Snare 24-96.wav').inName).toEqual({ bitDepth: 24, sampleRate: 96000 });
    expect(labelName('Am I Wrong - Vox.wav').inName).toEqual({});
    expect(labelName('808 Kick.wav').inName).toEqual({});
  });

  it('tell what is put aside from what is played muted', () => {
    expect(labelName('Gtr 4 [muted].wav').muted).toBe(true);
    expect(labelName('UNUSED/Gtr.wav').muted).toBe(true);
    expect(labelName('Gtr 3 (maybe).wav').muted).toBe('maybe');
    expect(labelName('Muted Trumpet.wav').muted).toBe(false);
    expect(labelName('Old Town Road/Kick.wav').muted).toBe(false);
  });

  it('tell tuned, comped, guide, bus and double', () => {
    expect(labelName('LV comp tuned.wav')).toMatchObject({ comped: true, tuned: true });
    expect(labelName('LeadVox_Untuned.wav')).toMatchObject({ comped: false, tuned: false });
    expect(labelName('Bass comp.wav').comped).toBe(false);
    expect(labelName('Guide Vox.wav').guide).toBe(true);
    expect(labelName('Drums SUM.wav').bus).toBe(true);
    expect(labelName('LV-D.wav').isDouble).toBe(true);
    expect(labelName('Snare.dup1.wav').isDouble).toBe(false);
  });
});

describe('a name that a program made up', () => {
  it.each([
    ['Audio 1_01.wav', 'protools'],
    ['Audio 4#02.wav', 'logic'],
    ['glasshouse 3-Audio.wav', 'ableton'],
    ['nightdrive_Insert 14.wav', 'flstudio'],
    ['08-130624_1035.wav', 'reaper'],
    ['Track 4(2).wav', 'studioone'],
    ['Voice_Audio_2.wav', 'bandlab'],
  ])('%s is known by its program and says nothing', (path, program) => {
    expect(labelName(path)).toMatchObject({ defaultNameOf: program, says: 'nothing', role: null });
  });

  it.each(['Kick_bip.wav', 'Snare Top.dup2.wav', 'Bass DI_01.wav', '03-Overheads-130729_0912.wav', '808.wav'])(
    '%s is none: somebody named it, a program only added to it',
    (path) => {
      expect(labelName(path)).toMatchObject({ defaultNameOf: null, says: 'part' });
    },
  );

  it('gets a better one from its folder, and none where nothing is known', () => {
    expect(labelName('Guitars/Audio 3_01.wav').suggestedName).toBe('Guitar 3.wav');
    expect(labelName('Audio 3_01.wav').suggestedName).toBeNull();
    expect(labelName('Guitars/Lead.wav').suggestedName).toBeNull();
  });
});

describe('the kind that a name suggests', () => {
  it.each([
    ['Night Drive ROUGH v3.wav', 'rough-mix'],
    ['Rough/Night Drive.wav', 'rough-mix'],
    ['Night Drive (Instrumental).wav', 'alternate-mix'],
    ['References/Artist - Title.mp3', 'reference'],
    ['Drums/Ref - Artist - Drums like this.mp3', 'reference'],
    ['beat 2track.mp3', 'stem'],
    ['README_stems.md', 'notes'],
    ['handoff.yaml', 'brief'],
    ['SHA256SUMS', 'manifest'],
    ['Night Drive.als', 'session'],
    ['Drums.MID', 'midi'],
    ['Kick.wav.asd', 'junk'],
    ['__MACOSX/._Snare.wav', 'junk'],
    ['cover.jpg', 'image'],
    ['stems.zip', 'archive'],
  ])('of %s is %s', (path, kind) => {
    expect(labelName(path).kind).toBe(kind);
  });

  it('of a mix of one part is still a stem', () => {
    expect(labelName('StringsMix.wav')).toMatchObject({ kind: 'stem', role: 'strings', bus: true });
    expect(labelName('Refrain Vox.wav')).toMatchObject({ kind: 'stem', section: 'chorus' });
  });
});

describe('the words of the vocabulary', () => {
  it('belong to roles that reports can name', () => {
    const known = new Set(ROLES.map(({ id }) => id));
    expect(Object.keys(PARTS).filter((role) => !known.has(role))).toEqual([]);
  });

  it('are written as names are compared: folded, one space, no word twice in a line', () => {
    for (const line of [...Object.values(PARTS), ...Object.values(CUES)]) {
      const entries = line.split(', ');
      expect(entries.filter((entry) => !/^[a-z0-9\p{Lo}\p{Lm}]+(?: [a-z0-9\p{Lo}\p{Lm}]+)*$/u.test(entry))).toEqual([]);
      expect(entries.filter((entry, place) => entries.indexOf(entry) !== place)).toEqual([]);
    }
  });

  it('mean one role each', () => {
    const owners = new Map<string, string[]>();
    for (const [role, line] of Object.entries(PARTS)) {
      for (const entry of line.split(', ')) owners.set(entry, [...(owners.get(entry) ?? []), role]);
    }
    expect([...owners].filter(([, roles]) => roles.length > 1)).toEqual([]);
  });
});
