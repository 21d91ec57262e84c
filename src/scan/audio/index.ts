export { SOUND_FAULTS } from './faults.js';
export { type CacheSettings, type MeasureOptions, measureAll } from './measure-all.js';
export type { MeasureJob, MeasureOutcome } from './measure-file.js';
export { METERS_VERSION } from './meters/measure-samples.js';
