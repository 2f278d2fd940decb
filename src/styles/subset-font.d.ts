declare module 'subset-font' {
  /** As much of the package as is used here; it brings no types of its own. */
  export default function subsetFont(
    font: Uint8Array,
    letters: string | undefined,
    options: {
      readonly targetFormat: 'woff2' | 'sfnt';
      readonly noHinting?: boolean;
      readonly keepAllGlyphs?: boolean;
      readonly preserveNameIds?: readonly number[];
    },
  ): Promise<Uint8Array>;
}
