import { answerLanguage, languageSelect, whenLanguageChanges } from './answer-language.ts';
import { type Decided, decideTyped } from './api.ts';
import { problemLines } from './problem-labels.ts';
import { entryId, entryNow, type ComponentInstance, whenChanged } from './globals.ts';
import { recordFormat, withoutId } from './record-format.ts';
import { recordToSave } from './record-to-save.ts';
import { words } from './words.ts';

interface State {
  readonly told?: Decided | undefined;
  readonly problem?: string | undefined;
  readonly problems?: readonly string[];
}
type Self = ComponentInstance<State> & {
  readonly ask: () => Promise<void>;
  readonly askSoon: () => void;
  stopWatching?: () => void;
  stopListening?: () => void;
  waiting?: number;
  /** The number of the question that was asked last: an older answer is not shown. */
  turn?: number;
};

const NOTHING_TOLD: State = { told: undefined, problem: undefined, problems: [] };

/** How long nothing is typed before it is asked anew, ms. */
const PAUSE = 900;

/** What the server decides about the record in the form, beside the consents, in sentences; it follows what is typed. */
export function liveAnswer(): unknown {
  const { h, createClass } = window;
  return createClass<State>({
    getInitialState: () => ({}),
    componentDidMount(this: Self) {
      this.stopWatching = whenChanged(
        () => entryNow(this.props)?.get('data'),
        () => this.askSoon(),
      );
      this.stopListening = whenLanguageChanges(() => this.askSoon());
      void this.ask();
    },
    componentWillUnmount(this: Self) {
      this.stopWatching?.();
      this.stopListening?.();
      window.clearTimeout(this.waiting);
      this.turn = -1;
    },
    /** What was answered is of another record from now on, also where it is still on its way. */
    askSoon(this: Self) {
      window.clearTimeout(this.waiting);
      this.turn = (this.turn ?? 0) + 1;
      this.setState(NOTHING_TOLD);
      this.waiting = window.setTimeout(() => void this.ask(), PAUSE);
    },
    async ask(this: Self) {
      const turn = (this.turn ?? 0) + 1;
      this.turn = turn;
      const answer = await answered(this);
      if (this.turn === turn) this.setState(answer);
    },
    render(this: Self) {
      const { told, problem, problems = [] } = this.state;
      return h(
        'section',
        { className: 'desk-answer' },
        languageSelect(words.answerLanguage),
        h(
          'div',
          { 'aria-live': 'polite', lang: told?.lang, dir: told?.dir },
          problem ? h('p', null, problem) : null,
          lines(problems),
          told ? sentences(told) : problem ? null : h('p', null, words.looking),
        ),
      );
    },
  });
}

async function answered({ props }: Self): Promise<State> {
  const entry = entryNow(props);
  const id = entryId(entry);
  if (entry === undefined || id === '') return {};
  const path = `content/stories/${id}/story.md`;
  try {
    const raw = withoutId(recordFormat.toFile(recordToSave(entry)));
    const told = await decideTyped({ path, raw, language: answerLanguage() });
    return isWhole(told)
      ? { ...NOTHING_TOLD, told }
      : { ...NOTHING_TOLD, problem: words.serverTrouble };
  } catch (error) {
    const problems = problemLines(error, { collection: 'stories', path });
    const problem = problems.length > 0 ? words.answerNotYet : (error as Error).message;
    return { told: undefined, problem, problems };
  }
}

/** What came half, or from something between us and the server, is no answer. */
function isWhole(told: Partial<Decided>): boolean {
  return [told.now, told.later, told.also].every((lines) => Array.isArray(lines));
}

function sentences(told: Decided): unknown {
  const { h } = window;
  const { title, now, later, laterTitle, also, alsoTitle } = told;
  return h(
    'div',
    null,
    h('h3', null, title),
    lines(now),
    later.length > 0 && h('p', null, laterTitle),
    lines(later),
    also.length > 0 && h('p', null, alsoTitle),
    lines(also),
  );
}

function lines(all: readonly string[]): unknown {
  const { h } = window;
  return all.length === 0
    ? null
    : h('ul', null, ...all.map((each) => h('li', { key: each }, each)));
}
