import { beforeAll, describe, expect, test } from 'vitest';
import { ORIGIN } from '#support/share-form.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

let desk: SmallDesk;
beforeAll(async () => {
  desk = await smallDesk();
});

const ask = (path: string, site: string, takes = 'gzip, br') =>
  desk.open.handle(
    new Request(`${ORIGIN}${path}`, {
      headers: { 'sec-fetch-site': site, 'accept-encoding': takes },
    }),
  );

describe('a page that is drawn for one person', () => {
  test.each(['same-origin', 'none'])('goes packed to a browser that says %s', async (site) => {
    for (const path of ['/share/', '/mine/', '/asked/', '/withdraw/', '/desk/']) {
      const answer = await ask(path, site);
      expect([path, answer.headers.get('content-encoding')]).toEqual([path, 'gzip']);
      expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store']);
      const plain = await ask(path, site, 'identity');
      expect([path, plain.headers.get('content-encoding')]).toEqual([path, null]);
    }
  });

  test('goes as it is where another site made the browser ask, so that its length tells nothing', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const answer = await ask('/share/', site);
      expect([site, answer.status]).toEqual([site, 200]);
      expect([site, answer.headers.get('content-encoding')]).toEqual([site, null]);
    }
  });
});
