import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InterfaceLanguage, LANGUAGES } from '#i18n/languages.ts';
import { openRecord } from '#support/small-archive.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const urdu: { offeredOn: InterfaceLanguage['offeredOn'] } = LANGUAGES.ur;
const { offeredOn } = urdu;
let desk: SmallDesk;
beforeAll(async () => {
  desk = await smallDesk((archive) => archive.story('older01', openRecord()));
});
afterAll(() => {
  urdu.offeredOn = offeredOn;
});

const languageAt = async (path: string): Promise<string | undefined> =>
  /<html lang="([^"]+)"/.exec(await (await desk.get(path)).text())?.[1];

describe('a language stands at the doors that it is offered on', () => {
  const atDesk = [
    ...['/desk/', '/desk/care/', '/desk/withdraw/', '/desk/withdraw/older01/'],
    ...['/desk/preview/stories/older01/', '/api/receipt/older01/p9'],
  ];

  test.each(atDesk)(
    '%s is in Urdu, and in English once the desk is not offered in it',
    async (path) => {
      urdu.offeredOn = offeredOn;
      expect(await languageAt(`${path}?lang=ur`)).toBe('ur');
      urdu.offeredOn = ['site', 'receipts'];
      expect(await languageAt(`${path}?lang=ur`)).toBe('en');
    },
  );

  test('/sign-in/ too, whatever the browser prefers', async () => {
    const ask = async () => {
      const request = new Request('http://desk.test/sign-in/?code=x', {
        headers: { 'Accept-Language': 'ur, en' },
      });
      return /<html lang="([^"]+)"/.exec(await (await desk.open.handle(request)).text())?.[1];
    };
    urdu.offeredOn = offeredOn;
    expect(await ask()).toBe('ur');
    urdu.offeredOn = ['site', 'receipts'];
    expect(await ask()).toBe('en');
  });

  test('/ur/withdraw/ is an address that never was, once what a code opens is not offered in it', async () => {
    urdu.offeredOn = offeredOn;
    expect(await languageAt('/ur/withdraw/')).toBe('ur');
    urdu.offeredOn = ['site', 'desk'];
    expect((await desk.get('/ur/withdraw/')).status).toBe(404);
  });
});
