import { describe, expect, it } from 'vitest';
import { labelName, labelNames } from '../../../src/scan/names/index.js';

describe('the names of a whole delivery', () => {
  it('lose the title that they share, even one made of part words', () => {
    const labels = labelNames([
      'Piano Man_Kick.wav',
      'Piano Man_Bass.wav',
      'Piano Man_Lead.wav',
      'Piano Man_Gtr L.wav',
      'Piano Man_2.wav',
    ]);
    expect(labels.get('Piano Man_Kick.wav')?.role).toBe('kick');
    expect(labels.get('Piano Man_Lead.wav')).toMatchObject({ role: null, says: 'generic' });
    expect(labels.get('Piano Man_2.wav')).toMatchObject({ role: null, says: 'nothing' });
  });

  it('keep the part that they share', () => {
    const labels = labelNames(['Gtr 1.wav', 'Gtr 2.wav', 'Gtr 3 Solo.wav', 'Gtr 4 Clean.wav']);
    expect([...labels.values()].map(({ role }) => role)).toEqual([
      'guitar',
      'guitar',
      'lead-guitar',
      'electric-guitar',
    ]);
  });

  it('keep Lead Vox in front of sections and effects', () => {
    const labels = labelNames(['Lead Vox Verse.wav', 'Lead Vox Chorus.wav', 'Lead Vox FX.wav', 'Lead Vox Dbl.wav']);
    expect([...labels.values()].map(({ role }) => role)).toEqual([
      'lead-vocal',
      'lead-vocal',
      'vocal-fx',
      'vocal-double',
    ]);
  });

  it('keep a part that is written together', () => {
    const labels = labelNames(['LeadVox_Verse.wav', 'LeadVox_Chorus.wav', 'LeadVox_FX.wav', 'LeadVox_Dbl.wav']);
    expect([...labels.values()].map(({ role }) => role)).toEqual([
      'lead-vocal',
      'lead-vocal',
      'vocal-fx',
      'vocal-double',
    ]);
  });

  it('lose the title behind the part, and keep what is said of every file', () => {
    const labels = labelNames([
      'Kick - Drum Song 92bpm.wav',
      'Bass - Drum Song 92bpm.wav',
      'Vox - Drum Song 92bpm.wav',
      'Pad - Drum Song 92bpm.wav',
    ]);
    expect([...labels.values()].map(({ role }) => role)).toEqual(['kick', 'bass', 'vocals', 'pad']);
    expect(labels.get('Bass - Drum Song 92bpm.wav')?.inName.bpm).toBe(92);
    const dry = labelNames(['Kick dry.wav', 'Bass dry.wav', 'Vox dry.wav', 'Pad dry.wav']);
    expect([...dry.values()].every((label) => label.dry === 'dry')).toBe(true);
  });

  it('share a title across small folders', () => {
    const labels = labelNames([
      'Drums/Loop Life_1.wav',
      'Drums/Loop Life_Snare.wav',
      'Vox/Loop Life_High.wav',
      'Keys/Loop Life_Rhodes.wav',
    ]);
    expect(labels.get('Vox/Loop Life_High.wav')?.role).toBe('vocals');
    expect(labels.get('Drums/Loop Life_1.wav')?.role).toBe('drums');
  });

  it('are read for one file with its siblings as for all of them', () => {
    const siblings = ['SD_Kick.wav', 'SD_Bass.wav', 'SD_Lead.wav', 'SD_Gtr.wav'];
    expect(labelName('SD_Lead.wav', { siblings }).says).toBe('generic');
    expect(labelName('SD_Lead.wav', { siblings })).toEqual(labelNames(siblings).get('SD_Lead.wav'));
  });
});

describe('takes told apart by a letter', () => {
  it('are takes where two of one name lie side by side', () => {
    const labels = labelNames(['Lead Dbl T1.wav', 'Lead Dbl T2.wav', 'Bass.wav']);
    expect([...labels.values()].map(({ take }) => take)).toEqual([1, 2, null]);
    expect(labels.get('Lead Dbl T1.wav')?.number).toBeNull();
  });

  it('are no takes alone, in another folder, or on a drum', () => {
    const labels = labelNames(['Lead T1.wav', 'A/Gtr T2.wav', 'B/Gtr T1.wav', 'Drums T1.wav', 'Drums T2.wav']);
    expect([...labels.values()].map(({ take }) => take)).toEqual([null, null, null, null, null]);
    expect(labelName('Lead Dbl T1.wav').take).toBeNull();
  });
});
