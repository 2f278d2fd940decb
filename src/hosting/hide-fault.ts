/** What goes wrong with the hide list while it is in use; more is hidden then, never less. */
export type HideFault =
  /** What others hid meanwhile is not seen until the folder can be read again. */
  | { readonly kind: 'list-unreadable'; readonly code: string | undefined }
  /** It could not be taken off the list, so it stays hidden. */
  | { readonly kind: 'stays-hidden'; readonly id: string }
  /** Hidden in memory alone: it is tried again at each look, and until then a new start would show it. */
  | { readonly kind: 'not-written'; readonly id: string; readonly code: string };
