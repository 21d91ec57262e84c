// The bare measuring, without headers, rules and report: node measure-files.js THREADS FILES…
// The files are the bench's own, so their headers are known: 48 kHz, 24 bit, stereo, 44 bytes before the samples; or FLAC.
import { statSync } from 'node:fs';
import { measureAll } from '../src/scan/audio/index.js';

const [threads, ...paths] = process.argv.slice(2);
const jobs = paths.map((path) => {
  const bytes = statSync(path).size;
  const frames = (bytes - 44) / 6;
  const data = { atByte: 44, bytes: bytes - 44, containerBits: 24 };
  const sound = {
    container: 'wav',
    codec: 'pcm_s24',
    sampleRate: 48_000,
    channels: 2,
    bitDepth: 24,
    float: false,
  } as const;
  if (path.endsWith('.flac')) {
    const coded = { container: 'flac', codec: 'flac', frames: null, seconds: null, lossy: false } as const;
    return { absolutePath: path, path, header: { ...sound, ...coded }, bytes };
  }
  const header = { ...sound, endian: 'le', frames, seconds: frames / 48_000, lossy: false, data } as const;
  return { absolutePath: path, path, header, bytes };
});
const outcomes = await measureAll(jobs, { jobs: Number(threads), cache: null });
for (const path of paths) {
  const { integratedLufs, truePeakDbtp, peakDbfs, rmsDbfs } = outcomes.get(path)?.measured ?? {};
  process.stdout.write(`${JSON.stringify({ path, integratedLufs, truePeakDbtp, peakDbfs, rmsDbfs })}\n`);
}
