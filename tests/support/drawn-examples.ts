import { drawnExamples } from '#components/drawn-examples.ts';
import type { ShareQuestion } from '#components/share-view.ts';
import { NAMED_KINDS } from '#consent/decision.ts';
import type { DeskPage, DeskPages } from '#desk/drawn.ts';
import type { ShareStep } from '#desk/share.ts';
import { endonym, languageName } from '#i18n/language.ts';
import { interfaceIn } from '#i18n/words.ts';
import { paperForm } from '#server/paper-page.ts';

/** One thing that each page drawn on request may say: a page without one does not compile. */
export function pagesToLookAt(language: string): {
  readonly [Page in DeskPage]: DeskPages[Page];
} {
  const shown = interfaceIn(language);
  const { code, choices, taken, grid, most, about, own, slip, waiting } = drawnExamples(shown);
  const { desk, codeWrong, codeWrongTitle } = shown.words;
  const action = '/withdraw/';
  const piece = { id: 'example1', title: 'بارش والی شام', language: 'ur' };
  const long = 'an-exhibition-with-a-name-of-one-long-word-that-nobody-can-break';
  const reason = {
    ...{ text: `${long}: gone001`, href: '/admin/' },
    why: 'Take it out of the exhibition.',
  };
  const card = {
    ...{ key: 'stories/example1', at: 'stories-example1', title: piece.title, language: 'ur' },
    about: [shown.words.kind.story, languageName('ur', shown.lang)],
    ...{ days: 3, missing: waiting[0]?.missing ?? [], href: '/admin/' },
    to: ['draft', 'pending_publish'],
  } as const;
  return {
    'sign-in': { state: 'ask', code },
    'withdraw/code': { action, code, problem: [codeWrongTitle, codeWrong] },
    'withdraw/choose': {
      ...{ action, code, title: piece.title, choices, isUnread: true, wasAsked: true },
    },
    'withdraw/receipt': taken,
    'withdraw/already': { action, rebuild: 'owed' },
    thanks: { state: 'too-many', most, action: '/thanks/example1/', piece: '/stories/example1/' },
    receipt: {
      archive: 'Living Roots Archive',
      piece: piece.id,
      grid,
      notes: [shown.words.receipt.blankMeans],
      name: 'A chosen name',
      until: shown.words.receipt.untilNotWritten,
      parts: [shown.words.receipt.part.words],
      contacts: [{ kind: 'phone', label: 'Call us', value: '020 7946 0000' }],
      code,
      typeAt: '',
      withdrawAt: 'https://archive.example/withdraw/?code=XXXXX-XXXXX',
      square: { size: 10, path: 'M4 4h2v2h-2z' },
      thanksAt: 'https://archive.example/thanks/example1/',
      letters: '',
    },
    'share/start': {
      state: 'outside',
      token: '',
      hasBegun: false,
      forOthers: false,
      problem: 'no-code',
    },
    'share/step': shareSteps(language).uses,
    'share/draft': {
      ...{ asked: shareSteps(language).look.asked, problem: 'changed' },
      ...{ action: '/share/draft/example1/', editorAt: '/admin/' },
    },
    'share/sent': {
      ...{ code, withdrawAt: `https://archive.example/withdraw/?code=${code}` },
      square: { size: 10, path: 'M4 4h2v2h-2z' },
      ...{ kinds: NAMED_KINDS, yes: { web: ['words', 'voice'] }, credit: 'Noor' },
      isChange: true,
    },
    'share/throw': { state: 'ask', isChange: false, action: '/share/words/' },
    'mine/start': {
      ...{ isIn: true, isWriting: true, problem: 'code' },
      pieces: [
        { href: '/mine/example1/', title: piece.title, language: 'ur', state: own.state },
        { href: '/mine/example2/', state: { kind: 'down-on', day: '2026-11-22' } },
      ],
    },
    'mine/piece': {
      ...{ action: '/mine/example1/', title: piece.title, language: 'ur', state: own.state },
      ...{ changeWaits: true, address: '/stories/example1/', grid, notes: [long] },
      keptBack: [{ label: shown.words.partVoice, because: ['others', 'again'] }],
      ...{
        maker: { ...own, change: 'open', copyAt: '/mine/example1/copy' },
        choices,
        missed: 'add',
        problem: 'elsewhere',
      },
      part: { things: own.things, answer: 'open', asks: NAMED_KINDS },
    },
    'mine/link': {
      address: `https://archive.example/asked/?code=${'x'.repeat(43)}`,
      ...{ square: { size: 10, path: 'M4 4h2v2h-2z' }, days: 14, back: '/mine/example1/' },
    },
    'mine/asked': { token: 'x' },
    'mine/answered': { isYes: true, code, own: '/mine/example1/' },
    'desk/asked': { id: piece.id, others: own.others },
    'desk/told': {
      title: desk.notHereTitle,
      lines: [desk.notHere],
      onward: { href: '/desk/withdraw/', label: desk.allPieces },
    },
    'desk/paper': paperForm({ language, sheet: 'v1' }),
    'desk/invitations': {
      roles: ['contributor', 'champion', 'facilitator', 'admin'],
      languages: [{ tag: 'ur', name: endonym('ur') }],
      asked: { role: 'champion', language: 'ur', use: 'group', days: 'x', note: long },
      problem: 'days',
      open: [
        {
          ...{ key: 'a1b2c3d4e5f6', role: 'champion', use: 'group', language: endonym('ur') },
          ...{ until: '2026-12-01T12:00:00.000Z', used: 3, note: long, inside: 2, mayStop: true },
        },
      ],
      signIns: [
        {
          ...{ mark: 'a1b2c3d4e5f60718', role: 'admin', until: '2026-11-22T12:00:00.000Z' },
          ...{ note: undefined, isOwn: true, mayEnd: true },
        },
      ],
    },
    'desk/invitation': { link: 'https://archive.example/share/?code=XXXXXXXX&lang=ur', slip },
    'desk/withdraw/list': { asked: 'x', pieces: [piece, { ...piece, title: long }], more: 3 },
    'desk/withdraw/piece': { ...piece, less: choices.slice(1) },
    'desk/withdraw/done': {
      receipts: [language, language === 'ur' ? 'en' : 'ur'].map((each) => ({
        language: each,
        taken: drawnExamples(interfaceIn(each)).taken,
      })),
    },
    'desk/board': {
      columns: [
        { column: 'draft', cards: [] },
        { column: 'pending_review', cards: [card] },
        {
          column: 'pending_publish',
          cards: [
            {
              ...{ ...card, key: `exhibitions/${long}`, at: `exhibitions-${long}`, title: long },
              ...{ language: undefined, about: ['Exhibitions'], days: 0, missing: [], to: [] },
            },
          ],
        },
      ],
      moved: { card, column: 'pending_review' },
      problem: 'meanwhile',
    },
    'desk/day': {
      day: '2026-11-22',
      site: {
        ...{ why: 'too-old', builtFor: '2026-11-20', builtAt: '2026-11-20T00:05:00.000Z' },
        ...{
          making: 'failed',
          problems: [{ text: 'themes/tea.yaml · name: something is wrong.', href: '/admin/' }],
        },
      },
      unreadable: [],
      ahead: 90,
      waiting,
      down: [
        { id: 'example1', at: '2026-11-22T12:00:00.000Z', isHeld: true, href: '/desk/withdraw/' },
      ],
      support: [{ name: 'A help line', checkedOn: undefined }],
      settingsAt: '/admin/',
      care: { thanks: 1, toAsk: 2 },
      soon: [{ href: '/admin/', on: '2026-12-01', text: `${long} ends001`, why: 'Ask again.' }],
      changed: [reason],
      undescribed: [{ text: 'example1 f1', href: '/admin/' }],
      asked: [{ text: 'A priority has nothing behind it.', href: '/admin/' }],
      gaps: [reason],
      copies: [
        {
          ...{ key: '1d02d12aa1d51026', use: 'for researchers', day: '2026-11-02' },
          ...{ who: 'A university, research@example.org', what: 'example1 (words, f1)' },
        },
        {
          ...{ key: '2e13e23bb2e62137', use: 'for teaching', day: '2026-11-03' },
          ...{ who: undefined, what: 'example1 (words)' },
        },
      ],
    },
    'desk/care': {
      toAsk: [
        {
          ...{ key: '0', contribution: 'example1', person: 'p1', dueOn: '2026-11-24' },
          ...{ safeWay: 'by text only', safeTime: 'صبح', who: ['Whoever it is', '020 7946 0399'] },
        },
      ],
      thanks: [
        { key: '1', contribution: 'example1', words: 'شکریہ\nfor all', receivedOn: '2026-11-21' },
      ],
      problems: [],
      isOver: true,
    },
    'preview/story': { id: 'example1', about, isFramed: false },
    'preview/exhibition': {
      id: 'example',
      isFramed: true,
      about: { ...about, version: 'typed', from: '2026-12-24', changed: [] },
    },
    'preview/nothing': {
      ...about,
      ...{
        kind: 'not-read',
        keptBack: [],
        changed: [],
        problems: [`${long}: something is wrong.`],
      },
    },
  };
}

