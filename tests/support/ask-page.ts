import type { Page } from 'playwright-core';

export interface Question {
  readonly q: string;
  readonly language?: string;
}

/** What the search page shows of one question. */
export interface Shown {
  readonly status: string;
  /** Whether the heading for close matches stands over the results. */
  readonly close: boolean;
  readonly items: readonly {
    readonly href: string;
    readonly title: string;
    readonly excerpt: string;
    readonly excerptLang: string;
    readonly marks: readonly string[];
  }[];
}

/** Puts each question into the form of the open search page and sends it, as a reader would. */
export function askPage(page: Page, questions: readonly Question[]): Promise<Shown[]> {
  return page.evaluate(async (asked) => {
    const one = <E extends Element>(selector: string): E => {
      const found = document.querySelector<E>(selector);
      if (!found) throw new Error(`no ${selector}`);
      return found;
    };
    const form = one<HTMLFormElement>('#search');
    const list = one<HTMLElement>('#search-results');
    const shown: Shown[] = [];
    for (const { q, language } of asked) {
      one<HTMLInputElement>('#q').value = q;
      one<HTMLSelectElement>('#search-language').value = language ?? '';
      form.requestSubmit();
      while (list.ariaBusy === 'true') await new Promise((done) => setTimeout(done, 2));
      shown.push({
        status: one('#search-status').textContent ?? '',
        close: !one<HTMLElement>('#search-close').hidden,
        items: [...list.children].map((item) => {
          const title = item.querySelector('.card-title');
          const excerpt = item.querySelector('.card-excerpt');
          return {
            href: item.querySelector('a')?.getAttribute('href') ?? '',
            title: title?.textContent ?? '',
            excerpt: excerpt?.textContent ?? '',
            excerptLang: excerpt instanceof HTMLElement ? excerpt.lang : '',
            marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
          };
        }),
      });
    }
    return shown;
  }, questions);
}
