/**
 * The words by which studios name parts, in the languages in which deliveries come. One line a role: words and short
 * forms without case and accents, all languages together. What two words say together, such as "snare" and "top", is
 * the grammar's to know (specific-role.ts); here stand only words, and phrases that mean something else than their
 * words.
 */
export const PARTS: Readonly<Record<string, string>> = {
  // Drum kit
  drums:
    'drum, drums, drum kit, drumkit, drum set, drumset, kit, brushes, schlagzeug, batterie, bateria, batteria, tambores, drumstel, slagwerk, perkusja, bebny, trummor, trumset, drm, drms, drs',
  kick: 'kick, kick drum, four on the floor, kik, kck, bass drum, bassdrum, grosse trommel, grosse caisse, bombo, bumbo, cassa, grancassa, stopa, centralka, bastrumma, kagge, kk, kd, bd',
  'kick-in': 'kin',
  'kick-out': 'kout',
  'kick-sub': 'subkick, sub kick, ksub, ns 10 kick, speaker kick',
  snare:
    'snare, snare drum, kleine trommel, kleine trom, caisse claire, caja, redoblante, tarola, caixa, rullante, werbel, virvel, virveltrumma, sn, snr, sna',
  'snare-top': 'snt',
  'snare-bottom': 'snb, sbot, caixa baixo, esteira, snare teppich, bordonera, cordiera',
  'snare-sample': 'snare layer',
  rimshot: 'rim, rimshot, rim shot, rim click, sidestick, side stick, cross stick, crossstick, xstick, xstk, aro',
  'hi-hat':
    'hat, hats, hihat, hi hat, high hat, closed hat, open hat, charley, charleston, contratiempo, chimbal, contratempo, hh, hht, chh, ohh',
  toms: 'toms, toms bus, tom group, tom bus, tons, tom tons, timpani batteria, pukor, tms',
  tom: 'rack tom, tom tom, high tom, mid tom, hi tom, r tom, rtom, hangetom, haengetom, tom alto, tom medium, tom aereo, puka, hangpuka, rack, tm, rk tom',
  'floor-tom':
    'floor tom, floortom, floor, low tom, lo tom, flr tom, fl tom, f tom, ftom, fltom, standtom, tom basse, tom de piso, goliat, tom base, surdo de bateria, tom de chao, timpano, tom timpano, tom stojacy, golvpuka, ft, flr',
  cymbals:
    'cymbal, cymbals, cym, cyms, cymb, china, splash, becken, cymbale, cymbales, platillos, platos, prato, pratos, piatti, bekkens, talerze, blachy, cymbaler',
  ride: 'ride, ridebecken, conducao, rde',
  crash: 'crash, crashes, crashbecken, crsh, ataque',
  overheads:
    'overhead, overheads, over head, over heads, overs, oh, ohs, ohl, ohr, ovh, ovhd, ovhds, o h, cymbal mics, aereos, panoramici, overheady, overhang, overhangs',
  'drum-mono':
    'mono kit, kit mono, crotch, knee mic, squash mic, trash mic, crush mic, wurst, mono over, center kit mic, kit m',
  room: 'ambience mic, room, rooms, rm, chamber, raum, raummikro, sala, stanza, ruimte, pokoj, rum, rumsmik, ambiance batterie',
  'drum-loop':
    'drum loop, drumloop, loop drums, beat loop, breakbeat, break beat, drum break, drumbreak, top loop, tops, drum fill, drum fills, schlagzeugschleife, drm lp, dloop, d loop, drum beat, house beat, trap beat, brk',
  'drum-machine':
    'drum machine, mpc, 909, 707, 606, tr 909, tr 808, linn, linndrum, lm 1, dmx, electronic drums, e drums, spd, drumcomputer, boite a rythmes, caja de ritmos, bateria eletronica, batteria elettronica',
  clap: 'clap, hand clap, handclap, klatschen, palmas, battimani, klap, klaskanie, handklapp, clp, hclap',
  snap: 'snap, finger snap, finger click, finger clicks, fingersnap, schnipsen, claquements de doigts, chasquido, estalo, schiocchi, snp',
  // Percussion
  percussion:
    'percussion, perc, perk, perkussion, woodblock, wood block, clave, guiro, vibraslap, castanets, cabasa, gong, beatbox, beat box, vocal percussion, vocal perc, percus, percusion, percussao, percussioni, percussie, perkusjonalia, przeszkadzajki, slagverk, temple block, stomp, stomps',
  shaker: 'shaker, egg, maraca, maracas, caxixi, rassel, oeuf, ganza, chocalho, ovetto, shk, shkr, shak',
  tambourine:
    'tambourine, tambo, tamborine, tamb, tamba, tamburin, schellenkranz, schellenring, tambourin, pandereta, pandeireta, pandeirola, tamburello, cembalo a sonagli, tamboerijn, tamburyn, tmb, tmbr',
  congas: 'conga, congas, tumba, quinto, tumbadoras, atabaque, cga, cng',
  bongos: 'bongo, bongos, bonghi, bng',
  cowbell:
    'cowbell, cow bell, c bell, cbell, agogo, kuhglocke, glocke, cloche a vache, cencerro, campana, sineta, campanaccio, cwb',
  triangle: 'triangle, triangel, triangulo, triangolo',
  'hand-drum':
    'hand drum, hand drums, frame drums, djembe, cajon, tabla, tablas, darbuka, doumbek, pandeiro, bodhran, frame drum, udu, log drum, talking drum, timbales, timbal, taiko, rahmentrommel, surdo, cjn, djb',
  timpani: 'timpani, timp, timps, kettledrum, pauken, timbales d orchestre, timbales sinfonicos, timpanos',
  mallets:
    'mallet, marimba, vibraphone, vibes, xylophone, glockenspiel, glock, kalimba, steel drum, steel pan, steel drums, xylophon, vibraphon, vibrafono, xilofono, vibrafone, xilofone, glk, vib, vibs, mrmb, xylo, celesta, celeste',
  bells:
    'celesta bells, bell, bells, chime, chimes, tubular bells, sleigh bells, bell tree, windchimes, wind chimes, glocken, glockchen, schellen, cloches, carillon, campanas, cascabeles, sino, sinos, campane, campanelle, chm',
  // Bass
  bass: 'bass, basses, bass guitar, bass gtr, electric bass, elec bass, e bass, el bass, bass line, bassline, fretless, bassgitarre, basse, bajo, baixo, basso, bas, basgitaar, gitara basowa, basowka, elbas, bs, bss, ebass, bgtr, bass pedals',
  'bass-di': 'bdi, bass d',
  'bass-amp': 'svt, bassverstarker, bamp',
  'synth-bass':
    'bajo sintetizado, synth bass, bass synth, moog bass, reese, wobble, growl, acid bass, 303, tb 303, synthbass, basssynth, synbs, syn bs, sy bass, s bass',
  'sub-bass': 'sub bass, subbass, low sub, sine sub, sub layer, infrabasse, sub bajo, sub grave, sub basso, subs',
  808: '808, 808s, 808 bass, 808 sub, 808 glide, eight oh eight, 8 o 8',
  'upright-bass':
    'double bass, double basses, doublebass, dbl bass, dblbass, upright bass, standup bass, stand up bass, acoustic bass, contrabass, arco bass, kontrabass, standbass, contrebasse, contrabajo, contrabaixo, rabecao, contrabbasso, contrabas, kontrabas, stabas, ub',
  // Guitars and other plucked strings
  guitar:
    'guitar, gtr, gtrs, guit, gt, axe, gitarre, gitarren, git, guitare, guitarra, chitarra, chitarre, gitaar, gitaren, gitara, gitary, gitarr, gitarrer, gura',
  'electric-guitar':
    'electric guitar, strat, stratocaster, tele, telecaster, les paul, lespaul, power chords, e guitar, e guit, e gt, e gitarre, egitarre, e git, gitara elektryczna, elgitarr, elgura, eg, egtr, elgtr, egt, e gtr, el gtr, ele gtr, elec gtr, elecgtr, baritone guitar',
  'lead-guitar':
    'guitar melody, gtr melody, licks, leadgitarre, sologitarre, gitarrensolo, sologitaar, solowka, sologitarr, punteo, requinto, lgtr, shred',
  'rhythm-guitar': 'rhythmusgitarre, guitarra base, slaggitaar, kompgitarr, rgtr',
  'acoustic-guitar':
    'acoustic guitar, steel string, steel strings, 12 string, 12 strings, twelve string, dreadnought, akustikgitarre, a gitarre, westerngitarre, a git, violao, ag, agtr, a gtr, a guitar, a guit, a gt, ac gtr, acgtr, acg, acgt, acc gtr, acc guitar, guitare folk',
  'nylon-guitar':
    'nyln, nylon, nylon string, classical guitar, spanish guitar, flamenco guitar, konzertgitarre, nylongitarre, guitare classique, guitarra espanola, guitarra clasica, chitarra classica, nyl',
  'slide-guitar':
    'slide guitar, pedal steel, lap steel, steel guitar, dobro, slidegitarre, psg, pdl stl, lapsteel, weissenborn',
  banjo: 'banjo, bango, bnj, bjo',
  mandolin:
    'mandolin, mando, bouzouki, bazouki, mandola, cittern, mandoline, mandolina, bandurria, bandolim, mandolino, mndl, mnd',
  ukulele: 'ukulele, uke, ukelele, cuatro, cavaquinho',
  'other-plucked':
    'sitar, oud, autoharp, charango, koto, zither, bozouk, dulcimer, tambura, lute, saz, laute, luth, cithare, laud, viola caipira, citara, liuto, cetra, balalaika, shamisen, guzheng, kora, bouzouk',
  // Keyboards
  keys: 'keys, keyboard, keybords, kbd, kbds, nord, tasten, clavier, claviers, teclado, teclas, tastiere, tastiera, toetsen, klawisze, klawisz, klaviatur, klav, kys, keyz',
  piano:
    'piano, grand piano, upright piano, felt piano, tack piano, toy piano, klavier, fluegel, piano a queue, piano de cola, pianoforte, vleugel, fortepian, pianino, flygel, pno, pn, klv',
  'electric-piano':
    'electric piano, e piano, ep, fm piano, dx piano, dx 7 piano, e keys, cp 80, cp 70, epiano, epno, e pno, elp',
  rhodes: 'rhodes, fender rhodes, mark i, rhds, rhod',
  wurlitzer: 'wurlitzer, wurli, wurly, wurl, wrl, wlz',
  organ: 'organ, hammond, b 3, leslie, farfisa, vox continental, orgel, orgue, organo, orgao, organy, orgn, org',
  clavinet: 'clavinet, clav, clavi, d 6, clv, clvt',
  harpsichord: 'harpsichord, cembalo, clavecin, spinet, cravo, clavicembalo, hpsd',
  accordion:
    'accordion, accordian, concertina, bandoneon, harmonium, melodica, squeezebox, akkordeon, ziehharmonika, accordeon, acordeon, sanfona, acordeao, fisarmonica, akordeon, dragspel',
  // Synthesizers
  synth:
    'synth, synthesizer, synthesiser, juno, moog, prophet, minilogue, minimoog, serum, synthie, synthe, synthetiseur, sintetizador, sinte, sintetizzatore, sint, syntezator, syntezatory, syntka, synt, syntar, syn, snth, sine, sy, d 50, dx 7, jx 3 p, jp 8, jupiter, ob 6, ob 8, oberheim, sh 101, ms 20, m 1, massive, polysynth, monosynth, korg, saw, saws, supersaw',
  'synth-lead': 'saw lead, leadsynth, synthlead, ldsyn, top line synth',
  pad: 'pad, synth pad, string pad, flache, flaeche, flachen, flaechen, synthflache, nappe, colchon, colchones, tappeto, tappeti, pady, plamy, pds',
  arp: 'arp, arpeggio, arpeggiator, sequence, sequencer, seq, sequenz, arpege, arpegio, secuencia, arpejo, sequencia, sequenza, arpg',
  pluck: 'pluck, plucky, pluck lead, plk, plck',
  stab: 'stab, stabby, stb, stbs, hit synth',
  // Strings
  strings:
    'strings, string, string section, string ensemble, string quartet, pizz, pizzicato, streicher, streicherquartett, cordes, cuerdas, cordas, archi, strijkers, smyczki, strakar, strs, strgs, stgs, str, spiccato, staccato strings',
  violin:
    'violin, fiddle, vln, vlns, geige, geigen, violine, violinen, fidel, violon, violines, violino, violini, rabeca, viool, skrzypce, fiol, vn, vl, vno',
  viola: 'viola, bratsche, viole, altviool, altowka, altfiol, vla, vlas, vcla',
  cello:
    'cello, celli, violoncello, violoncelle, violonchelo, chelo, violoncelo, violoncelli, wiolonczela, vc, vlc, vcl, clo',
  harp: 'harp, celtic harp, harfe, harpe, arpa, harpa, hrp',
  // Brass and winds
  brass:
    'sekcja deta, brass, horns, horn section, horn, blaser, blaeser, blech, blechblaser, blechblaeser, horner, cuivres, metales, vientos metales, metais, ottoni, fiati, blazers, koper, deciaki, blacha, blas, bleckblas, brs, brss, hrns, hrn',
  trumpet:
    'trumpet, flugelhorn, flugel, cornet, trompete, trompette, bugle, trompeta, fliscorno, tromba, trombe, flicorno, trompet, trabka, tpt, tpts, trp, trpt, flg',
  trombone: 'trombone, bass trombone, bone, bones, posaune, trombon, puzon, tbn, tbns, trb, trmb, tromboni',
  'french-horn': 'french horn, horn in f, waldhorn, cor, cor d harmonie, trompa, corno, corni, fh, f hn, f horn, frh',
  tuba: 'tuba, sousaphone, euphonium, cimbasso, bombardino, tba, sousa, baritone horn',
  woodwinds:
    'fiati legni, woodwind, woodwinds, winds, reeds, wind section, holzblaser, bois, vents, maderas, vientos madera, madeiras, sopros, legni, ww, wds',
  saxophone:
    'sax, saxophone, saxes, alto sax, tenor sax, bari sax, soprano sax, baritone sax, saxophon, saxofon, altsax, tenorsax, saxo, saxofone, sassofono, saxofoon, saksofon, asax, tsax, bsax, tsx, asx, bari',
  flute:
    'flute, piccolo, tin whistle, low whistle, recorder, alto flute, bass flute, pan flute, whistle, flote, floete, querflote, querfloete, blockflote, blockfloete, flauta, quena, flauto, flauti, fluit, dwarsfluit, flet, flojt, blockflojt, flt, flts',
  clarinet:
    'clarinet, bass clarinet, klarinette, clarinette, clarinete, clarinetto, klarinet, klarnet, klarinett, clar, clr, bcl',
  oboe: 'oboe, english horn, cor anglais, bassoon, contrabassoon, fagott, hautbois, basson, fagot, fagote, fagotto, bsn',
  harmonica:
    'harmonica, blues harp, mouth harp, mouth organ, mundharmonika, ruine babines, armonica, gaita de boca, gaita, mondharmonica, harmonijka, munspel, hca, hmca',
  // Voices
  vocals:
    'wokalu, vocals, vocal, vox, voice, singing, singer, whisper, gesang, stimme, stimmen, voix, voz, voces, vozes, vocais, voce, voci, zang, zangstem, wokal, wokale, glos, sang, rost, vx, voc, vocs, vocl, vokal',
  'lead-vocal':
    'rap, lead singer, leadgesang, hauptstimme, hauptgesang, leadstimme, leadzang, hoofdzang, leadsang, huvudsang, lv, ldv, lvox, ldvox, lead v, lvx, ld v, chant lead, chant principal',
  'vocal-double': 'vld, ldbl',
  'backing-vocal':
    'bv, bvs, bgv, bgvs, bg, bgs, bvox, bkv, bkvs, bk v, bgvox, bckvox, back v, bg v, bu voc, bkg, bkgs, backings, backups, ooh, oohs, aah, aahs, ahh, ahhs, ahs, ohh ohs, ohhs, oos, group vox, vocal pad, chorgesang, hintergrundgesang, begleitgesang, choeurs, backs, coros, cori, segundas voces, voces de fondo, vozes de apoio, seconde voci, controcanti, achtergrondzang, chorki, korer, kor, koor, bakgrundssang',
  harmony:
    'harmony, harmonies, harm, harms, hrm, hmy, harmonie, harmonien, zweite stimme, zweitstimme, oberstimme, unterstimme, tierce, armonia, armonias, tercera, segunda voz, harmonia, terca, tercas, armonie, terza, armonizzazione, tweede stem, drugi glos, stamma, stammor, harmoni',
  'ad-lib':
    'ad lib, ad libs, adlib, adlibs, hype, hypes, zwischenrufe, einwurfe, improvisaciones, improvisos, improvvisazioni, adliby, adl, adlb',
  'vocal-chop':
    'vocal schnipsel, voix decoupee, vocal chop, vox chop, chop, chops, vchop, chp, chopped vocal, vocal sample, vox sample, cortes de voz, ritagli voce',
  choir:
    'coro gospel, choir, chorale, soprano, sopranos, altos, tenors, childrens choir, chor, kinderchor, choeur, coral, gospelkor, satb, chorus of voices, chor gesang',
  'gang-vocal':
    'coro de grupo, coro gruppo, gang, gangs, shout, shouts, gang shout, group shout, crowd vox, crowd vocal, gangshouts, gruppenchor, choeurs cries, gritos de grupo, cori da stadio, groepszang, gng, grp vox, group vocal',
  'spoken-word':
    'spoken word, spoken, narration, narrator, talk, talking, speech, dialogue, dialog, voice over, voiceover, poem, monologue, sprecher, gesprochen, sprache, parlee, parle, hablado, hablada, locucion, falado, falada, locucao, fala, parlato, parlata, spkn, narr',
  vocoder: 'vocoder, talkbox, talk box, vocoded, robot voice, vcdr, tbx, vcoder',
  'vocal-fx': 'vfx, vdly, vverb, gesangseffekte, stimmhall, sangeffekter',
  // Sounds and effects
  'sound-effect':
    'sound effect, ear candy, glitch, siren, laser, zap, one shot, oneshot, beep, beeps, bleep, gerausche, soundeffekt, bruitage court, effets sonores, efectos de sonido, efeitos sonoros, effetti sonori, geluidseffecten, ljudeffekter, snd fx, transition',
  riser:
    'crescendo, riser, uplifter, uprise, noise riser, swell up, anstieg, steigerung, montee, subida, salita, rsr, build up, buildup',
  downlifter:
    'downlifter, downer, down sweep, down lifter, faller, downshifter, descente, bajada, descida, discesa, dnl',
  impact:
    'impact, slam, braam, sub drop, sub boom, sub hit, orchestra hit, orch hit, cinematic hit, thud, einschlag, impacto, golpe, impatto, colpo, ipct, bass drop',
  sweep:
    'sweep, whoosh, woosh, swoosh, white noise, noise sweep, balayage, souffle, barrido, ruido blanco, varredura, ruido branco, fruscio, rumore bianco, swp, whsh',
  reverse:
    'reverse cymbal, rev cymbal, rev cym, rev cymb, rev crash, reverse crash, reverse cym, reverse swell, reverse becken, revcym, ruckwarts, cymbale inversee, platillo invertido, prato reverso, piatto al contrario',
  foley: 'foley, footstep, footsteps, keys jingle, bruitages, pasos, passos, rumori, steps',
  ambience:
    'ambience, ambiance, atmosphere, field recording, crowd, audience, rain, traffic, birds, umgebung, publikum, publico, plateia, pubblico, crwd, ambient noise',
  'scratch-dj':
    'scratches, dj scratch, dj scratches, turntable, turntables, scratching, plattenspieler, platines, tornamesa',
  'fx-return':
    'fx return, effect return, effects return, fx rtn, fxr, retour effets, retorno de efectos, ritorno effetti, powrot efektow, effektweg, ruckweg',
  // Neither part nor mix
  'main-pair':
    'main pair, decca tree, decca, ab pair, xy pair, blumlein, front ms, stage pair, ambeo, hall pair, room pair, pair overhead, hauptmikrofon, hauptpaar, couple principal, par principal, microfonia principal, coppia principale, ortf pair',
  click:
    'click, click track, metronome, metro, clk, clik, clck, klick, klickspur, metronom, clic, claqueta, metronomo, clique, klik, metronoom',
  guide:
    'guide, guide track, count in, countin, count off, cue, cues, pilot, pilotspur, talkback, einzahler, hilfsspur, temoin, decompte, guia, contagem, guida, gidszang, aftel, slad pilotazowy, nabitka, skiss sang, gde, scratch track, scratch take, provino traccia',
  // Whole songs
  beat: 'beat, two track, 2 track, 2 trk, 2 tr, two track beat, type beat, stereo beat, beat mp 3, prod by, minus one, backing track, halbplayback, base musicale, podklad, bakgrundsspar',
  instrumental:
    'wersja instrumentalna, instrumental, inst mix, instr mix, no vox, no vocals, minus vocals, karaoke, ohne gesang, sans voix, sin voz, sem voz, strumentale, senza voce, instrumentaal, zonder zang, utan sang',
  acapella:
    'acapella, acappella, accapella, a cappella, a capela, acap, acpl, vocals only, vox only, nur gesang, voix seule, solo voz, so voz, solo voce',
  'tv-mix':
    'tv, tv mix, tv track, minus lead, performance mix, performance track, show track, show mix, tv version, version tv, versao tv, versione tv, tvm',
  'rough-mix':
    '2 mix, two mix print, rufmix, rough mix, ruff mix, demo mix, monitor mix, board mix, rough master, working mix, current mix, preview mix, mix preview, reference mix, ref mix, ruf mix, rohmix, roughmix, rohmischung, vormix, premix, pre mix, mise a plat, mix brut, mezcla previa, mezcla cruda, premezcla, mezcla de referencia, mix previa, mixagem de referencia, mix di riferimento, mix di prova, ruwe mix, zgrywka robocza, wersja robocza, grovmix, ramix, rough bounce, maquette, provino',
  'final-mix':
    'summe, final mix, full mix, mixdown, mix down, stereo mix, mix print, main mix, stereo out, mastered, premaster, pre master, endmix, mischung, mixage, mix final, mezcla, mezcla final, mixagem, mixaggio, mix finale, eindmix, miks, zgranie, slutmix, mixture, final master, two mix',
  reference:
    'utwor referencyjny, referenslat, reference, references, ref, refs, ref track, reference track, sounds like, inspo, original track, referenz, referenzen, vorbild, referencia, referencias, riferimento, referentie, referencja, referens, rfr',
};

