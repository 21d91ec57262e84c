// The name that a program gives when nobody gave one. Where several programs write the same, the answer is 'generic'.
// Programs that put the project's name in front are known by the end.
const DEFAULT_NAMES: readonly (readonly [program: string, name: RegExp])[] = [
  ['protools', /^audio [1-9]\d?_\d\d(?:-\d{2,3})?(?:\.[lr])?$/],
  ['cubase', /^audio 0\d(?:_\d\d)?$/],
  ['logic', /^audio \d{1,3}#\d\d$/],
  ['ableton', /(?:^|[ _])\d{1,3}-(?:audio|midi)$/],
  ['ableton', /(?:^| )[a-l]-(?:reverb|delay|return)$/],
  ['flstudio', /(?:^|_)(?:insert \d{1,3}|current)$/],
  ['reaper', /^\d\d-\d{6}_\d{4}(?:-\d{1,3})?$/],
  ['reaper', /(?:^|_)stems?[-_]track \d{1,3}$/],
  ['studioone', /^track \d{1,3}\(\d{1,3}\)$/],
  ['bandlab', /^voice[_ ]audio(?:[_ ]\d{1,3})?$/],
  ['audacity', /^(?:\d\d-)?audio track(?: ?#?\d{1,3}(?:[-_]\d\d)?)?$/],
  ['recorder', /^(?:zoom\d{4}(?:_[a-z0-9]{1,8})?|ste-\d{3}|rec\d{1,6}|r_\d{8}-\d{6}|dr\d{4}_\d{4})$/],
  [
    'recorder',
    /^(?:new recording|neue aufnahme|nouvel enregistrement|nueva grabacion|voice memo|memo vocal)(?: \d{1,4})?$/,
  ],
  ['generic', /^(?:audio|inst|aux|bus|midi|master|group) ?\d{1,3}(?:[_-]\d{1,3}){0,2}$/],
  [
    'generic',
    /^(?:audio|aux|midi|track|spur|piste|pista|faixa|traccia|spar|sciezka|recording|bounce|clip|region|untitled|unnamed|new audio file)(?:[ _-]?\d{1,4}){0,3}$/,
  ],
  ['generic', /^(?:bip|stereo out|[01]?\d{1,2}(?:[_-]\d{1,3})?)$/],
];

/**
 * The program whose default name this is.
 *
 * @param base the whole name without folders and extension, folded
 * @returns protools, logic, ableton …; 'generic' where several programs write it; null for a name that somebody gave
 */
export function defaultNameOf(base: string): string | null {
  return DEFAULT_NAMES.find(([, name]) => name.test(base))?.[0] ?? null;
}
