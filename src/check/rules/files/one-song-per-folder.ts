import type { DeliveredFile } from '../../../model/delivery.js';
import { counted, formatBpm, listed, stemName } from '../../../model/units.js';
import type { Views } from '../../context.js';
import { defineRule } from '../../define-rule.js';
import { brief, delivery, stem } from '../../examples.js';

/** Two tempos within this, or one twice or half the other, may be one song. */
const SAME_TEMPO_BPM = 1;

export default defineRule({
  id: 'one-song-per-folder',
  chapter: 'files',
  severity: 'warning',
  item: 'final-stems',
  owners: ['producer'],
  stage: 'packaging',
  needs: ['listing', 'names'],
  verb: 'send',
  summary: 'One song a folder; several are judged one by one',
  why: 'Stems of two songs in one folder end up in one session, and nobody can say which rough mix or tempo counts for which.',
  how: 'Give each song a folder of its own with its rough mix and notes. `stemcheck "Song A" "Song B"` then judges each.',
  options: {
    // A single file with another title is a sample or a typing slip more often than a second song.
    smallestSong: 2,
  },

  check(context, report) {
    const { root, songs: folders } = context.delivery;
    if (folders.length > 0) {
      report({
        files: [],
        title: `${counted(folders.length, 'song')} lie side by side here`,
        message: `${listed(folders, 6)} are folders of songs with the same parts, or with a rough mix each. A handoff is judged song by song, so only the files themselves were looked at.`,
        fix: `Check each by its own path, such as: stemcheck "${root}/${folders[0]}"`,
        data: { folders },
        act: { verb: 'nothing', phrase: '' },
      });
      return;
    }
    const songs = otherSongs(context, context.options.smallestSong);
    if (songs.length === 0) return;
    const files = songs.flatMap((song) => song.files.map(({ path }) => path));
    const titles = songs.map(({ title }) => title);
    const reasons = songs.map(
      ({ title, files: own, because }) => `${counted(own.length, 'stem')} of "${title}" (${because})`,
    );
    const title = `Stems of ${songs.length === 1 ? 'another song' : counted(songs.length, 'other song')} lie here too: ${listed(titles, 2)}`;
    report({
      files,
      title: title.length <= 60 ? title : 'Stems of another song lie here too',
      message: `Beside ${context.song === null ? 'this song' : `"${context.song}"`} lie ${listed(reasons)}.`,
      fix: 'Put each song into a folder of its own, with its rough mix and its notes.',
      data: { titles },
      act: { phrase: 'each song in a folder of its own', perFile: [] },
    });
  },

  examples: {
    passes: [
      {
        when: 'every name begins with the title and tempo of this song',
        delivery: delivery(
          stem('Night Drive_92bpm_Kick.wav', { label: { inName: { bpm: 92 } } }),
          stem('Night Drive_92bpm_Bass.wav', { label: { inName: { bpm: 92 } } }),
        ),
      },
      {
        when: 'a near miss: one loop carries the tempo of its sample pack',
        delivery: delivery(
          stem('Kick.wav'),
          stem('Bass.wav'),
          stem('Dusty_120bpm_Loop.wav', { label: { inName: { bpm: 120 } } }),
          brief({ tempo: { bpm: 92 } }),
        ),
      },
      {
        when: 'groups of instruments stand in front of the names',
        delivery: delivery(
          stem('Drums - Kick.wav'),
          stem('Drums - Snare.wav'),
          stem('Gtr - L.wav'),
          stem('Gtr - R.wav'),
        ),
      },
    ],
    fails: [
      {
        when: 'stems of another title and tempo lie among them',
        delivery: delivery(
          stem('01 Kick.wav'),
          stem('02 Bass.wav'),
          stem('Paper Sun_102bpm_Kick.wav', { label: { inName: { bpm: 102 } } }),
          stem('Paper Sun_102bpm_Snare.wav', { label: { inName: { bpm: 102 } } }),
          brief({ tempo: { bpm: 92 } }),
        ),
        says: 'Beside "Night Drive" lie 2 stems of "Paper Sun" (102 bpm in their names, not 92 bpm).',
      },
      {
        when: 'two songs lie side by side in folders',
        delivery: delivery(
          stem('Night Drive/Kick.wav'),
          stem('Night Drive/Bass.wav'),
          stem('Paper Sun/Kick.wav'),
          stem('Paper Sun/Bass.wav'),
          { facts: { root: 'EP', songs: ['Night Drive', 'Paper Sun'] } },
        ),
        says: 'Night Drive and Paper Sun are folders of songs with the same parts, or with a rough mix each. A handoff is judged song by song, so only the files themselves were looked at.',
      },
    ],
  },
});

type OtherSong = { readonly title: string; readonly files: readonly DeliveredFile[]; readonly because: string };

function otherSongs(context: Views, smallest: number): readonly OtherSong[] {
  return songsByTitle(context).filter(({ files }) => files.length >= smallest);
}

/** Stems whose names begin with another title and a tempo that is not this song's. */
function songsByTitle({ stemFiles, brief, delivery, song }: Views): readonly OtherSong[] {
  const titles = new Map<string, { title: string; bpm: number; files: DeliveredFile[] }>();
  for (const file of stemFiles) {
    const title = titleBeforeTempo(file);
    const bpm = file.label.inName.bpm;
    if (title === null || bpm === undefined) continue;
    const known = titles.get(`${plain(title)} ${bpm}`) ?? { title, bpm, files: [] };
    known.files.push(file);
    titles.set(`${plain(title)} ${bpm}`, known);
  }
  const groups = [...titles.values()];
  const said = brief.tempo.flatMap(({ value }) => ('bpm' in value ? [value.bpm] : []));
  const sessions = delivery.sessions.flatMap(({ tempo }) => tempo ?? []);
  const largest = [...groups].sort((a, b) => b.files.length - a.files.length)[0];
  const isMostOfIt = largest !== undefined && largest.files.length * 2 > stemFiles.length;
  const own = said[0] ?? sessions[0] ?? (isMostOfIt ? largest.bpm : undefined);
  if (own === undefined) return [];
  return groups
    .filter(
      ({ title, bpm, files }) =>
        plain(title) !== plain(song ?? '') && files.length < stemFiles.length && !isSameTempo(bpm, own),
    )
    .map(({ title, bpm, files }) => ({
      title,
      files,
      because: `${formatBpm(bpm)} in ${files.length === 1 ? 'its name' : 'their names'}, not ${formatBpm(own)}`,
    }));
}

function isSameTempo(a: number, b: number): boolean {
  return [1, 2, 0.5].some((times) => Math.abs(a - b * times) <= SAME_TEMPO_BPM);
}

/** "Paper Sun" of "Paper Sun_102bpm_Kick"; null where nothing but an order number stands before the tempo. */
function titleBeforeTempo({ path }: DeliveredFile): string | null {
  const name = stemName(path);
  const at = /\d{2,3}(?:\.\d{1,2})? ?bpm/i.exec(name)?.index ?? 0;
  const title = name
    .slice(0, at)
    .replace(/[ _-]{1,4}$/, '')
    .replaceAll('_', ' ')
    .trim();
  return /\p{L}{2}/u.test(title) ? title : null;
}

function plain(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
