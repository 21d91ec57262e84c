export { triage } from './triage.js';
