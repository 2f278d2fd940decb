import { interfaceIn } from '#i18n/words.ts';
import type { Desk } from './desk-context.ts';

/** What stands at every address of the desk for somebody who is not signed in. */
export function signInFirst({ drawer }: Desk, language: string): Promise<Response> {
  const { lang, words } = interfaceIn(language);
  const { signInFirstTitle: title, signInFirst: line } = words.desk;
  return drawer.page({
    ...{ page: 'desk/told', says: { title, lines: [line] }, language: lang, status: 401 },
  });
}
