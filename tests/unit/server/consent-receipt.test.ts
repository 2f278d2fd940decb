import { parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { languageOf, languagesOn } from '#i18n/languages.ts';
import { endonym } from '#i18n/language.ts';
import { type WrittenScript, SCRIPTS } from '#i18n/scripts.ts';
import { lettersStyle } from '#server/receipt-letters.ts';
import { fill } from '#i18n/text.ts';
import { receiptPolicy } from '#desk/receipt-policy.ts';
import { receiptPage } from '#support/printed-receipt.ts';
import { receiptText } from '#register/receipt-text.ts';
import { interfaceIn } from '#i18n/words.ts';
import { receiptFacts } from '#support/receipt-facts.ts';

const within = (point: number, from: number, to: number): boolean => point >= from && point <= to;

/** Languages whose letters a machine may not have. */
const OTHERS = languagesOn('receipts').filter((tag) => languageOf(tag)?.script !== 'Latn');

describe('a receipt to print', () => {
  test('says the grid in words and marks, the name, the end, the code and whom to call', async () => {
    const page = await receiptPage(receiptFacts());
    const row = (use: string) =>
      new RegExp(`<tr><th scope="row">${use}</th>(.*?)</tr>`)
        .exec(page)?.[1]
        ?.replace(/<[^>]+>/g, '');
    expect(row('on this website')).toBe(' Yes Yes No');
    expect(row('in an exhibition')).toBe(' Yes No No');
    expect(row('to train AI')).toBe(' No No No');
    for (const said of [
      'a chosen name',
      '1 June 2031',
      'K7QF2-9M4XT',
      'Spring on our street',
      'href="tel:02079460000"',
      'The library',
      'Information Commissioner',
      'https://archive.example/withdraw/?code=K7QF2-9M4XT',
      '<svg class="qr" role="img"',
    ])
      expect(page).toContain(said);
  });

  test('holds no script and asks for nothing from anywhere', async () => {
    const page = await receiptPage(receiptFacts({ thanks: true }));
    expect(page).not.toMatch(
      /<script|javascript:|\son[a-z]+=|\sstyle=|\ssrc=|@import|url\(|<link/i,
    );
    const policy = receiptPolicy(page);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(policy).not.toContain('unsafe');
    expect(page).toContain(policy);
  });

  test('carries the letters of what it says, whoever wrote it, and asks for none', async () => {
    const faces = (page: string) => page.match(/@font-face/g)?.length ?? 0;
    expect(faces(await receiptPage(receiptFacts()))).toBe(0);
    for (const language of OTHERS) {
      const page = await receiptPage(receiptFacts({ language }));
      expect(faces(page)).toBeGreaterThan(0);
      expect(page).not.toMatch(/url\((?!data:font\/woff2;base64,)/);
      expect(page).toContain(receiptPolicy(page));
      expect(page.length).toBeLessThan(60_000);
    }
    const facts = receiptFacts();
    const credit = { as: 'chosen-name', name: 'હંસા' } as const;
    const named = await receiptPage({ ...facts, receipt: { ...facts.receipt, credit } });
    expect(named).toContain('u+a80-aff');
  });

  test.each(Object.entries<WrittenScript>(SCRIPTS))(
    'brings letters of %s, unless every machine has them',
    async (_, { language, onPaper }) => {
      const style = await lettersStyle(endonym(language));
      const blocks = onPaper === 'every machine has them' ? [] : onPaper.blocks;
      expect(style === '').toBe(blocks.length === 0);
      for (const [from, to] of blocks)
        expect(style).toContain(`u+${from.toString(16)}-${to.toString(16)}`);
      const isIn = (letter: string): boolean =>
        blocks.some(([from, to]) => within(letter.codePointAt(0) ?? 0, from, to));
      if (blocks.length > 0)
        expect([...endonym(language)].filter((each) => !isIn(each))).toEqual([]);
    },
  );

  test.each(languagesOn('receipts'))(
    'is whole in %s, and says when nobody checked it',
    async (language) => {
      const page = await receiptPage(receiptFacts({ language }));
      const { words, dir } = interfaceIn(language);
      expect(page).toContain(`<html lang="${language}" dir="${dir}">`);
      for (const use of Object.values(words.consentUses)) expect(page).toContain(use);
      expect(page.includes(words.receipt.unchecked)).toBe(language !== 'en');
      const errors: string[] = [];
      parse(page, { onParseError: ({ code }) => errors.push(code) });
      expect(errors).toEqual([]);
    },
  );

  test('speaks English to somebody whose language the interface does not have', async () => {
    expect(await receiptPage(receiptFacts({ language: 'ro' }))).toContain(
      '<html lang="en" dir="ltr">',
    );
  });

  test('shows what a person wrote as words, never as a page', async () => {
    const facts = receiptFacts();
    const wicked = '<img src=x onerror=alert(1)>"\'&';
    const page = await receiptPage({
      ...facts,
      receipt: { ...facts.receipt, credit: { as: 'chosen-name', name: wicked } },
      settings: { ...facts.settings, name: wicked },
      exhibitions: new Map([['spring', wicked]]),
    });
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  });

  test('of an archive without an address has the code and no square to scan', async () => {
    const facts = receiptFacts();
    const page = await receiptPage({ ...facts, settings: { name: 'A', contacts: [] } });
    expect(page).toContain('K7QF2-9M4XT');
    expect(page).not.toContain('class="qr"');
    expect(page).toContain('Tell the person who gathered your story');
  });

  test.each(languagesOn('receipts'))(
    'of an archive without an address still says in %s where its code is typed',
    async (language) => {
      const facts = receiptFacts({ language });
      const { words } = interfaceIn(language);
      const without = { ...facts, settings: { name: 'A', contacts: [] } };
      const where = fill(words.receipt.typeAt, { page: words.withdraw });
      expect(where).toContain('/withdraw/');
      expect(where).toContain(words.withdraw);
      for (const receipt of [await receiptPage(without), receiptText(without)])
        expect(receipt).toContain(where);
      expect(await receiptPage(facts)).not.toContain(where);
    },
  );
});

describe('a receipt to send', () => {
  test('says the same as the page', () => {
    const text = receiptText(receiptFacts({ thanks: true }));
    expect(text).toContain('✓ on this website: Yes – Words, Pictures\n');
    expect(text).toContain('✓ in an exhibition: Yes – Words\n');
    expect(text).toContain('✗ to train AI: No\n');
    for (const said of ['a chosen name', '1 June 2031', 'K7QF2-9M4XT', 'Call us: 020 7946 0000'])
      expect(text).toContain(said);
    expect(text).toContain('https://archive.example/thanks/bread01/');
    expect(text).not.toMatch(/[<>]/);
  });
});
