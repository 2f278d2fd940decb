import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ScriptCode, SCRIPTS } from '#i18n/scripts.ts';
import { foldOf, keyScriptOf } from '#search/keys.ts';
import { hasPhrases, type IndexedLine, matchesIn, queryOf } from '#search/match.ts';
import { DIRECT } from '#search/same-word.ts';
import { tokenOf, tokensOf } from '#search/tokens.ts';
import { wordsIn } from '#search/words.ts';

const spellingOf = (word: string): string => foldOf(word, keyScriptOf(word));

/** Whether a text in `language` has every word that was typed, or only guesses of them. */
function found(typed: string, text: string, language: string): boolean | 'close' {
  const line: IndexedLine = { text, language };
  const query = queryOf(typed);
  const matches = matchesIn(line, query);
  const all = (least: number): boolean =>
    query.words.every((_, number) =>
      matches.some(({ asked, sureness }) => asked === number && sureness >= least),
    );
  return all(DIRECT) || (all(0) && 'close');
}

describe('one spelling for what is written in several ways', () => {
  test.each([
    ['an Arabic keyboard and an Urdu one', 'كيارى', 'کیاری', 'ur'],
    ['vowel signs and a long line in Arabic letters', 'بَـارِش', 'بارش', 'ur'],
    ['hamza on its letter or without it', 'چاۓ', 'چاے', 'ur'],
    ['he with two eyes, a knot or a dot', 'مدرسة', 'مدرسه', 'fa'],
    ['characters that show nothing', 'می\u200cخوانم', 'میخوانم', 'fa'],
    ['a dot below, as one character or two', '\u0a17\u0a3c', '\u0a5a', 'pa'],
    ['a dot below or none', 'ਬਗ਼ੈਰ', 'ਬਗੈਰ', 'pa'],
    ['addak or none', 'ਹੱਥ', 'ਹਥ', 'pa'],
    ['a nasal as a dot or as a letter', 'ठण्डा', 'ठंडा', 'hi'],
    ['capitals', 'KANALE', 'kanale', 'so'],
    ['Polish letters without their marks', 'Łąkę', 'lake', 'pl'],
    ['letters of full width', 'ｔｅａ', 'tea', 'en'],
    ['either apostrophe, or none', 'go’yaal', "go'yaal", 'so'],
  ])('%s', (_, one, other) => {
    expect(spellingOf(one)).toBe(spellingOf(other));
    expect(spellingOf(one)).not.toBe('');
  });

  test('vowels are kept: a song is not speed', () => {
    expect(spellingOf('ਗੀਤ')).not.toBe(spellingOf('ਗਤੀ'));
    expect(found('ਗਤੀ', 'ਗੀਤ ਗਾਉਂਦੀ ਹਾਂ', 'pa')).toBe(false);
  });
});

describe('other endings of a word', () => {
  test.each([
    ['en', 'buses', 'The bus was empty.'],
    ['en', 'mentor', 'After six months of mentoring'],
    ['pa', 'ਕੁਰਸੀ', 'ਦਸ ਕੁਰਸੀਆਂ ਮਿਲੀਆਂ'],
    ['hi', 'खिड़कियाँ', 'एक खिड़की और दो प्यालियाँ'],
    ['hi', 'प्याली', 'एक खिड़की और दो प्यालियाँ'],
    ['ur', 'پیالی', 'ایک کھڑکی اور دو پیالیاں'],
    ['fa', 'ریشه', 'نقاشی درختی با ریشه‌های بلند'],
    ['fa', 'درخت', 'نقاشی درختی با ریشه‌های بلند'],
    ['ar', 'شجرة', 'تحت الشجرة الكبيرة'],
    ['so', 'kanaal', 'Talaado kasta kanaalka agtiisa'],
    ['pl', 'autobusem', 'Pusty autobus'],
    ['pl', 'szyby', 'kładę rękę na szybie'],
    ['ta', 'அறை', 'ஒரு அறையைச் சூடாக்கி வாழ்ந்த'],
    ['ta', 'வெப்பத்தை', 'மட்டும் வெப்பம்'],
    ['gu', 'કપડાં', 'જૂનાં કપડાંમાંથી સાથે મળીને'],
    ['bn', 'ঘর', 'ঘরে বসে আছি'],
    ['bn', 'শিশু', 'শিশুদের জন্য বই'],
    ['bn', 'ছেলে', 'ছেলেটি হাসল'],
    ['ne', 'घर', 'हाम्रो घरको आँगन'],
  ])('%s %s', (language, typed, text) => {
    expect(found(typed, text, language)).toBe(true);
  });

  test('an ending is known only in its own language', () => {
    expect(found('booko', 'book', 'so')).toBe(true);
    expect(found('booko', 'book', 'en')).toBe('close');
  });
});

