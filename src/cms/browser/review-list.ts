import type { ReviewQuestions } from '#cms/review-questions.ts';
import { answerLanguage, languageSelect, whenLanguageChanges } from './answer-language.ts';
import { type ComponentInstance, plainValue } from './globals.ts';
import { words } from './words.ts';

interface State {
  readonly list?: ReviewQuestions | undefined;
}
type Self = ComponentInstance<State> & {
  readonly ask: () => Promise<void>;
  stopWatching?: () => void;
};

/**
 * What to look for, beside the decision about it: a list to read, in the language of the answers, which shows
 * and saves nothing of the record. Until it has come, and where it cannot, it stands in English.
 */
export function reviewList(): unknown {
  const { h, createClass } = window;
  return createClass<State>({
    getInitialState: () => ({}),
    componentDidMount(this: Self) {
      this.stopWatching = whenLanguageChanges(() => void this.ask());
      void this.ask();
    },
    componentWillUnmount(this: Self) {
      this.stopWatching?.();
    },
    shouldComponentUpdate: () => true,
    async ask(this: Self) {
      const language = answerLanguage();
      const list = await listIn(language);
      if (language === answerLanguage()) this.setState({ list });
    },
    render(this: Self) {
      const { classNameWrapper, field, forID } = this.props;
      const english = plainValue(field.get('questions')) as readonly string[];
      const { lang, dir, questions } = this.state.list ?? {
        ...{ lang: 'en', dir: 'ltr', questions: english },
      };
      return h(
        'div',
        { id: forID, className: `${classNameWrapper} desk-form desk-review` },
        languageSelect(words.listLanguage),
        h('ul', { lang, dir }, ...questions.map((each) => h('li', { key: each }, each))),
      );
    },
  });
}

/** It lies beside this program, and is kept by the browser with it. */
async function listIn(language: string): Promise<ReviewQuestions | undefined> {
  const answer = await fetch(new URL(`../review/${language}.json`, import.meta.url)).catch(
    () => undefined,
  );
  return answer?.ok ? ((await answer.json()) as ReviewQuestions) : undefined;
}
