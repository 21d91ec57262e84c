import type { Fault, FaultClass } from './delivery.js';

export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A failed Result that carries one Fault. */
export function fault(
  id: string,
  atByte: number,
  message: string,
  is: FaultClass = 'odd',
): { ok: false; error: Fault } {
  return { ok: false, error: { id, atByte, message, is } };
}
