/**
 * Words that say something about a part without naming it: a place at the drum, a function, an effect, a side, a
 * section of the song. One line a cue, as in vocabulary.ts; what a cue means beside which part is the grammar's.
 */
export const CUES: Readonly<Record<string, string>> = {
  // Functions
  lead: 'lead, leads, lider, glowny, prowadzacy, lead line, leading',
  'lead-voice': 'ld',
  principal: 'main, mains, principal, principale, haupt, primary',
  solo: 'solo, solowa, solos, solista, soli, assolo',
  rhythm: 'rhythm, rhy, rhythmic, rhythmus, rythmique, ritmica, rytmiczna, rtm, rh, rythm',
  back: 'back, backing, bk, bck, background, backup, bu, hintergrund, arriere, fondo, apoio, wspierajace',
  loop: 'loop, loops, boucle, bucle, lp',
  break: 'break, breaks',
  fill: 'fill, fills',
  // Which microphone of a drum
  inside: 'in, inside, int, innen, dentro, beater, inner',
  outside: 'out, outside, ext, aussen, fuera, fora, outer',
  sub: 'sub',
  top: 'top, tp, up, upper, oben, dessus, arriba, cima, sopra, boven, gora, ovan',
  bottom: 'bottom, bot, btm, bott, down, unten, dessous, abajo, baixo snare, sotto, onder, dol',
  over: 'over',
  under: 'under',
  sample: 'sample, samples, samp, smp, smpl, trigger, triggered, trig, trg, replacement',
  sidechain: 'sidechain, side chain, sidechain trigger, ghost trigger',
  // How it was picked up
  di: 'di, d i, direct, direct in, line in, clean di, dir, direkt, directo, linha, linea, ligne, linia',
  amp: 'amp, amps, amplifier, cab, cabinet, reamp, amp sim, ampsim, ampli, verstarker, amplificador, amplificatore, forstarkare, piec, rmp',
  microphone: 'mic, mics, mike, mikro, micro, micros, microphone, mk, spot, spot mic',
  close: 'close, near, nah, proche, cerca, close mic',
  far: 'far, fern, loin, lejos, distant',
  ribbon: 'ribbon, rib',
  condenser: 'condenser, cond, con',
  dynamic: 'dynamic, dyn',
  'room-or-place': 'amb, ambient, ambiente, ambiencia, ambienti',
  // What kind of instrument, where the noun does not say
  electric:
    'electric, elec, elect, ele, el, electro, electrique, electrica, eletrica, eletrico, electrico, elettrica, elettrico, elektrisch, elektrische, elektryczna',
  acoustic:
    'acoustic, acoustics, acous, acous t, aco, ac, acustica, acustico, acoustique, akustisk, akoestische, akoestisch, akustyczna, akustyk, akustik',
  distorted:
    'dist, distorted, distortion, overdrive, overdriven, drive, fuzz, crunchy, verzerrt, verzerrte, heavy, hvy, hi gain, high gain, power',
  clean: 'clean, cln, sauber',
  slide: 'slide, sld',
  steel: 'steel, stl',
  'alto-tenor': 'alto, tenor, baritone',
  // Doubles
  double:
    'double, doubles, doubled, dbl, dbls, dble, dbld, dt, dub, dubs, double track, double tracked, dbl track, triple, trp, quad, qd, stack, stacks, 2 x, x 2, copy performance, doubler',
  'double-voice':
    'doppel, doppelt, dubbel, dubb, dopplung, dopplungen, gedoppelt, doublage, doublure, doblaje, doblajes, doble, dobles, dobra, dobras, doppia, doppie, raddoppio, dubbels, dubel, dubla, dubbning',
  'double-short': 'db',
  overdub: 'overdub, overdubs, od',
  // Effects
  reverb:
    'reverb, reverbs, verb, rvb, reverbe, riverbero, galm, poglos, hall, delay, delays, dly, echo, echos, echoes, eco, eko, hallfahne, plate, spring, throw, throws, slap, slapback, h 3000, delay throw, verb throw',
  effects:
    'fx, efx, effect, effects, effekte, effekter, effets, effet, efectos, efecto, efeitos, efeito, effetti, effetto, effecten, efekty',
  sfx: 'sfx, sound fx, sound effects, sound design',
  'effect-return':
    'return, returns, rtn, ret, retorno, retour, retur, send, aux print, wet return, only fx, fx only, fx print',
  only: 'only, nur, solamente, seul, seule, 100',
  printed: 'print, printed, prn, prt, pnt, gedruckt, imprime, impreso, impresso, stampato',
  parallel: 'parallel, crush, squash, smash, ny comp',
  'with-effects':
    'w fx, with fx, printed fx, printed effects, fx printed, effects printed, with effects, w effects, with reverb, with verb, w verb, mit fx, mit effekten, mit hall, avec effets, avec fx, con efectos, com efeitos, con effetti, met effecten, z efektami, med effekter, fx on',
  dry: 'dry, no fx, nofx, no effects, without fx, without effects, fx off, bypassed, unprocessed, trocken, ohne effekte, ohne fx, sec, seche, sans effets, sans fx, seco, seca, sin efectos, sem efeitos, asciutta, asciutto, senza effetti, droog, zonder effecten, suchy, suche, bez efektow, torr, torrt, utan effekter',
  wet: 'wet, effected, processed, nass, humide, mojado, procesado, molhado, processado, bagnata, nat, mokry, vat',
  // Sounds that are also verbs, sections or nicknames of other things
  reversed: 'reverse, reversed, backwards, rvs, rvrs, suck, reversa, reverso, al reves, inverse',
  'reverse-or-reverb': 'rev',
  hit: 'hit, hits, boom, booms, stinger',
  rise: 'rise, rises, tension, swell',
  fall: 'fall, falls',
  texture:
    'texture, textures, soundscape, atmos, vinyl, vinyl crackle, crackle, tape hiss, hiss, noise bed, vinyl noise, tape noise, granular, textur, bourdon, textura, bordone',
  drone: 'drone, drones, dron, bed, atmo, atm, rauschen',
  noise: 'noise, noises',
  chant: 'chant, chants, gritos, foule',
  place: 'waves, street, forest, wind, sea, ocean',
  scratch: 'scratch',
  tom: 'tom',
  // Stereo
  left: 'l, left, lt, links, gauche, izquierda, izq, esquerda, esq, sinistra, vanster, lewy, lewa',
  right: 'r, right, rt, rechts, droite, derecha, der, direita, destra, hoger, prawy, prawa',
  'left-italian': 'sx',
  'right-italian': 'dx',
  stereo: 'stereo, lr, estereo, ster',
  'stereo-short': 'st',
  // Takes, versions and what the sender says about the file
  take: 'take, takes, tk, toma, prise, tomada, ripresa, tagning, podejscie, raw take, raw takes, uncomped take, uncomped takes, durchgang',
  alternate: 'alt, alternate, alternative, alt take, alternate take',
  final:
    'final, finals, fnl, finl, finished, approved, definitive, definitivo, definitif, definitief, fertig, endgultig, finalny, ostateczny, slutlig',
  tuned:
    'tuned, autotune, autotuned, auto tune, auto tuned, melodyne, melodyned, pitch corrected, getunt, gestimmt, accorde, afinada, intonata, tnd',
  untuned:
    'untuned, not tuned, no tune, notune, ungetunt, no pitch, no pitch processing, no pitch correction, no autotune, sans autotune, sin afinar, sem afinacao',
  comp: 'comp, comped, composite, cmp, gecompt',
  uncomped: 'uncomped, not comped, no comp',
  muted: 'muted, mute, stumm, muet, silenciado, mudo, muto',
  unused:
    'unused, not used, do not use, dont use, dnu, don t use, unbenutzt, nicht verwenden, inutilise, sin usar, descartado, nao usado, non usato, old, vieux, ancien, viejo, velho, vecchio, trash, discard, discarded, outtake, outtakes',
  undecided: 'maybe, undecided, unsure, not sure, vielleicht, peut etre, quizas, quiza, talvez, forse, tbd, optional',
  placeholder: 'temp, placeholder, platzhalter, provisoire, provisional, provisorio, provvisorio',
  bus: 'bus, buss, group, grp, sum, submix, sub mix, all, full, gruppe, groupe, grupo, gruppo, combined, together, summed',
  // Mixes
  mix: 'mix, mixes, mx',
  master: 'master, masters, mstr, mst',
  rough: 'rough, ruff, roughs, rgh, preview',
  demo: 'demo, demos, rascunho, skiss',
  'whole-song': 'inst, instr, instru, playback, base, music',
  genre: 'house, trap, edm, techno, dubstep, rock, hip hop, hiphop, dnb, disco, afro, latin, dembow, reggaeton, jungle',
  tagged: 'tagged, untagged, prod, leased, purchased, free, snippet, mp 3',
  // Sections
  intro: 'intro, intros, introduction',
  verse: 'verse, verses, vs, vrs, vss, ver, strophe, couplet, estrofa, verso, strofa, zwrotka, estrofe',
  'pre-chorus':
    'pre, prechorus, pre chorus, prech, pch, pre ch, vorrefrain, precoro, pre coro, pre refrain, pre refrao, pre ritornello, przedrefren, pre hook',
  chorus: 'chorus, choruses, cho, chrs, refrain, refrains, estribillo, refrao, ritornello, refren, refrang, refrein',
  'post-chorus': 'post, post chorus, postchorus',
  hook: 'hook, hooks, hk',
  bridge: 'bridge, brg, bdg, brdg, brucke, pont, puente, ponte, brygga, mostek, brug',
  'middle-8': 'middle 8, middle eight, mid 8, m 8, mid eight',
  breakdown: 'breakdown, break down, bkdn',
  interlude: 'interlude, interludio, zwischenteil, interlud',
  outro: 'outro, outr, schluss',
  end: 'end, ending, finale',
  tag: 'tag, tags',
  vamp: 'vamp',
  'chorus-or-closed': 'ch',
  'pre-or-percussion': 'pc',
  'bridge-short': 'br',
  'build-up': 'build, bld, builds',
  drop: 'drop, drops',
  'chorus-or-choir': 'coro',
  // Letters that mean something beside one instrument only
  v: 'v',
  d: 'd',
  t: 't',
  b: 'b',
  a: 'a',
  e: 'e',
  i: 'i',
  o: 'o',
  // Joining words: two parts in one file
  and: 'and, und, et, y, con, plus, n, with',
  // Words that could be anything
  generic:
    'high, hi, low, lo, mid, middle, center, centre, mono, m, h, side, pan, chord, chords, chd, chds, melody, mel, melodie, melodia, riff, riffs, line, part, parts, idea, ideas, new, neu, nuevo, extra, extras, stuff, thing, things, misc, other, others, otros, outros, altri, autres, andere, various, sound, sounds, music bed, element, elements, layer, layers, octave, oct, effect chain, soft, loud, dark, bright, wide, warm, fat, big, small, real, live, fake, open, closed, off, on, fast, slow, long, short, one, two, three, first, second, third, single, edit, edited, edits, raw, eq, compressed, cut, cuts, only mic, topline, top line',
  // Words about the file, not the sound
  file: 'stem, stems, track, tracks, trk, audio, file, files, wav, wave, aif, aiff, mp, export, exported, bounce, bounced, bnc, render, rendered, consolidated, cons, bip, freeze, frozen, multitrack, multitracks, session, project, song, recording, recorded, rec, version, unnamed, untitled, bars, bar, channel, chan, midi, dup, copy, pair, section, duet, overlay',
};
