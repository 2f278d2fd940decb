import { describe, expect, test } from 'vitest';
import { type Kind, KINDS } from '#consent/decision.ts';
import { USES, type Use } from '#consent/uses.ts';
import { receiptPage } from '#support/printed-receipt.ts';
import { receiptText } from '#register/receipt-text.ts';
import { type InterfaceTag, LANGUAGES } from '#i18n/languages.ts';
import { receiptOf } from '#register/receipt.ts';
import { cleared, PHOTO, TODAY, VOICE, WORDS, yes } from '#support/contribution-facts.ts';
import { receiptFacts } from '#support/receipt-facts.ts';

const TAGS = Object.keys(LANGUAGES) as InterfaceTag[];

/**
 * What a person is told they said yes to, written down here a second time: a label that moves to
 * another use is a yes that nobody gave, and no other test would see it.
 */
const SAID: Readonly<Record<Use, Readonly<Record<InterfaceTag, string>>>> = {
  web: {
    en: 'on this website',
    ur: 'اس ویب سائٹ پر',
    pa: 'ਇਸ ਵੈੱਬਸਾਈਟ ਤੇ',
    hi: 'इस वेबसाइट पर',
    ar: 'على هذا الموقع',
    so: 'websaydhkan dushiisa',
    pl: 'na tej stronie internetowej',
    ta: 'இந்தத் தளத்தில்',
    gu: 'આ વેબસાઇટ પર',
    fa: 'در این وب‌سایت',
    ne: 'यो वेबसाइटमा',
  },
  search: {
    en: 'in the search on this website and in search engines',
    ur: 'اس ویب سائٹ کی تلاش اور سرچ انجن میں',
    pa: 'ਇਸ ਵੈੱਬਸਾਈਟ ਦੀ ਖੋਜ ਤੇ ਸਰਚ ਇੰਜਣਾਂ ਵਿੱਚ',
    hi: 'इस वेबसाइट की खोज और सर्च इंजनों में',
    ar: 'في البحث داخل هذا الموقع وفي محركات البحث',
    so: 'raadinta websaydhkan iyo matoorrada raadinta dhexdooda',
    pl: 'w wyszukiwarce na tej stronie i w wyszukiwarkach internetowych',
    ta: 'இந்தத் தளத்தின் தேடலிலும் தேடு பொறிகளிலும்',
    gu: 'આ વેબસાઇટની શોધમાં અને સર્ચ એન્જિનમાં',
    fa: 'در جستجوی این وب‌سایت و در موتورهای جستجو',
    ne: 'यो वेबसाइटको खोज र सर्च इन्जिनमा',
  },
  exhibition: {
    en: 'in an exhibition',
    ur: 'کسی نمائش میں',
    pa: 'ਕਿਸੇ ਨੁਮਾਇਸ਼ ਵਿੱਚ',
    hi: 'किसी प्रदर्शनी में',
    ar: 'في معرض',
    so: 'bandhig dhexdiis',
    pl: 'na wystawie',
    ta: 'ஒரு கண்காட்சியில்',
    gu: 'કોઈ પ્રદર્શનમાં',
    fa: 'در یک نمایشگاه',
    ne: 'कुनै प्रदर्शनीमा',
  },
  evidence: {
    en: 'behind what people here ask for',
    ur: 'یہاں کے لوگ جو مانگتے ہیں، اس کے پیچھے',
    pa: 'ਇੱਥੋਂ ਦੇ ਲੋਕ ਜੋ ਮੰਗਦੇ ਹਨ, ਉਸ ਦੇ ਪਿੱਛੇ',
    hi: 'यहाँ के लोग जो माँगते हैं, उसके पीछे',
    ar: 'لدعم ما يطلبه الناس هنا',
    so: 'si loo taageero waxa dadka halkan joogaa codsadaan',
    pl: 'na poparcie tego, o co ludzie tu proszą',
    ta: 'இங்கே மக்கள் கேட்பதற்குப் பின்னால்',
    gu: 'અહીંના લોકો જે માગે છે, તેની પાછળ',
    fa: 'برای پشتیبانی از خواسته‌های مردم اینجا',
    ne: 'यहाँका मानिसले मागेका कुराको पछाडि',
  },
  print: {
    en: 'on paper, such as a booklet',
    ur: 'کاغذ پر، جیسے کتابچے میں',
    pa: 'ਕਾਗ਼ਜ਼ ਤੇ, ਜਿਵੇਂ ਕਿਤਾਬਚੇ ਵਿੱਚ',
    hi: 'काग़ज़ पर, जैसे छोटी किताब में',
    ar: 'على الورق، مثل كتيّب',
    so: 'warqad dusheed, sida buug-yare',
    pl: 'na papierze, na przykład w broszurze',
    ta: 'காகிதத்தில், சிறு புத்தகம் போல',
    gu: 'કાગળ પર, જેમ કે પુસ્તિકામાં',
    fa: 'روی کاغذ، مثل یک دفترچه',
    ne: 'कागजमा, जस्तै पुस्तिकामा',
  },
  social: {
    en: 'on social media',
    ur: 'سوشل میڈیا پر',
    pa: 'ਸੋਸ਼ਲ ਮੀਡੀਆ ਤੇ',
    hi: 'सोशल मीडिया पर',
    ar: 'على وسائل التواصل الاجتماعي',
    so: 'baraha bulshada dhexdooda',
    pl: 'w mediach społecznościowych',
    ta: 'சமூக ஊடகத்தில்',
    gu: 'સોશિયલ મીડિયા પર',
    fa: 'در شبکه‌های اجتماعی',
    ne: 'सामाजिक सञ्जालमा',
  },
  press: {
    en: 'in newspapers or on the radio',
    ur: 'اخبار یا ریڈیو میں',
    pa: 'ਅਖ਼ਬਾਰ ਜਾਂ ਰੇਡੀਓ ਵਿੱਚ',
    hi: 'अख़बार या रेडियो में',
    ar: 'في الصحف أو الراديو',
    so: 'wargeysyada ama raadiyaha dhexdooda',
    pl: 'w gazetach lub w radiu',
    ta: 'செய்தித் தாளில் அல்லது வானொலியில்',
    gu: 'છાપામાં કે રેડિયો પર',
    fa: 'در روزنامه یا رادیو',
    ne: 'अखबार वा रेडियोमा',
  },
  teaching: {
    en: 'for teaching',
    ur: 'پڑھانے کے لیے',
    pa: 'ਪੜ੍ਹਾਉਣ ਲਈ',
    hi: 'पढ़ाने के लिए',
    ar: 'للتعليم',
    so: 'si wax loogu baro',
    pl: 'do nauczania',
    ta: 'கற்பிக்க',
    gu: 'શીખવવા માટે',
    fa: 'برای تدریس',
    ne: 'पढाउनका लागि',
  },
  research: {
    en: 'for researchers',
    ur: 'تحقیق کرنے والوں کے لیے',
    pa: 'ਖੋਜ ਕਰਨ ਵਾਲਿਆਂ ਲਈ',
    hi: 'शोध करने वालों के लिए',
    ar: 'للباحثين',
    so: 'si cilmi-baarayaashu u isticmaalaan',
    pl: 'dla osób prowadzących badania',
    ta: 'ஆய்வு செய்வோருக்கு',
    gu: 'સંશોધન કરનારાઓ માટે',
    fa: 'برای پژوهشگران',
    ne: 'अनुसन्धान गर्नेहरूका लागि',
  },
  deposit: {
    en: 'to keep in a closed archive',
    ur: 'بند ذخیرے میں رکھنے کے لیے',
    pa: 'ਬੰਦ ਸੰਗ੍ਰਹਿ ਵਿੱਚ ਰੱਖਣ ਲਈ',
    hi: 'बंद संग्रह में रखने के लिए',
    ar: 'للحفظ في أرشيف مغلق',
    so: 'si loogu hayo kayd xiran',
    pl: 'do przechowania w zamkniętym archiwum',
    ta: 'மூடிய காப்பகத்தில் வைக்க',
    gu: 'બંધ સંગ્રહમાં રાખવા માટે',
    fa: 'برای نگهداری در یک آرشیو بسته',
    ne: 'बन्द सङ्ग्रहमा राख्नका लागि',
  },
  ai: {
    en: 'to train AI',
    ur: 'اے آئی کو سکھانے کے لیے',
    pa: 'ਏ ਆਈ ਨੂੰ ਸਿਖਾਉਣ ਲਈ',
    hi: 'ए आई को सिखाने के लिए',
    ar: 'لتدريب الذكاء الاصطناعي',
    so: 'si AI loogu tababaro',
    pl: 'do uczenia AI',
    ta: 'ஏஐக்குப் பயிற்சி தர',
    gu: 'એઆઈને તાલીમ આપવા માટે',
    fa: 'برای آموزش دادن به هوش مصنوعی',
    ne: 'एआईलाई सिकाउनका लागि',
  },
  'open-licence': {
    en: 'with a licence that lets anyone copy it',
    ur: 'ایسے لائسنس کے ساتھ کہ کوئی بھی نقل کر سکے',
    pa: 'ਅਜਿਹੇ ਲਾਇਸੈਂਸ ਨਾਲ ਕਿ ਕੋਈ ਵੀ ਨਕਲ ਕਰ ਸਕੇ',
    hi: 'ऐसे लाइसेंस के साथ कि कोई भी नक़ल कर सके',
    ar: 'برخصة تسمح لأي شخص بنسخها',
    so: 'iyadoo leh ruqsad qof kasta u oggolaata inuu koobiyeeyo',
    pl: 'z licencją, która każdemu pozwala to kopiować',
    ta: 'யாரும் நகல் எடுக்கலாம் என்ற உரிமத்துடன்',
    gu: 'એવા લાઇસન્સ સાથે કે કોઈ પણ તેની નકલ કરી શકે',
    fa: 'با مجوزی که به همه اجازه کپی کردن می‌دهد',
    ne: 'जो कोहीले नक्कल गर्न पाउने लाइसेन्ससँग',
  },
};

