import type { Fault } from '../model/delivery.js';

/** Faults that another rule than that of their class reports. */
const RULE_OF_ID: Readonly<Record<string, string>> = {
  // Coverage says that the file moved; it is not broken, and counts as not read.
  vanished: 'changed-while-read',
  changed: 'changed-while-read',
  truncated: 'truncated-file',
  'sound-short': 'truncated-file',
  'sound-damaged': 'corrupt-audio',
  'sound-md5': 'corrupt-audio',
  'sound-frames': 'corrupt-audio',
};
const RULE_OF_CLASS = {
  unavailable: 'unreadable-file',
  wrong: 'unreadable-file',
  unsupported: 'unreadable-file',
  odd: 'header-fault',
  doubt: 'header-fault',
} as const satisfies Record<Fault['is'], string>;

/** The rule that reports a fault of a reader: by its id, else by its class, so that none is silent. */
export function faultRule({ id, is }: Fault): string {
  return RULE_OF_ID[id] ?? RULE_OF_CLASS[is];
}