/**
 * Words and short forms that are also other things, or names of people: they name the part where no other part is
 * named and no unknown word stands beside them.
 */
export const WEAK_PARTS: Readonly<Record<string, string>> = {
  drums: 'dr',
  kick: 'k',
  snare: 'sd',
  'hi-hat': 'charles',
  ride: 'rd',
  crash: 'cr',
  'drum-loop': 'groove',
  'drum-machine': 'dm',
  percussion: 'prc',
  shaker: 'ei',
  tambourine: 'tam',
  triangle: 'tri',
  bells: 'bls',
  'upright-bass': 'upright',
  guitar: 'gui',
  'electric-guitar': 'crunch, chug',
  'acoustic-guitar': 'strum',
  mandolin: 'mand',
  ukulele: 'uku',
  piano: 'pf, pia, grand',
  'electric-piano': 'suitcase',
  rhodes: 'rds',
  accordion: 'accd, acdn',
  synth: 'sth',
  pad: 'pd, cama, matta',
  strings: 'arco',
  violin: 'vio',
  cello: 'cel',
  saxophone: 'sx',
  choir: 'sop',
  'spoken-word': 'vo',
  riser: 'ris, upl',
  downlifter: 'dwn',
  impact: 'imp',
  sweep: 'wash, wn',
  foley: 'fol',
  ambience: 'aud, public',
  'main-pair': 'ortf, xy, ab, ms',
  click: 'met',
  guide: 'scr, ctin, cuenta, conta',
  beat: 'bt',
  instrumental: 'music, mus',
  acapella: 'aca',
};
