import type { Stage } from '../../../model/brief.js';
import type { DeliveredFile } from '../../../model/delivery.js';
import { isVocal } from '../../../model/roles.js';
import { counted, stemName } from '../../../model/units.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';
import { placeOf, quoted } from '../handoff/told.js';
import { wordsOf } from '../names/name-words.js';
import { BEAT_PART_WORDS } from './beat-part-words.js';

const CAN_NEED_PARTS: readonly Stage[] = ['production', 'editing', 'mixing'];
const BEAT_ROLES = new Set(['beat', 'instrumental']);

export default defineRule({
  id: 'two-track-beat',
  chapter: 'scope',
  severity: 'info',
  item: 'scope',
  owners: ['producer'],
  stage: 'agreement',
  needs: ['names', 'header'],
  uses: ['relations'],
  verb: 'agree',
  summary:
    "A flattened beat and a vocal: control is limited, agree on it; a warning where the brief asks for something that needs the beat's parts",
  why: 'In a beat that is one stereo file, the kick cannot be moved without the snare. The voice can be placed on it and in it; what is inside it stays as it is.',
  how: 'Ask the beat maker for the tracks where the beat has to change. Where the stereo file is all there is, write it into the scope: `scope: [mix, two-track]`.',
  options: {},

  check({ stemFiles, stems, files, brief }, report) {
    const beat = flattenedBeat(stemFiles, files);
    if (beat === null || brief.job.some(({ value }) => wordsOf(value).join('').includes('twotrack'))) return;
    const voices = stems.filter(({ label }) => isVoice(label.role)).length;
    const needing = brief.asks.find(
      ({ value }) =>
        CAN_NEED_PARTS.includes(value.stage) && wordsOf(value.quote).some((word) => BEAT_PART_WORDS.has(word)),
    );
    const name = stemName(beat.path);
    const holds =
      beat.label.role === null
        ? 'is all the music there is, in one stereo file'
        : 'holds the whole beat in one stereo file';
    const fact = `${name} ${holds}, beside ${counted(voices, 'vocal file')}.`;
    report({
      files: [beat.path],
      ...(needing === undefined ? {} : { severity: 'warning' as const }),
      title: needing === undefined ? 'The beat is one stereo file' : 'A wish that needs the parts of the beat',
      message:
        needing === undefined
          ? `${fact} What is inside it can be shaped together only.`
          : `${fact} ${quoted(needing.value.quote)} (${placeOf(needing)}) needs its parts.`,
      fix:
        needing === undefined
          ? 'Send the tracks of the beat where there are any, or agree on working with the stereo file.'
          : 'Send the tracks of the beat, or agree that its inside stays as it is.',
      data: { beat: name, voices, asked: needing?.value.quote ?? null },
      act: { verb: 'agree', phrase: 'that the beat stays one stereo file, or send its tracks' },
    });
  },

  examples: {
    passes: [
      {
        when: 'the instruments are there',
        delivery: delivery(
          stem('Kick.wav', { label: { role: 'kick' } }),
          stem('Bass.wav', { label: { role: 'bass' } }),
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
        ),
      },
      {
        when: 'a near miss: a beat beside a bass, so that there is more than one file to work with',
        delivery: delivery(
          stem('Beat.wav', { label: { role: 'beat' } }),
          stem('Bass.wav', { label: { role: 'bass' } }),
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
        ),
      },
      {
        when: 'a near miss: a guitar and a voice, which is what the song has',
        delivery: delivery(
          stem('Guitar.wav', { label: { role: 'guitar' } }),
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
        ),
      },
      {
        when: 'it is agreed',
        delivery: delivery(
          stem('Beat.wav', { label: { role: 'beat' } }),
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          brief({ job: ['mix', 'two-track'] }),
        ),
      },
    ],
    fails: [
      {
        when: 'a file with artist and title is all the music',
        delivery: delivery(
          stem('Zed - Midnight (142 BPM).wav', { label: { role: null } }),
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
        ),
        says: 'Zed - Midnight (142 BPM) is all the music there is, in one stereo file, beside 1 vocal file. What is inside it can be shaped together only.',
      },
      {
        when: 'a beat and a voice',
        delivery: delivery(
          stem('Beat.wav', { label: { role: 'beat' } }),
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
        ),
        says: 'Beat holds the whole beat in one stereo file, beside 1 vocal file. What is inside it can be shaped together only.',
      },
      {
        when: 'the snare in the beat is asked for',
        delivery: delivery(
          stem('Beat.wav', { label: { role: 'beat' } }),
          stem('Lead Vox.wav', { label: { role: 'lead-vocal' } }),
          brief({ asks: { quote: 'Make the snare snappier', stage: 'mixing', owner: 'mixing-engineer' } }),
        ),
        severity: 'warning',
        says: 'Beat holds the whole beat in one stereo file, beside 1 vocal file. "Make the snare snappier" (handoff.yaml, line 1) needs its parts.',
      },
    ],
  },
});

/** The one stereo file beside voices that holds all the music; null where there are parts, or no voice. */
function flattenedBeat(stemFiles: readonly DeliveredFile[], files: readonly DeliveredFile[]): DeliveredFile | null {
  const voices = stemFiles.filter(({ label }) => isVoice(label.role));
  const music = stemFiles.filter(({ label }) => !isVoice(label.role));
  const prints = files.filter(({ kind, label }) => kind === 'alternate-mix' && label.role === 'instrumental');
  const beats = music.length > 0 ? music : prints;
  const [beat] = beats;
  if (beat === undefined || beats.length > 1 || voices.length === 0) return null;
  const { role, guide } = beat.label;
  // A name that tells no part, such as artist and title, is the beat where nothing else plays.
  return beat.header?.channels === 2 && !guide && (role === null || BEAT_ROLES.has(role)) ? beat : null;
}

function isVoice(role: string | null): boolean {
  return isVocal(role) || role === 'vocal-fx';
}
