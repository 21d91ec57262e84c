export { type CacheSettings, cacheFolder, clearCache, keptMeasurements } from './cache-folder.js';
export { fileState } from './file-state.js';
export { digest, keptValues } from './kept-values.js';
export { type MeasureCache, measureCache } from './measure-cache.js';
