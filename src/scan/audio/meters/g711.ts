/**
 * The 256 values of A-law or mu-law as 16-bit codes.
 * Source: ITU-T G.711, tables 1a and 2a (13 and 14 bits, here at the top of 16)
 */
export const ALAW_CODES: Int16Array = Int16Array.from({ length: 256 }, (_, byte) => alawCode(byte));
export const MULAW_CODES: Int16Array = Int16Array.from({ length: 256 }, (_, byte) => mulawCode(byte));

function alawCode(byte: number): number {
  const turned = byte ^ 0x55; // every second bit is inverted on the line
  const segment = (turned >> 4) & 7;
  const steps = ((turned & 15) << 4) + 8;
  const magnitude = segment === 0 ? steps : (steps + 0x100) << (segment - 1);
  return turned & 0x80 ? magnitude : -magnitude;
}

function mulawCode(byte: number): number {
  const turned = ~byte & 0xff;
  const magnitude = ((((turned & 15) << 3) + 0x84) << ((turned >> 4) & 7)) - 0x84;
  return turned & 0x80 ? -magnitude : magnitude;
}
