import { expect } from 'vitest';
import type { SmallDesk } from './small-desk.ts';

export const ORIGIN = 'http://desk.test';
export type Fields = readonly (readonly [string, string])[];

/** Somebody who is at the form, known by a cookie alone. */
export interface Visit {
  cookie: string;
}

/** By which the last page knows what was seen. */
export const digestIn = (page: string): string =>
  / name="digest" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';

/** The form over a small desk, as a browser without a script uses it. */
export function shareForm(desk: SmallDesk) {
  const send = (path: string, { cookie }: Visit, more: RequestInit & { duplex?: 'half' }) =>
    desk.open.handle(
      new Request(`${ORIGIN}${path}`, {
        ...more,
        headers: { cookie, 'sec-fetch-site': 'same-origin', ...more.headers },
      }),
    );
  const ask = (path: string, visit: Visit, fields?: Fields) =>
    send(
      path,
      visit,
      fields === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
          },
    );
  const invite = (use: 'single' | 'group' = 'single', role = 'contributor') =>
    desk.open.desk.access.invite({ role, language: 'ur', use, until: desk.clock.now + 86_400_000 })
      .token;
  return {
    ask,
    send,
    invite,
    /** Comes in with a link and begins; answers with the cookie. */
    async begun(token = invite()): Promise<Visit> {
      const entered = await ask('/share/', { cookie: '' }, [
        ['act', 'enter'],
        ['token', token],
      ]);
      expect(entered.status).toBe(303);
      const visit = { cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
      const first = await ask('/share/', visit, [['act', 'begin']]);
      expect(first.headers.get('location')).toBe('/share/language/?lang=ur');
      return visit;
    },
    /** Looks at the last page and sends it as it was seen; `more`: what else a browser says. */
    async sendAsSeen(visit: Visit, more: Fields = []): Promise<Response> {
      const page = await (await ask('/share/look/?lang=ur', visit)).text();
      return ask('/share/look/?lang=ur', visit, [
        ['seen', 'yes'],
        ['digest', digestIn(page)],
        ...more,
      ]);
    },
    /** Whose sign-in it is, and what they wrote so far. */
    async owned(visit: Visit) {
      const visitor = await desk.open.desk.signIns.visitor(visit.cookie.slice('desk='.length));
      if (visitor === undefined) throw new Error('Nobody is signed in.');
      return { visitor, form: desk.open.desk.access.form(visitor) };
    },
  };
}
