export type { CacheSettings } from '../cache/index.js';
export { measureAll } from './measure-all.js';
export type { MeasureJob, MeasureOutcome } from './measure-file.js';
