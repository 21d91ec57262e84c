export { readSession } from './read-session.js';
