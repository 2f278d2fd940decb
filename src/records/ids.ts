// Nothing is imported here: a command that only needs an id must not load the schemas.

/** The id of a contribution: random, never made from a name (docs/content-format.md). */
export const CONTRIBUTION_ID = /^[a-z0-9]{6,26}$/;
