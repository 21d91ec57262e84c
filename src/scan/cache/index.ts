export { type CacheSettings, cacheFolder, clearCache, keptMeasurements } from './cache-folder.js';
export { type MeasureCache, measureCache } from './measure-cache.js';
