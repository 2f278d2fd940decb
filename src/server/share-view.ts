import type { ShareQuestion, SharedPicture, SharedSound } from '#components/share-view.ts';
import { type Answers, hasText, kindsGiven } from '#intake/contribution/answers.ts';
import { stepBefore, stepsFor, type StepName } from '#intake/contribution/steps.ts';
import { hasRoom } from '#intake/contribution/files.ts';
import { offered } from '#media/formats.ts';
import { endonym } from '#i18n/language.ts';
import type { Interface } from '#i18n/words.ts';
import { asksOthers } from '#intake/contribution/to-record.ts';

/** What the pages of the form are made from. */
export interface FormView {
  readonly given: Answers;
  /** Languages that can be chosen for the words. */
  readonly languages: readonly string[];
  readonly shown: Interface;
  /** Address of a file that was sent for this form. */
  readonly fileAt: (file: string) => string;
}

/** One question, with what was answered before. */
export function questionOf(
  step: StepName,
  { given, shown, languages, fileAt }: FormView,
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
  const questions: { readonly [Step in StepName]: () => ShareQuestion } = {
    language: () => ({
      step: 'language',
      chosen: given.language ?? shown.lang,
      languages: languages.map((tag) => ({ tag, name: endonym(tag) })),
    }),
    words: () => ({ step: 'words', title, words, language }),
    pictures: () => ({
      ...{ step: 'pictures', accept: offered('photo'), pictures },
      hasRoom: hasRoom('pictures', given),
    }),
    describe: () => ({ step: 'describe', pictures }),
    sound: () => ({ step: 'sound', accept: offered('sound'), sound }),
    others: () => ({
      ...{ step: 'others', hasWords: hasText(words), words: given.others, pictures, sound },
    }),
    uses: () => ({ step: 'uses', kinds, yes: grants }),
    credit: () => ({ step: 'credit', as: credit?.as, name: credit?.name ?? '', language }),
    notes: () => ({ step: 'notes', chosen: given.notes }),
    age: () => ({ step: 'age', chosen: given.age }),
    look: () => ({
      step: 'look',
      ...{ title, words, language, pictures, sound, kinds, yes: grants },
      credit: creditWords(given, shown),
      hasOthers: asksOthers(given),
      lacksDescription: given.pictures.some(({ alt }) => !hasText(alt)),
    }),
  };
  return questions[step]();
}

/** Which question of how many it is, and which stands before it. */
export function stepPosition(
  step: StepName,
  given: Answers,
): { readonly number: number; readonly count: number; readonly before: StepName | undefined } {
  const steps = stepsFor(given);
  return { number: steps.indexOf(step) + 1, count: steps.length, before: stepBefore(step, given) };
}

function creditWords({ credit }: Answers, { words }: Interface): string | undefined {
  return credit?.as === 'anonymous' ? words.receipt.noName : credit?.name;
}
