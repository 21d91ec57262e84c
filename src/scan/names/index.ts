export { labelName, labelNames } from './label-names.js';
