/** What the archive itself knows of a use. Its words are in each language's `consentUses`, by its name. */
interface UseRow {
  /** A line on a square of 24, in the manner of the quilt: round ends, one thread. Never without its words. */
  readonly icon: string;
}

/**
 * What a yes can be for: the one table of it, in the order of the grid (docs/content-format.md, `grants`).
 * Each is asked on its own, for each kind of thing, wherever the grid stands: none implies another.
 */
export const USE_TABLE = {
  web: { icon: 'M3 5h18v14H3zM3 9h18M6 7h.1' },
  search: { icon: 'M10 4a6 6 0 1 0 .1 0M15 14l6 6' },
  exhibition: { icon: 'M12 3 7 8M12 3l5 5M4 8h16v12H4zM8 16l3-3 2 2 3-4' },
  evidence: { icon: 'M4 4h16v9h-8l-4 4v-4H4zM4 20h16M8 8.5h8' },
  print: { icon: 'M12 6c-3-2-6-2-9-1v13c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1v13' },
  social: {
    icon: 'M7 12a2 2 0 1 0 .1 0M17 5a2 2 0 1 0 .1 0M17 17a2 2 0 1 0 .1 0M9 13l6-5M9 15l6 3',
  },
  press: { icon: 'M4 10v4h4l8 5V5l-8 5zM19 9c2 2 2 4 0 6' },
  teaching: { icon: 'M3 9l9-4 9 4-9 4zM7 11v5c3 2 7 2 10 0v-5' },
  research: { icon: 'M9 3h6M10 3v6L5 19c0 1 1 2 2 2h10c1 0 2-1 2-2L14 9V3M8 15h8' },
  deposit: { icon: 'M4 4h16v5H4zM5 9h14v11H5zM10 13h4' },
  ai: { icon: 'M8 8h8v8H8zM10 8V4M14 8V4M10 20v-4M14 20v-4M8 10H4M8 14H4M20 10h-4M20 14h-4' },
  'open-licence': { icon: 'M12 3a9 9 0 1 0 .1 0M15 9c-3-3-7 0-7 3s4 6 7 3' },
} as const satisfies Readonly<Record<string, UseRow>>;

export type Use = keyof typeof USE_TABLE;

/** Their names, in the order of the table. */
export const USES = Object.keys(USE_TABLE) as readonly Use[];
