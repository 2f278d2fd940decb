import { entryId, type ImmutableMap } from './globals.ts';
import { recordFormat, withoutId } from './record-format.ts';
import { previewTyped } from './api.ts';
import { problemLines } from './problem-labels.ts';
import { recordToSave } from './record-to-save.ts';
import { words } from './words.ts';

/** Where the record of a collection lies, with its id in place of `{id}`. */
const PATHS = {
  stories: 'content/stories/{id}/story.md',
  exhibitions: 'content/exhibitions/{id}/index.mdx',
} as const;

interface State {
  /** The page that is on the screen, and the one that takes its place once it has come. */
  readonly shown?: string | undefined;
  readonly next?: string | undefined;
  readonly problem?: string | undefined;
  readonly problems?: readonly string[];
}

interface Self {
  readonly props: { readonly entry: ImmutableMap };
  readonly state: State;
  readonly setState: (change: State) => void;
  readonly ask: () => Promise<void>;
  readonly askSoon: () => void;
  waiting?: number;
  asking?: boolean;
  isOver?: boolean;
  /** Something was typed while it was asked. */
  again?: boolean;
  turn?: number;
}

/** How long nothing is typed before the page is drawn anew, ms. */
const PAUSE = 900;

/** The real page beside the form, drawn by the server from what stands in the form at that moment. */
export function pagePreview(collection: keyof typeof PATHS): unknown {
  const { createClass } = window;
  return createClass<State>({
    getInitialState: () => ({}),
    componentDidMount(this: Self) {
      void this.ask();
    },
    componentDidUpdate(this: Self, before: Self['props']) {
      if (before.entry.get('data') !== this.props.entry.get('data')) this.askSoon();
    },
    componentWillUnmount(this: Self) {
      this.isOver = true;
      window.clearTimeout(this.waiting);
    },
    askSoon(this: Self) {
      window.clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => void this.ask(), PAUSE);
    },
    async ask(this: Self) {
      if (this.asking) {
        this.again = true;
        return;
      }
      this.asking = true;
      const change = await asked(collection, this);
      this.asking = false;
      if (this.isOver) return;
      this.setState(change);
      if (this.again) this.askSoon();
      this.again = false;
    },
    render(this: Self) {
      return drawn(this);
    },
  });
}

async function asked(collection: keyof typeof PATHS, self: Self): Promise<State> {
  const { entry } = self.props;
  const id = entryId(entry);
  if (id === '') return { problem: words.previewName, problems: [] };
  const raw = withoutId(recordFormat.toFile(recordToSave(entry)));
  const path = PATHS[collection].replace('{id}', id);
  try {
    const { address } = await previewTyped(path, raw);
    self.turn = (self.turn ?? 0) + 1;
    return { next: `${address}?turn=${self.turn}`, problem: undefined, problems: [] };
  } catch (error) {
    const problems = problemLines(error, { collection, path });
    return {
      problem: problems.length > 0 ? words.previewNotYet : (error as Error).message,
      problems,
    };
  }
}

function drawn(self: Self): unknown {
  const { h } = window;
  const { shown, next, problem, problems = [] } = self.state;
  const pages = [...new Set([shown, next])].filter((page) => page !== undefined);
  return h(
    'div',
    { className: 'page' },
    h(
      'div',
      { role: 'status', className: 'told' },
      problem ? h('p', null, problem) : null,
      problems.length > 0
        ? h('ul', null, ...problems.map((each) => h('li', { key: each }, each)))
        : null,
      pages.length === 0 && !problem ? h('p', null, words.previewLooking) : null,
    ),
    ...pages.map((page) =>
      h('iframe', {
        key: page,
        src: page,
        title: words.previewTitle,
        className: page === shown ? 'shown' : 'coming',
        onLoad: (event: { target: HTMLIFrameElement }) => arrived(self, page, event.target),
      }),
    ),
  );
}

/** The new page begins where the old one was read. */
function arrived(self: Self, page: string, frame: HTMLIFrameElement): void {
  if (page === self.state.shown) return;
  const before = frame.parentElement?.querySelector<HTMLIFrameElement>('iframe.shown');
  frame.contentWindow?.scrollTo(0, before?.contentWindow?.scrollY ?? 0);
  self.setState({ shown: page });
}

/** Inside Decap's own frame, where the desk's styles do not reach. */
export const PREVIEW_STYLE = `
  html, body, body > div, .frame-content, .page { block-size: 100%; margin: 0; }
  .frame-content > * { block-size: 100%; }
  .page { display: flex; flex-direction: column; position: relative; font: 1rem/1.5 system-ui, sans-serif; }
  .told { padding-inline: 1rem; background: #fbe7bd; color: #3a2608; }
  iframe { flex: 1; inline-size: 100%; min-block-size: 0; border: 0; }
  iframe.coming { position: absolute; inset: 0; visibility: hidden; block-size: 100%; }
`;

const PANE = 'cms.right-pane';
/** Beside a narrower form there is no room for a page, in CSS pixels. */
const ROOM = 1_100;

/** Where there is no room beside the form, Decap begins without the page; a link in the panel opens it. */
export function beginWithoutPreview(): void {
  if (window.innerWidth < ROOM) localStorage.setItem(PANE, 'none');
}