const KIND_SAID: Readonly<Record<Kind, Readonly<Record<InterfaceTag, string>>>> = {
  words: {
    en: 'Words',
    ur: 'الفاظ',
    pa: 'ਸ਼ਬਦ',
    hi: 'शब्द',
    ar: 'الكلمات',
    so: 'Erayo',
    pl: 'Słowa',
    ta: 'சொல்',
    gu: 'શબ્દો',
    fa: 'متن',
    ne: 'शब्द',
  },
  photo: {
    en: 'Pictures',
    ur: 'تصویریں',
    pa: 'ਤਸਵੀਰਾਂ',
    hi: 'तस्वीरें',
    ar: 'الصور',
    so: 'Sawirro',
    pl: 'Obrazy',
    ta: 'படம்',
    gu: 'તસવીરો',
    fa: 'تصویرها',
    ne: 'तस्बिर',
  },
  voice: {
    en: 'Voice',
    ur: 'آواز',
    pa: 'ਆਵਾਜ਼',
    hi: 'आवाज़',
    ar: 'الصوت',
    so: 'Cod',
    pl: 'Głos',
    ta: 'குரல்',
    gu: 'અવાજ',
    fa: 'صدا',
    ne: 'आवाज',
  },
  artwork: {
    en: 'Artwork',
    ur: 'فن پارہ',
    pa: 'ਕਲਾ',
    hi: 'कला',
    ar: 'عمل فني',
    so: 'Farshaxan',
    pl: 'Dzieło',
    ta: 'கலை',
    gu: 'કલા',
    fa: 'اثر هنری',
    ne: 'कला',
  },
};

