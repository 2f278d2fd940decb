/**
 * How a yes was taken: who explained it and how, as roles. Who they are is never asked here and is in no
 * record (docs/consent.md §3.2).
 */

/** How somebody can say yes. */
export const METHODS = ['paper', 'audio', 'video', 'online', 'in-person', 'licence'] as const;
export type Method = (typeof METHODS)[number];

/** How somebody can say yes to whoever writes it down for them. */
export const METHODS_FOR_OTHERS = [
  'paper',
  'in-person',
  'audio',
] as const satisfies readonly Method[];
export type MethodForOthers = (typeof METHODS_FOR_OTHERS)[number];

/** Who may explain what a yes means. */
export const EXPLAINERS = ['facilitator', 'champion', 'support-worker', 'somebody-else'] as const;
export type Explainer = (typeof EXPLAINERS)[number];

/** Who spoke between the two. Nobody's family does (docs/consent.md §3.2). */
export const INTERPRETERS = ['none', 'professional', 'trained_peer'] as const;
export type Interpreter = (typeof INTERPRETERS)[number];
