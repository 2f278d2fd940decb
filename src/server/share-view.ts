import { deskAddress } from '#desk/drawn.ts';
import type { ShareSent } from '#desk/share.ts';
import { squareOf } from './consent-receipt.ts';
import type {
  SharedRest,
  ShareQuestion,
  SharedPicture,
  SharedSound,
} from '#components/share-view.ts';
import { type Answers, hasText, kindsGiven } from '#intake/contribution/answers.ts';
import { QUESTIONS, stepBefore, type StepName, stepsFor } from '#intake/contribution/steps.ts';
import { numberOf, SIDES } from '#intake/paper/sheet.ts';
import { hasRoom } from '#intake/contribution/files.ts';
import { offered } from '#media/formats.ts';
import { endonym } from '#i18n/language.ts';
import type { Interface } from '#i18n/words.ts';
import { asksOthers, partIdOf } from '#intake/contribution/to-record.ts';

/** What the pages of the form are made from. */
export interface FormView {
  /** The id of the contribution. */
  readonly form: string;
  readonly given: Answers;
  /** Languages that can be chosen for the words. */
  readonly languages: readonly string[];
  readonly shown: Interface;
  /** What the page of the piece shows, where it was drawn. */
  readonly looked?: LookedAt | undefined;
  /** Address of a file that was sent for this form. */
  readonly fileAt: (file: string) => string;
}

/** What is looked at before it is sent. */
export interface LookedAt {
  /** Of the record that is sent when it is sent as it was seen. */
  readonly digest: string;
  /** Of the piece. */
  readonly id: string;
  /** The parts that its page shows; nothing where it has none. */
  readonly shown?: ReadonlySet<string> | undefined;
}

/** One question, with what was answered before. */
export function questionOf(
  step: StepName,
  { form, given, shown, languages, looked, fileAt }: FormView,
): ShareQuestion {
  const { title = '', words = '', grants, credit } = given;
  const language = given.language ?? shown.lang;
  const pictures = given.pictures.map(({ file, alt = '', drawing, others }, at): SharedPicture => ({
    ...{ number: at + 1, file, src: fileAt(file), alt, drawing, others },
  }));
  const sound: SharedSound | undefined = given.sound && {
    file: given.sound.file,
    src: fileAt(given.sound.file),
    others: given.sound.others,
  };
  const kinds = kindsGiven(given);
  const { explained } = given;
  const questions: { readonly [Step in StepName]: () => ShareQuestion } = {
    paper: () => ({
      ...{ step: 'paper', accept: offered('photo') },
      read: SIDES.filter((side) => given.paper[side] !== undefined),
    }),
    explained: () => ({
      ...{ step: 'explained', ...explained },
      language: explained?.language ?? shown.lang,
      languages: languages.map((tag) => ({ tag, name: endonym(tag) })),
    }),
    language: () => ({
      step: 'language',
      chosen: given.language ?? shown.lang,
      languages: languages.map((tag) => ({ tag, name: endonym(tag) })),
    }),
    words: () => ({ step: 'words', title, words, language }),
    pictures: () => ({
      ...{ step: 'pictures', accept: offered('photo'), form, pictures },
      hasRoom: hasRoom('pictures', given),
    }),
    describe: () => ({ step: 'describe', pictures }),
    sound: () => ({ step: 'sound', accept: offered('sound'), form, sound }),
    others: () => ({
      ...{ step: 'others', hasWords: hasText(words), words: given.others, pictures, sound },
    }),
    uses: () => ({ step: 'uses', kinds, yes: grants }),
    credit: () => ({ step: 'credit', as: credit?.as, name: credit?.name ?? '', language }),
    notes: () => ({ step: 'notes', chosen: given.notes }),
    age: () => ({ step: 'age', chosen: given.age }),
    look: () => ({
      step: 'look',
      forOther: given.method !== 'online',
      digest: looked?.digest ?? '',
      piece: looked?.shown && looked.id,
      rest: restOf({ title, words, language, sound, pictures }, given, looked?.shown),
      questions: stepsFor(given).flatMap((name) => questionLink(name, shown)),
      ...{ kinds, yes: grants },
      credit: creditWords(given, shown),
      hasOthers: asksOthers(given),
      lacksDescription: given.pictures.some(({ alt }) => !hasText(alt)),
    }),
  };
  return questions[step]();
}

/** What the page does not show: of the whole where there is no page. */
function restOf(
  all: SharedRest,
  given: Answers,
  shown: ReadonlySet<string> = new Set(),
): SharedRest {
  const { title, words, language, pictures, sound } = all;
  const hasWords = !shown.has('words');
  return {
    ...{ language, title: hasWords ? title : '', words: hasWords ? words : '' },
    pictures: pictures.filter((_, at) => !shown.has(partIdOf(given.pictures, at))),
    sound: shown.has('v1') ? undefined : sound,
  };
}

/** To go back to from the last page; what a champion alone is asked has its way by the paper. */
function questionLink(step: StepName, { words, lang }: Interface) {
  if (step === 'paper' || step === 'explained' || step === 'look') return [];
  return [{ label: words.share[step], href: deskAddress(`/share/${step}/`, lang) }];
}

/** What is told when it was sent. `origin`: where people reach the archive. */
export function sentView({
  code,
  id,
  given,
  shown,
  origin,
}: {
  readonly code: string;
  /** Of the piece. */
  readonly id: string;
  readonly given: Answers;
  readonly shown: Interface;
  readonly origin: string;
}): Omit<ShareSent, 'isChange'> {
  const withdrawAt = `${origin}/withdraw/?code=${code}`;
  const hasYes = Object.keys(given.grants).length > 0;
  return {
    ...{ code, withdrawAt, square: squareOf(withdrawAt) },
    printFor: given.method !== 'online' && hasYes ? id : undefined,
    ...{ kinds: kindsGiven(given), yes: given.grants, credit: creditWords(given, shown) },
  };
}

/** Which question of how many it is, and which stands before it. */
export function stepPosition(
  step: StepName,
  given: Answers,
): {
  /** Nothing for what a champion alone is asked. */
  readonly number: number | undefined;
  readonly count: number;
  readonly before: StepName | undefined;
} {
  return { number: numberOf(step), count: QUESTIONS.length, before: stepBefore(step, given) };
}

function creditWords({ credit }: Answers, { words }: Interface): string | undefined {
  return credit?.as === 'anonymous' ? words.receipt.noName : credit?.name;
}
