import type { MediaRule } from './media.ts';

/** Thrown inside a job to refuse the file by a rule of its own; anything else is `media-unreadable`. */
export class MediaRuleError extends Error {
  readonly rule: MediaRule;
  constructor(rule: MediaRule) {
    super(rule);
    this.rule = rule;
  }
}

/**
 * The other end of `run-job.ts`, called once by a job script: does each job it is sent and
 * answers with the result or a rule. What a decoder says stays in this process, since it may
 * repeat what is in the file. Ends when the parent is gone.
 */
export function serveJobs<Job, T>(
  work: (job: Job, progress: (done: number) => void) => Promise<T>,
): void {
  process.on('message', (job: Job) => {
    work(job, (progress) => process.send?.({ progress })).then(
      (done) => process.send?.({ done, mebibytes: mebibytesUsed() }),
      (error: unknown) => {
        const refused = error instanceof MediaRuleError ? error.rule : 'media-unreadable';
        process.send?.({ refused, mebibytes: mebibytesUsed() });
      },
    );
  });
  process.on('disconnect', () => process.exit(0));
}

function mebibytesUsed(): number {
  return Math.round(process.memoryUsage.rss() / 1024 / 1024);
}
