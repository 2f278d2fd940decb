/** A job for the test of the workbench: does what it is told, also the bad things. */
import { MediaRuleError, serveJobs } from '#media/job.ts';

interface StubbornJob {
  readonly act: 'answer' | 'hang' | 'sleep' | 'crash' | 'throw' | 'refuse' | 'crawl';
}

serveJobs(async ({ act }: StubbornJob, progress): Promise<number> => {
  if (act === 'hang') for (;;) Math.random();
  if (act === 'sleep') await new Promise(() => setInterval(() => undefined, 1000));
  if (act === 'crash') process.kill(process.pid, 'SIGSEGV');
  if (act === 'throw') throw new Error('the words of a decoder');
  if (act === 'refuse') throw new MediaRuleError('media-too-large');
  if (act === 'crawl') {
    for (let step = 1; step <= 8; step += 1) {
      await new Promise((go) => setTimeout(go, 150));
      progress(step);
    }
  }
  return process.pid;
});
