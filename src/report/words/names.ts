/** "Lead Vox" for "10 Lead Vox": prose may leave the number in front away. */
export function withoutNumber(name: string): string {
  return name.replace(/^\d{1,3}[ _.-]{1,3}/, '');
}
