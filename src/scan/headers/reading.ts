/** What a reader asks its driver for: bytes of the file, which may be fewer where the file ends. */
type Ask = { readonly atByte: number; readonly bytes: number };

/**
 * A reader without input and output of its own: it yields what it wants to see and is handed the bytes. The same
 * reader so runs over a file descriptor (at once) and over a Blob or a zip entry (later).
 */
export type Reading<T> = Generator<Ask, T, Uint8Array>;

/** The part of a file that is in memory, and how long the whole file is. */
export type Bytes = { readonly size: number; window: DataView; windowAt: number };

export const HEAD_BYTES = 4096;
// Walks that go on past the head get larger windows: fewer calls to the disk for the same bytes.
const WALK_BYTES = 65_536;
// No header field sizes an allocation: whatever a reader asks for, it is given at most this much at once.
const MOST_BYTES = 1 << 20;

/** Starts reading with the first bytes of the file in memory. */
export function bytesOf(size: number, head: Uint8Array): Bytes {
  return { size, window: viewOf(head), windowAt: 0 };
}

/** True where `bytes` bytes from `atByte` on are in memory. */
export function holds(file: Bytes, atByte: number, bytes: number): boolean {
  return atByte >= file.windowAt && atByte + bytes <= file.windowAt + file.window.byteLength;
}

/** Brings `bytes` bytes from `atByte` on into memory; false where the file ends before them. */
export function* need(file: Bytes, atByte: number, bytes: number): Reading<boolean> {
  if (holds(file, atByte, bytes)) return true;
  if (atByte < 0 || atByte + bytes > file.size || bytes > MOST_BYTES) return false;
  const goesOn = atByte >= file.windowAt && atByte <= file.windowAt + file.window.byteLength + HEAD_BYTES;
  const wanted = Math.max(bytes, goesOn ? WALK_BYTES : HEAD_BYTES);
  const got = yield { atByte, bytes: Math.min(wanted, file.size - atByte) };
  file.window = viewOf(got);
  file.windowAt = atByte;
  return holds(file, atByte, bytes);
}

/**
 * The bytes from `atByte` on, at most `most` of them and at most 1 MiB.
 *
 * @returns a view that stays valid while this file is read; shorter where the file ends, empty behind its end
 */
export function* part(file: Bytes, atByte: number, most: number): Reading<DataView> {
  const bytes = Math.max(0, Math.min(most, MOST_BYTES, file.size - atByte));
  if (bytes === 0 || !(yield* need(file, atByte, bytes))) return viewOf(new Uint8Array(0));
  return sub(file.window, atByte - file.windowAt, bytes);
}

/** A part of a view, cut to what is there. */
export function sub(view: DataView, at: number, bytes: number): DataView {
  const from = Math.min(Math.max(0, at), view.byteLength);
  const length = Math.max(0, Math.min(bytes, view.byteLength - from));
  return new DataView(view.buffer, view.byteOffset + from, length);
}

/** Runs a reader over bytes that are there at once. */
export function runNow<T>(reading: Reading<T>, read: (atByte: number, bytes: number) => Uint8Array): T {
  let step = reading.next();
  while (!step.done) step = reading.next(read(step.value.atByte, step.value.bytes));
  return step.value;
}

/** Runs a reader over bytes that have to be waited for. */
export async function runLater<T>(
  reading: Reading<T>,
  read: (atByte: number, bytes: number) => Uint8Array | Promise<Uint8Array>,
): Promise<T> {
  let step = reading.next();
  while (!step.done) step = reading.next(await read(step.value.atByte, step.value.bytes));
  return step.value;
}

/** The same bytes, to be read as numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
