import { gunzipSync, inflateSync } from 'node:zlib';
import type { Fault } from '../../model/delivery.js';
import type { Result } from '../../model/result.js';
import { brokenSession, tooLargeSession } from './no-facts.js';

/** A Live set of a hundred tracks unpacks to some 20 MB; a bomb is stopped here. */
export const MOST_SESSION_BYTES = 48 << 20;

/** Unpacks gzip (RFC 1952) or zlib (RFC 1950) into at most MOST_SESSION_BYTES; more, or broken data, is a Fault. */
export function inflated(bytes: Uint8Array, form: 'gzip' | 'zlib'): Result<Uint8Array, Fault> {
  try {
    const unpack = form === 'gzip' ? gunzipSync : inflateSync;
    return { ok: true, value: unpack(bytes, { maxOutputLength: MOST_SESSION_BYTES }) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? tooLargeSession(`The session unpacks to more than ${MOST_SESSION_BYTES >> 20} MB.`)
      : brokenSession(0, `The session is packed, and unpacking it breaks off (${code}).`);
  }
}