const YES = {
  en: 'Yes',
  ur: 'ہاں',
  pa: 'ਹਾਂ',
  hi: 'हाँ',
  ar: 'نعم',
  so: 'Haa',
  pl: 'Tak',
  ta: 'ஆம்',
  gu: 'હા',
  fa: 'بله',
  ne: 'हुन्छ',
} as const;
const NO = {
  en: 'No',
  ur: 'نہیں',
  pa: 'ਨਹੀਂ',
  hi: 'नहीं',
  ar: 'لا',
  so: 'Maya',
  pl: 'Nie',
  ta: 'இல்லை',
  gu: 'ના',
  fa: 'نه',
  ne: 'हुँदैन',
} as const;

const ART = { ...PHOTO, id: 'f2', kind: 'artwork' as const, digest: 'F2' };

/** A receipt of somebody who said yes to one use of one kind, and to nothing else. */
function onlyFor(use: Use, kind: Kind, language: InterfaceTag) {
  const consent = yes({
    grants: { [use]: [kind] },
    approved: { words: 'W', f1: 'F', f2: 'F2', v1: 'V' },
    exhibitions: 'any',
  });
  const facts = cleared({ consents: [consent], parts: [WORDS, PHOTO, ART, VOICE] });
  const receipt = receiptOf({ facts, person: 'p1', day: TODAY });
  if (receipt === undefined) throw new Error('There is no receipt to read.');
  return receiptFacts({ receipt, language });
}

