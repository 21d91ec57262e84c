/** Words for what is inside a beat, without accents: a wish about one of them needs the beat's own parts. */
export const BEAT_PART_WORDS: ReadonlySet<string> = new Set(
  (
    'drum drums kick kicks snare snares hat hats hihat hihats clap claps cymbal cymbals tom toms perc percussion bass sub 808 808s ' +
    'synth synths pad pads lead melody piano keys guitar guitars strings brass sample loop ' +
    'schlagzeug bassdrum becken melodie klavier gitarre gitarren streicher caisse charley batterie basse guitare cordes ' +
    'bombo caja platos bateria bajo guitarra cuerdas bumbo caixa prato baixo cordas cassa rullante piatti batteria basso chitarra archi'
  ).split(' '),
);
