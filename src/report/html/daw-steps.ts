import type { Finding } from '../../model/report.js';

/** What a fix asks for in a program; which menus lead there. */
export type Task = 'export-stems' | 'export-dry' | 'bounce-mix';

export const TASK_NAMES: Readonly<Record<Task, string>> = {
  'export-stems': 'Export stems, all from one start',
  'export-dry': 'Export a dry version of a vocal',
  'bounce-mix': 'Export a rough mix',
};
/** Programs in alphabetical order: none is recommended. `software` is how their headers name them. */
export const DAWS = ['Cubase', 'FL Studio', 'Live', 'Logic Pro', 'Pro Tools', 'Reaper', 'Studio One'] as const;
export type Daw = (typeof DAWS)[number];
const SOFTWARE: Readonly<Record<Daw, RegExp>> = {
  Cubase: /\b(?:cubase|nuendo)\b/i,
  'FL Studio': /\b(?:fl studio|fruity ?loops)\b/i,
  Live: /\bableton\b/i,
  'Logic Pro': /\blogic(?: pro)?\b/i,
  'Pro Tools': /\bpro ?tools\b/i,
  Reaper: /\breaper\b/i,
  'Studio One': /\bstudio ?one\b/i,
};

/** When the menus were last held against the vendors' public manuals. Menus move: a step says for which version. */
export const CHECKED_ON = '2026-11';

type Step = { readonly daw: Daw; readonly version: string; readonly steps: string };

export const STEPS: Readonly<Record<Task, readonly Step[]>> = {
  'export-stems': [
    {
      daw: 'Cubase',
      version: '13',
      steps:
        'Left locator at bar 1, right one behind the last tail. File > Export > Audio Mixdown; Channel Selection: Multiple, and tick the channels; set sample rate and bit depth; Export Audio.',
    },
    {
      daw: 'FL Studio',
      version: '21',
      steps:
        'Song mode. File > Export > Wave file; Mode: Full song; Tail: Leave remainder; tick Split mixer tracks; choose the WAV bit depth; Start.',
    },
    {
      daw: 'Live',
      version: '12',
      steps:
        'File > Export Audio/Video; Rendered Track: All Individual Tracks; Render Start 1.1.1 and a Render Length to the last tail; Normalize off; set sample rate and bit depth; Export.',
    },
    {
      daw: 'Logic Pro',
      version: '11',
      steps:
        'File > Export > All Tracks as Audio Files; Range: Extend File Length to Project End; tick Include Audio Tail; Normalize: Off; choose the bit depth; Save. The rate is that of the project.',
    },
    {
      daw: 'Pro Tools',
      version: '2024',
      steps:
        'Select from bar 1 to the last tail in the Edit window. Select the tracks, right-click a track name, Bounce; file type, bit depth and sample rate as the set has them; Bounce.',
    },
    {
      daw: 'Reaper',
      version: '7',
      steps:
        'Select the tracks. File > Render; Source: Stems (selected tracks); Bounds: Entire project; tick Tail; set sample rate and WAV bit depth; Normalize off; Render.',
    },
    {
      daw: 'Studio One',
      version: '6',
      steps:
        'Song start marker at bar 1, end marker behind the last tail. Song > Export Stems; tick Channels or Tracks; Export Range: Between Song Start/End Marker; set format, resolution and sample rate; OK.',
    },
  ],
  'export-dry': [
    {
      daw: 'Cubase',
      version: '13',
      steps:
        'Bypass inserts and sends of the vocal channel that are effects. Then as for stems, with only this channel ticked, and DRY in its name.',
    },
    {
      daw: 'FL Studio',
      version: '21',
      steps:
        "Switch off the effect slots of the vocal's mixer track and its sends. Then as for stems, with DRY in the name.",
    },
    {
      daw: 'Live',
      version: '12',
      steps:
        'Switch off the effect devices on the vocal track and turn its sends down. File > Export Audio/Video; Rendered Track: the vocal track; same start as the stems; DRY in the name.',
    },
    {
      daw: 'Logic Pro',
      version: '11',
      steps:
        'Select the vocal track. File > Export > Track as Audio File; tick Bypass Effect Plug-ins; same range as the stems; DRY in the name.',
    },
    {
      daw: 'Pro Tools',
      version: '2024',
      steps:
        'Make the effect inserts of the vocal track inactive. Same selection as for the stems; right-click the track name, Bounce; DRY in the name.',
    },
    {
      daw: 'Reaper',
      version: '7',
      steps:
        'Bypass the effects of the vocal track (FX bypass in the track panel). Then as for stems with this track selected, and DRY in the name.',
    },
    {
      daw: 'Studio One',
      version: '6',
      steps:
        'Deactivate the effect inserts and sends of the vocal channel. Song > Export Stems with only this channel ticked; DRY in the name.',
    },
  ],
  'bounce-mix': [
    {
      daw: 'Cubase',
      version: '13',
      steps:
        'Locators from bar 1 to the last tail. File > Export > Audio Mixdown; Channel Selection: Single, Stereo Out.',
    },
    {
      daw: 'FL Studio',
      version: '21',
      steps: 'File > Export > Wave file; Mode: Full song; Split mixer tracks off; Start.',
    },
    {
      daw: 'Live',
      version: '12',
      steps: 'File > Export Audio/Video; Rendered Track: Main; Render Start 1.1.1, length to the last tail; Export.',
    },
    {
      daw: 'Logic Pro',
      version: '11',
      steps: 'File > Bounce > Project or Section; start 1 1 1 1, end behind the last tail; Normalize: Off; OK.',
    },
    {
      daw: 'Pro Tools',
      version: '2024',
      steps: 'Select from bar 1 to the last tail. File > Bounce Mix; Mix Source: the main output; Bounce.',
    },
    {
      daw: 'Reaper',
      version: '7',
      steps: 'File > Render; Source: Master mix; Bounds: Entire project; tick Tail; Render.',
    },
    {
      daw: 'Studio One',
      version: '6',
      steps: 'Song > Export Mixdown; Export Range: Between Song Start/End Marker; set the format; OK.',
    },
  ],
};

/** The task behind what closes a finding; null where no menu helps: a name, a choice, a sentence. */
export function taskOf({ act, item, severity }: Finding): Task | null {
  if (severity === 'info') return null;
  if (act.verb === 'export-again') return item === 'dry-vocals' ? 'export-dry' : 'export-stems';
  if (act.verb === 'send' && item === 'rough-mix') return 'bounce-mix';
  if (act.verb === 'send' && item === 'dry-vocals') return 'export-dry';
  return null;
}

/** The program that the headers name, when they name one and no other. */
export function dawOf(software: readonly string[]): Daw | null {
  const named = DAWS.filter((daw) => software.some((text) => SOFTWARE[daw].test(text)));
  return named.length === 1 ? (named[0] ?? null) : null;
}