describe('what it sounds like', () => {
  test.each([
    ['tea', 'ਤੇ ਤੋਂ ਤੂੰ', 'pa'],
    ['chai', 'the chair', 'en'],
    ['nani', 'ने नहीं', 'hi'],
    ['dadi', 'ਦੀ ਦਿੱਤੀ', 'pa'],
    ['Southall', 'still here', 'en'],
    ['kot', 'كانت', 'ar'],
    ['car', 'کر رہا', 'ur'],
  ])('%s is not heard in %s', (typed, text, language) => {
    expect(found(typed, text, language)).not.toBe(true);
  });

  test.each([
    ['chai', 'چائے', 'ur'],
    ['nani', 'मेरी नानी', 'hi'],
    ['doctor', 'ਡਾਕਟਰ ਨੇ', 'pa'],
    ['centre', 'کمیونٹی سینٹر', 'ur'],
    ['community', 'ਕਮਿਊਨਿਟੀ', 'pa'],
    ['Southall', 'ساوت‌هال', 'fa'],
    ['Southall', 'ساؤتھ ہال میں', 'ur'],
    ['Southall', 'சவுத்தால்', 'ta'],
    ['aurat', 'عورتیں', 'ur'],
    ['kahaniyan', 'کہانیاں', 'ur'],
    ['gari', 'گاڑی', 'ur'],
    ['gadi', 'گاڑی', 'ur'],
    ['maan', 'ਮਾਂ', 'pa'],
  ])('%s is heard in %s', (typed, text, language) => {
    expect(found(typed, text, language)).toBe(true);
  });

  test.each([
    ['hi', 'कहानी'],
    ['pa', 'ਕਹਾਣੀ'],
    ['ur', 'کہانی'],
    ['gu', 'કહાની'],
  ])('kahani typed in Latin letters finds it in %s', (language, text) => {
    for (const typed of ['kahani', 'kahaani', 'Kahanee'])
      expect(found(typed, text, language)).toBe(true);
  });

  test.each([
    ['kotha', 'কথা'],
    ['bari', 'বাড়ি'],
    ['bangla', 'বাংলা'],
    ['shikkha', 'শিক্ষা'],
    ['shastho', 'স্বাস্থ্য'],
    ['onno', 'অন্য'],
    ['meye', 'মেয়ে'],
    ['amra', 'আমরা'],
  ])('Bengali is found as it is said: %s', (typed, text) => {
    expect(found(typed, text, 'bn')).toBe(true);
  });

  /** What speakers of a language write for it, and how they type that in Latin letters. */
  const TYPED: Readonly<Record<Exclude<ScriptCode, 'Latn'>, readonly [string, string]>> = {
    Arab: ['پنجابی', 'panjabi'],
    Guru: ['ਪੰਜਾਬੀ', 'panjabi'],
    Deva: ['मराठी', 'marathi'],
    Gujr: ['ગુજરાતી', 'gujarati'],
    Taml: ['பாடல்', 'paadal'],
    Beng: ['বাংলা', 'bangla'],
  };

  test.each(Object.entries(TYPED))('letters typed in Latin find %s', (script, [text, typed]) => {
    expect(text).toMatch(new RegExp(`^[\\p{Script=${script}}\\p{M}]+$`, 'u'));
    const { language } = SCRIPTS[script as ScriptCode];
    expect(found(typed, text, language)).toBe(true);
    expect(found('hospital', text, language)).toBe(false);
  });

  test('one script finds another', () => {
    expect(found('ਕਹਾਣੀ', 'ایک کہانی', 'ur')).toBe(true);
    expect(found('کہانی', 'एक कहानी', 'hi')).toBe(true);
    expect(found('ਕਹਾਣੀ', 'एक कहानी', 'hi')).toBe(true);
  });

  test('Latin words are found as they are spelt, not as they sound', () => {
    expect(found('cat', 'a kite', 'en')).toBe(false);
    expect(found('कट', 'a kite', 'en')).toBe(false);
  });

  test('consonants alone are a close match and no more', () => {
    expect(found('embroydery', 'we embroider', 'en')).toBe('close');
    expect(found('hospital', 'we embroider', 'en')).toBe(false);
  });
});

describe('beginnings', () => {
  test('the last word may still be being typed; the ones before it not', () => {
    expect(found('bus drive', 'The bus driver', 'en')).toBe(true);
    expect(found('bu driver', 'The bus driver', 'en')).toBe(false);
  });
  test('few Latin letters begin too many words to be more than a guess', () => {
    expect(found('dri', 'The bus driver', 'en')).toBe('close');
    expect(found('باو', 'باورچی خانہ', 'ur')).toBe(true);
  });
  test('one letter finds no more than itself', () => {
    expect(found('d', 'The bus driver', 'en')).toBe(false);
  });
  test('a longer word than the text has is not found by its beginning', () => {
    expect(found('ਰੋਟੀਵਾਲਾ', 'ਰੋਟੀ ਪਈ', 'pa')).toBe('close');
  });
});

