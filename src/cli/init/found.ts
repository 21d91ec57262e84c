import { type Brief, isNone, type None, type Said, type Tempo } from '../../model/brief.js';
import type { Delivery } from '../../model/delivery.js';
import { fileName } from '../../model/units.js';
import { ALL_LINES, fieldOf, type LineName } from '../../scan/brief/handoff/line-names.js';
import type { Answers, AnswerValue } from './answers.js';

/** A folder can be called anything: a song that only it names is written where a person has seen it. */
export const FOLDER_NAME = 'folder name';

/**
 * What the folder says already and one line of handoff.yaml can repeat without changing its meaning. A field that is
 * said twice with two values is left out, and so are lists that stand in the notes: twice they would count twice.
 */
export function foundAnswers(delivery: Delivery): Answers {
  const { brief, files } = delivery;
  const answers: Answers = {};
  const add = (name: LineName, value: AnswerValue | null, because: string | null) => {
    if (value !== null) answers[name] = { value, ...(because === null ? {} : { because }) };
  };
  const told = <T>(name: LineName, said: Said<T>, written: (value: T) => AnswerValue | null) => {
    const [first] = said;
    if (first === undefined || new Set(said.map(({ value }) => JSON.stringify(value))).size > 1) return;
    add(name, written(first.value), `${fileName(first.file)}, line ${first.line}`);
  };

  if (brief.song.length > 0) told('song', brief.song, (song) => song);
  else if (delivery.song !== null) add('song', delivery.song, isFolderName(delivery) ? FOLDER_NAME : 'file names');
  told('tempo', brief.tempo, (tempo) => orNone(tempo, tempoValue));
  told('key', brief.key, (key) => orNone(key, ({ tonic, mode }) => (mode === undefined ? tonic : `${tonic} ${mode}`)));
  told('meter', brief.meter, (meter) => meter);
  // What is open is said in the producer's own words, which a bare "open" would cover.
  told('arrangement', brief.arrangement, (arrangement) => (arrangement === 'final' ? arrangement : null));
  told('takes', brief.takes, (takes) => (takes === 'chosen' ? takes : null));
  told('deadline', brief.deadline, (deadline) =>
    orNone(deadline, ({ date, time }) => (date === undefined ? null : time === undefined ? date : `${date} ${time}`)),
  );

  const rough = files.filter(({ kind }) => kind === 'rough-mix');
  if (rough.length === 1 && rough[0] !== undefined) add('roughMix', rough[0].path, 'file name');
  const dry = files.filter(({ kind, label }) => kind === 'stem' && label.dry === 'dry');
  if (dry.length > 0)
    add(
      'dryVocals',
      dry.map(({ path }) => path),
      'file names',
    );
  if (answers.tempo === undefined && brief.tempo.length === 0) {
    const session = delivery.sessions.find(({ tempo }) => tempo !== null);
    const others = new Set(delivery.sessions.flatMap(({ tempo }) => tempo ?? []));
    if (session?.tempo != null && others.size === 1) add('tempo', session.tempo, fileName(session.path));
  }
  return answers;
}

/** Where the notes say what `foundAnswers` does not repeat, by line of handoff.yaml. */
export function saidElsewhere({ brief }: Delivery): Partial<Record<LineName, string>> {
  const places: Partial<Record<LineName, string>> = {};
  for (const name of ALL_LINES) {
    const field = fieldOf(name);
    const said = field === 'waivers' ? undefined : (brief[field as keyof Brief] as Said<unknown>)[0];
    if (said !== undefined) places[name] = `${fileName(said.file)}, line ${said.line}`;
  }
  return places;
}

function isFolderName({ root, song }: Delivery): boolean {
  const folder = root.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  return song !== null && folder.toLowerCase().includes(song.toLowerCase());
}

function orNone<T>(value: T | None, written: (value: T) => AnswerValue | null): AnswerValue | null {
  return isNone(value) ? `none: ${value.none}` : written(value as T);
}

function tempoValue({ bpm, approx, feel, changes }: Tempo): AnswerValue | null {
  if (changes !== undefined && changes.length > 0) {
    return {
      bpm,
      changes: changes.map(({ bpm: changed, bar, at }) => ({
        bpm: changed,
        ...(bar === undefined ? {} : { bar }),
        ...(at === undefined ? {} : { at }),
      })),
    };
  }
  if (approx) return `about ${bpm}`;
  return feel === undefined ? bpm : `${bpm} ${feel}`;
}
