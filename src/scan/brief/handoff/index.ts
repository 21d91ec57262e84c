export { briefProblems } from './problems.js';
export { type Handoff, type HandoffFields, readHandoff } from './read-handoff.js';
export { handoffJsonSchema } from './schema.js';
