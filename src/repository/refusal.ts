/** What the desk says when it will not do something: a status and plain words, for a facilitator. */
export class Refusal extends Error {
  readonly status: 401 | 403 | 404 | 409 | 413 | 415 | 422;
  readonly more: Readonly<Record<string, unknown>>;
  constructor(
    status: Refusal['status'],
    words: string,
    more: Readonly<Record<string, unknown>> = {},
  ) {
    super(words);
    this.status = status;
    this.more = more;
  }
}
