export { type CacheSettings, cacheFolder, clearCache } from './cache-folder.js';
export { type MeasureCache, measureCache } from './measure-cache.js';
