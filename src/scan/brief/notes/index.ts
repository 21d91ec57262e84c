export { readNotes } from './read-notes.js';
