declare module 'subset-font' {
  /** As much of the package as is used here; it brings no types of its own. */
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly noHinting?: boolean;
      readonly preserveNameIds?: readonly number[];
    },
  ): Promise<Uint8Array>;
}