/** Each question of the form, with something answered before and something not right. */
export function shareSteps(language: string): {
  readonly [Step in ShareQuestion['step']]: ShareStep;
} {
  const picture = {
    number: 1,
    file: 'f1.jpg',
    src: '/favicon.svg',
    alt: 'چائے کی پیالی',
    drawing: true,
  };
  const pictures = [
    { ...picture, others: 'not-sure' },
    { ...picture, number: 2, file: 'f2.jpg', alt: '', others: undefined },
  ] as const;
  const sound = { file: 'v1.webm', src: '/sound.webm', others: 'nobody' } as const;
  const title = 'بارش والی شام';
  const text = { title, words: `${title}\n\n  two\nthree`, language: 'ur' };
  const yes = { web: ['words', 'voice'], print: ['pictures'] } as const;
  const kinds = NAMED_KINDS;
  const asked: { readonly [Step in ShareQuestion['step']]: ShareQuestion & { step: Step } } = {
    paper: { step: 'paper', accept: 'image/jpeg', read: ['front'] },
    explained: {
      ...{ step: 'explained', by: 'champion', language: 'ur' },
      languages: ['en', 'ur'].map((tag) => ({ tag, name: endonym(tag) })),
    },
    language: {
      step: 'language',
      chosen: language,
      languages: ['en', 'ur', 'pa', 'hi', 'gu'].map((tag) => ({ tag, name: endonym(tag) })),
    },
    words: { step: 'words', ...text },
    pictures: {
      step: 'pictures',
      accept: 'image/*,.heic',
      form: 'example1',
      pictures,
      hasRoom: true,
    },
    describe: { step: 'describe', pictures },
    sound: { step: 'sound', accept: 'audio/*', form: 'example1', sound },
    others: { step: 'others', hasWords: true, words: 'somebody', pictures, sound },
    uses: { step: 'uses', kinds, yes },
    credit: { step: 'credit', as: 'chosen-name', name: '', language: 'ur' },
    notes: { step: 'notes', chosen: ['illness'] },
    age: { step: 'age', chosen: undefined },
    look: {
      step: 'look',
      forOther: true,
      ...{ digest: 'x', piece: undefined, rest: { ...text, pictures, sound } },
      ...{ kinds, yes, credit: undefined },
      ...{ hasOthers: true, lacksDescription: true },
      questions: [{ label: interfaceIn(language).words.share.pictures, href: '/share/pictures/' }],
    },
  };
  const all = Object.entries(asked).map(([step, each], at) => [
    step,
    {
      ...{
        asked: each,
        number: at + 1,
        count: 11,
        back: at === 0 ? undefined : '/share/language/',
      },
      isChange: step === 'look',
      problem: step === 'credit' ? 'no-name' : undefined,
      spoken: step === 'uses' ? '/sound.webm' : undefined,
      code: step === 'words' ? 'XXXXX-XXXXX' : undefined,
      read:
        step === 'uses'
          ? [
              { step, field: 'yes', value: 'web words', isDoubtful: false },
              { step, field: 'yes', value: 'open-licence pictures', isDoubtful: true },
            ]
          : undefined,
    },
  ]);
  return Object.fromEntries(all) as ReturnType<typeof shareSteps>;
}
