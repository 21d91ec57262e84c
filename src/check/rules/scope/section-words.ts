/** Words for sections of a song and for parts, without accents, in the languages that notes come in. */
export const SECTION_AND_PART_WORDS: ReadonlySet<string> = new Set([
  ...(
    'intro outro verse verses chorus choruses prechorus hook hooks bridge break breakdown drop drops solo interlude ending coda ' +
    'strophe strophen refrain refrains bruck brucke mittelteil zwischenspiel schluss vers verso versos coplas estribillo puente ' +
    'couplet couplets pont refrao ponte strofa strofe ritornello'
  ).split(' '),
  ...(
    'drums drum kick snare hat hats bass guitar guitars synth synths piano keys pad pads strings horns brass vocal vocals vox ' +
    'double doubles harmony harmonies adlib adlibs choir loop percussion gitarre gitarren schlagzeug streicher stimme stimmen chor ' +
    'batterie basse guitare guitares cordes voix bateria bajo baixo guitarra guitarras cuerdas cordas voces vozes batteria basso ' +
    'chitarra chitarre archi voci'
  ).split(' '),
]);
