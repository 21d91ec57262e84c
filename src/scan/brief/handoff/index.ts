export { briefProblems } from './problems.js';
export { readHandoff } from './read-handoff.js';
export { handoffJsonSchema } from './schema.js';