describe('the words in the index', () => {
  const TEXTS: readonly IndexedLine[] = [
    { text: 'Ołówek, Łąka', language: 'pl' },
    { text: 'ਕਹਾਣੀ ਸ਼ਾਮ', language: 'pa' },
    { text: 'بارش والی شام', language: 'ur' },
    { text: 'தோட்டத்தில்', language: 'ta' },
    { text: '我在医院里', language: 'zh' },
    { text: 'ชั่วโมง', language: 'th' },
  ];
  test('have no capital inside, where Pagefind would split them', () => {
    expect(TEXTS.flatMap(tokensOf).filter((key) => key !== key.toLowerCase())).toEqual([]);
    expect(tokensOf({ text: 'ਕਹਾਣੀ', language: 'pa' })).toContain('xwkahqaqnqi');
  });
  test('are never a word by themselves, so the audit takes none for a withheld one', () => {
    expect(TEXTS.flatMap(tokensOf).filter((key) => !/^x[wj]./.test(key))).toEqual([]);
  });
  test('are the same ones that are asked for', () => {
    for (const line of TEXTS)
      for (const { word } of wordsIn(line.text)) {
        const held = new Set(tokensOf(line));
        expect([...held]).toContain(tokenOf(word));
      }
  });
});

describe('where no space shows the words', () => {
  const CHINESE = '我在医院里等了三个小时，没有人会说我的语言。护士很好。';
  test.each([
    ['zh', '医院', CHINESE],
    ['zh', '护士', CHINESE],
    ['zh', '小时', CHINESE],
    ['zh', '医院护士', CHINESE],
    ['zh', '护', CHINESE],
    ['zh', '醫院', '我在醫院裡等了三個小時'],
    ['zh', '医院', '在NHS医院里'],
    ['ja', '病院', '病院で三時間待ちました'],
    ['ja', '三時間', '病院で三時間待ちました'],
    ['ja', 'ｶﾚｰ', 'カレーを食べた'],
    ['th', 'พยาบาล', 'รอที่โรงพยาบาลสามชั่วโมง'],
    ['th', 'โรงพยาบาล', 'รอที่โรงพยาบาลสามชั่วโมง'],
    ['km', 'រង់ចាំ', 'ខ្ញុំរង់ចាំនៅមន្ទីរពេទ្យ'],
    ['km', 'រង់ចាំ', 'ខ្ញុំ\u200bរង់ចាំ\u200bនៅ'],
    ['my', 'ဆေးရုံ', 'ကျွန်တော်ဆေးရုံမှာစောင့်ခဲ့တယ်'],
  ])('%s %s is found', (language, typed, text) => {
    expect(found(typed, text, language)).toBe(true);
  });

  test.each([
    ['zh', '学校', CHINESE],
    ['zh', '医生', CHINESE],
    ['th', 'มา', 'ม้าวิ่งเร็ว'],
    ['ja', 'かき', 'がぎぐげご'],
  ])('%s %s is not in the text and not found', (language, typed, text) => {
    expect(found(typed, text, language)).toBe(false);
  });

  test('what is in the text and is no word of it is only close', () => {
    expect(found('院里', CHINESE, 'zh')).toBe('close');
  });

  test('words in other letters beside it are words of their own', () => {
    expect(wordsIn('在NHS医院').map(({ word, at }) => `${at} ${word}`)).toEqual([
      '0 在',
      '1 NHS',
      '4 医院',
    ]);
  });

  test('the index is asked for letters it holds, wherever the browser cuts', () => {
    const held = new Set(tokensOf({ text: CHINESE, language: 'zh' }));
    for (const typed of ['医院', '院里', '没有人', '我'])
      expect([...held]).toContain(tokenOf(typed));
  });
});

test('the files of the keys import nothing but each other, for they run on both sides', () => {
  const imports = (name: string) =>
    [
      ...readFileSync(`src/search/${name}`, 'utf8').matchAll(
        /^import.*|\b(?:require|import)\(.*/gm,
      ),
    ].map(([line]) => line);
  expect(imports('words.ts')).toEqual([]);
  expect(imports('bengali.ts')).toEqual([]);
  expect(imports('keys.ts')).toEqual([
    "import { BENGALI_LETTERS, BENGALI_ENDINGS, bengaliAsSaid } from './bengali.ts';",
    "import { SHOWS_NOTHING, UNSPACED } from './words.ts';",
  ]);
});

describe('as people type', () => {
  test.each([
    ['one letter other', 'embroydery', 'embroidery', 'close'],
    ['two in each other’s place', 'grandmohter', 'grandmother', 'close'],
    ['one too few', 'kichen', 'kitchen', 'close'],
    ['a double one single', 'comunity', 'community', true],
    ['one word as two', 'south hall', 'Southall', true],
    ['too short to be forgiven', 'bads', 'beds', false],
  ])('%s', (_, typed, text, how) => {
    expect(found(typed, text, 'en')).toBe(how);
  });

  test('between quotation marks the words stand one after the other', () => {
    const line = { text: 'We learn old folk songs together', language: 'en' };
    expect(hasPhrases([line], queryOf('"old folk songs"'))).toBe(true);
    expect(hasPhrases([line], queryOf('“folk old” songs'))).toBe(false);
    expect(hasPhrases([line], queryOf('folk old'))).toBe(true);
  });
});
