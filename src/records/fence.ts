/** Front matter: what stands between two lines of `---` at the top of a record. */
export const FENCE = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/m;
