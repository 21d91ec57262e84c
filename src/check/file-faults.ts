import type { DeliveredFile, Fault } from '../model/delivery.js';
import { faultRule } from './faults.js';

/** One fault that several files share: the same id, and the same thing that they look like. */
export type SharedFault = {
  /** that of the first file; sizes and places in its message are that file's own */
  readonly fault: Fault;
  readonly files: readonly DeliveredFile[];
  /** what to say about all of them: one sentence, or the first one's where the figures differ */
  readonly message: string;
};

/** The faults that a rule reports, each with all files that have it, in path order; leftovers are never judged. */
export function sharedFaults(files: readonly DeliveredFile[], rule: string): readonly SharedFault[] {
  const groups = new Map<string, { fault: Fault; files: DeliveredFile[]; messages: Set<string> }>();
  for (const file of files) {
    if (file.kind === 'junk') continue;
    for (const fault of file.faults) {
      if (faultRule(fault) !== rule) continue;
      const key = `${fault.id} ${fault.looksLike ?? ''} ${roleOfKind(file)}`;
      const group = groups.get(key) ?? { fault, files: [], messages: new Set<string>() };
      if (!group.files.includes(file)) group.files.push(file);
      group.messages.add(fault.message);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ fault, files: own, messages }) => ({
    fault,
    files: own,
    message: messages.size === 1 ? fault.message : `The first of them: ${fault.message}`,
  }));
}

/** Files of other standing are told apart: a reference that does not open is no missing stem. */
function roleOfKind({ kind }: DeliveredFile): string {
  return kind === 'reference' || kind === 'rough-mix' ? kind : 'part';
}
