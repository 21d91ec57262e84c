import type { Fault } from '../model/delivery.js';

/** The rule that reports a fault of a reader. */
export function faultRule(fault: Fault): string {
  if (/^(?:truncated|sound-short|header-cut)$/.test(fault.id) && fault.is !== 'wrong') return 'truncated-file';
  if (/^(?:sound-damaged|sound-md5|sound-frames)$/.test(fault.id)) return 'corrupt-audio';
  return fault.is === 'odd' || fault.is === 'doubt' ? 'header-fault' : 'unreadable-file';
}
