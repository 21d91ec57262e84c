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

/** What a program's menus were held against. Where no manual could be read, a step names none: the stems of Pro Tools. */
export const MANUALS: Readonly<Record<Daw, string>> = {
  Cubase: '11',
  'FL Studio': 'online manual',
  Live: '12',
  'Logic Pro': '10.6',
  'Pro Tools': "what's new, from 2022 on",
  Reaper: '7.70',
  'Studio One': 'online manual and support pages',
};

export const STEPS: Readonly<Record<Task, Readonly<Record<Daw, string>>>> = {
  'export-stems': {
    Cubase:
      'Left locator at bar 1, right one behind the last tail. File > Export > Audio Mixdown; Channel Selection: Multiple, and tick the channels; Export Range: Locators; set sample rate and bit depth; export.',
    'FL Studio':
      'Song mode. File > Export > Wave file; Tail: the setting that keeps the reverb; tick Split mixer tracks; choose the WAV bit depth; Start.',
    Live: 'File > Export Audio/Video; Rendered Track: All Individual Tracks; Render Start 1.1.1 and a Render Length to the last tail; Include Return and Main Effects off; Normalize off; set sample rate and bit depth; Export.',
    'Logic Pro':
      'File > Export > All Tracks as Audio Files; choose the bit depth; Range: extend to the project end; tick Include Audio Tail; Normalize: Off; Save. The rate is that of the project.',
    'Pro Tools':
      'In the Edit window, select from bar 1 to the last tail. Bounce each track to a file of its own over this one selection: files of different selections do not line up. File type, bit depth and sample rate as the set has them.',
    Reaper:
      'Select the tracks. File > Render; Source: Selected tracks (stems); Bounds: Entire project; tick Tail; set sample rate and WAV bit depth; Normalize off; Render.',
    'Studio One':
      'Song start marker at bar 1, end marker behind the last tail. Song > Export Stems; tab Channels, with the effects that belong to the song; tick the channels; range between the song markers; set format, resolution and sample rate; OK.',
  },
  'export-dry': {
    Cubase:
      'Bypass inserts and sends of the vocal channel that are effects. Then as for stems, with only this channel ticked, and DRY in its name.',
    'FL Studio':
      "Switch off the effect slots of the vocal's mixer track and its sends. Then as for stems, with DRY in the name.",
    Live: 'Switch off the effect devices on the vocal track and turn its sends down. File > Export Audio/Video; Rendered Track: the vocal track; same start as the stems; DRY in the name.',
    'Logic Pro':
      'Select the vocal track. File > Export > Track as Audio File; tick Bypass Effect Plug-ins; same range as the stems; DRY in the name.',
    'Pro Tools':
      'Make the effect inserts of the vocal track inactive. Bounce this track over the same selection as the stems; DRY in the name.',
    Reaper:
      'Bypass the effects of the vocal track (FX bypass in the track panel). Then as for stems with this track selected, and DRY in the name.',
    'Studio One':
      'Song > Export Stems; tab Tracks, which leaves the effects of the channel out; only the vocal ticked; same range as the stems; DRY in the name.',
  },
  'bounce-mix': {
    Cubase:
      'Locators from bar 1 to the last tail. File > Export > Audio Mixdown; Channel Selection: Single, the stereo output.',
    'FL Studio': 'Song mode. File > Export > Wave file; Split mixer tracks off; Start.',
    Live: 'File > Export Audio/Video; Rendered Track: Main (Master up to version 11); Render Start 1.1.1, length to the last tail; Export.',
    'Logic Pro': 'File > Bounce > Project or Section; start 1 1 1 1, end behind the last tail; Normalize: Off; OK.',
    'Pro Tools':
      'In the Edit window, select from bar 1 to the last tail. File > Bounce Mix (older versions: File > Bounce to > Disk); Mix Source: the main output; Bounce.',
    Reaper: 'File > Render; Source: Master mix; Bounds: Entire project; tick Tail; Render.',
    'Studio One': 'Song > Export Mixdown; range between the song markers; set the format; OK.',
  },
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
