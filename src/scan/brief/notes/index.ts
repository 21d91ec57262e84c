export { type Notes, readNotes } from './read-notes.js';