/**
 * The page of each use once, so that each language and each kind is met; `npm run prove` draws them all. The
 * receipt to send, which says the same words, is written for all.
 */
const isDrawn = (use: Use, kind: Kind, language: InterfaceTag): boolean => {
  const at = USES.indexOf(use);
  const turn = Math.floor(at / TAGS.length);
  return (
    process.env['PROVE'] !== undefined ||
    (at % TAGS.length === TAGS.indexOf(language) &&
      (at + turn) % KINDS.length === KINDS.indexOf(kind))
  );
};

describe.each(TAGS)('a receipt in %s', (language) => {
  const asked = USES.flatMap((use) => KINDS.map((kind) => [use, kind] as const));

  test.each(asked)(
    'to send, of a yes to %s for %s, says that, word for word, and no to everything else',
    (use, kind) => {
      const lines = receiptText(onlyFor(use, kind, language)).split('\n');
      const grid = lines.filter((line) => /^[✓✗] /.test(line));
      expect(grid).toEqual(
        USES.map((each) =>
          each === use
            ? `✓ ${SAID[each][language]}: ${YES[language]} – ${KIND_SAID[kind][language]}`
            : `✗ ${SAID[each][language]}: ${NO[language]}`,
        ),
      );
    },
  );

  test.each(asked.filter(([use, kind]) => isDrawn(use, kind, language)))(
    'to print, of a yes to %s for %s, says that, word for word, and no to everything else',
    async (use, kind) => {
      const table = tableOf(await receiptPage(onlyFor(use, kind, language)));
      const kinds = KINDS.map((each) => KIND_SAID[each][language]);
      expect(table[0]).toEqual(['', ...kinds]);
      expect(table.slice(1)).toEqual(
        USES.map((each) => [
          SAID[each][language],
          ...KINDS.map((column) => (each === use && column === kind ? YES : NO)[language]),
        ]),
      );
    },
  );
});

/** The cells of the page's one table, row by row. */
function tableOf(page: string): readonly (readonly string[])[] {
  const rows = page.match(/<tr>.*?<\/tr>/gs) ?? [];
  return rows.map((row) =>
    (row.match(/<t[hd][^>]*>.*?<\/t[hd]>/gs) ?? []).map((cell) =>
      cell.replace(/<[^>]+>/g, '').trim(),
    ),
  );
}
