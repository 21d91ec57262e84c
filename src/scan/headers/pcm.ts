/** The codec id of integer samples that lie in containers of this many bytes. */
export function pcmCodec(containerBytes: number, bits: number, unsigned8: boolean): string {
  if (containerBytes === 1) return unsigned8 ? 'pcm_u8' : 'pcm_s8';
  if (containerBytes <= 4 || containerBytes === 8) return `pcm_s${containerBytes * 8}`;
  return `pcm_${bits}bit`;
}

// Above this no converter or file format of today runs; a header that claims it is damaged.
export const MOST_PCM_HZ = 2_000_000;
