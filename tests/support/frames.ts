import type { Page } from 'playwright-core';

/** Lets a page draw so many frames: what was going to move or show by itself has begun to, however slow the machine is. */
export function frames(page: Page, count = 30): Promise<void> {
  return page.evaluate(
    (all) =>
      new Promise<void>((done) => {
        let left = all;
        const next = (): void => {
          left -= 1;
          if (left < 0) done();
          else requestAnimationFrame(next);
        };
        next();
      }),
    count,
  );
}
