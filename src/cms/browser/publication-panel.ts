import { onChanged, announceChange } from './reload-record.ts';
import type { SelectOption } from '#cms/fields.ts';
import {
  entryId,
  entryNow,
  isNew,
  type ComponentInstance,
  plainValue,
  whenChanged,
} from './globals.ts';
import { isGone, partName, publicNowBox, whyNot } from './check-words.ts';
import { type Labels, missingFields } from './missing-fields.ts';
import { rememberCheck } from './publish-question.ts';
import { type Check, checkStory, type PublisherState, publishing, withdraw } from './api.ts';
import { words } from './words.ts';

interface State {
  readonly check?: Check | undefined;
  readonly site?: PublisherState | undefined;
  readonly problem?: string | undefined;
  readonly asking?: boolean;
  readonly what?: string;
  readonly use?: string;
  readonly said?: string | undefined;
}
type Self = ComponentInstance<State> & {
  readonly look: () => void;
  readonly takeDown: () => void;
  stopListening?: () => void;
  stopWatching?: () => void;
  waiting?: number;
};

/** While the website is being made, how long until the panel looks again. */
const SOON = 4_000;

/** Read-only: what would be let out of this contribution now, why the rest would not, and the way to take it down. */
export function publicationPanel(): unknown {
  const { h, createClass } = window;
  return createClass<State>({
    getInitialState: () => ({}),
    componentDidMount() {
      const self = this as unknown as Self;
      self.stopListening = onChanged(() => self.look());
      self.stopWatching = whenChanged(
        () => entryNow(self.props)?.get('data'),
        () => self.setState({}),
      );
      if (!isNew(self.props.entry)) self.look();
    },
    componentWillUnmount() {
      const self = this as unknown as Self;
      self.stopListening?.();
      self.stopWatching?.();
      window.clearTimeout(self.waiting);
    },
    async look(this: Self) {
      window.clearTimeout(this.waiting);
      const { entry, field } = this.props;
      if (isNew(entry)) return;
      this.setState({ problem: undefined });
      try {
        const slug = String(entry?.get('slug') ?? '');
        const collection = String(field.get('collection') ?? 'stories');
        const [check, site] = await Promise.all([checkStory(collection, slug), publishing()]);
        this.setState({ check, site });
        rememberCheck(
          check.parts
            .filter(({ decision }) => decision === 'withhold')
            .map(({ part, reasons }) => `${partName(part)}: ${reasons.join(' ')}`),
        );
        if (site.state === 'working') this.waiting = window.setTimeout(this.look, SOON);
      } catch (error) {
        this.setState({ check: undefined, problem: (error as Error).message });
      }
    },
    async takeDown(this: Self) {
      const { what, use } = this.state;
      try {
        const { hidden } = await withdraw({
          id: entryId(this.props.entry),
          ...(what ? { part: what } : {}),
          ...(use ? { use } : {}),
        });
        this.setState({ asking: false, said: words.takenDown(hidden.length) });
        announceChange();
      } catch (error) {
        this.setState({ asking: false, said: (error as Error).message });
      }
    },
    render() {
      const self = this as unknown as Self;
      const { classNameWrapper, entry, forID } = self.props;
      return h(
        'section',
        { id: forID, className: `${classNameWrapper} desk-standing` },
        stillMissing(self),
        ...(isNew(entry) ? [h('p', { key: 'save' }, words.saveFirst)] : panel(self)),
      );
    },
  });
}

function stillMissing({ props, state }: Self): unknown {
  const { h } = window;
  const labels = plainValue(props.field.get('labels')) as Labels | undefined;
  if (labels === undefined || (state.check !== undefined && isGone(state.check))) return null;
  const record = plainValue(entryNow(props)?.get('data')) as Record<string, unknown>;
  const missing = missingFields(record ?? {}, labels);
  if (missing.length === 0) return null;
  return h(
    'div',
    { key: 'missing', className: 'desk-missing' },
    h('p', null, words.stillMissing),
    h('ul', null, ...missing.map((each) => h('li', { key: each }, each))),
  );
}

function panel(self: Self): readonly unknown[] {
  const { h } = window;
  const { check, problem, said } = self.state;
  return [
    h(
      'div',
      { role: 'status', key: 'status' },
      problem ? h('p', { className: 'desk-problem' }, problem) : null,
      check === undefined && !problem ? h('p', null, words.looking) : null,
      check === undefined ? null : told(self, check),
      said ? h('p', { className: 'desk-said' }, said) : null,
    ),
    previewLink(self),
    button(words.lookAgain, self.look),
    check === undefined || isGone(check) ? null : takeDown(self, check),
  ];
}

/** The page of what was saved last, in a window of its own: on a phone there is no room beside the form. */
function previewLink({ props }: Self): unknown {
  const { h } = window;
  const collection = String(props.field.get('collection') ?? 'stories');
  if (collection !== 'stories' && collection !== 'exhibitions') return null;
  const href = `/desk/preview/${collection}/${entryId(props.entry)}/`;
  return h(
    'p',
    { key: 'preview', className: 'desk-public' },
    h('a', { href, target: '_blank', rel: 'noopener' }, words.previewLink),
  );
}

function told({ state }: Self, check: Check): unknown {
  const { h } = window;
  const { site } = state;
  return h(
    'div',
    null,
    h(
      'p',
      { className: 'desk-outcome' },
      words.outcome[check.outcome] ?? words.outcome['withhold'],
    ),
    publicNowBox(check, site),
    whyNot(check.reasons),
    h(
      'ul',
      null,
      ...check.parts.map(({ part, decision, reasons }) =>
        h(
          'li',
          { key: part },
          h('b', null, partName(part)),
          ` ${words.decision[decision] ?? words.decision['withhold']}`,
          whyNot(reasons),
        ),
      ),
    ),
    site &&
      h(
        'p',
        null,
        words.publishing[site.state] ?? words.publishingOther,
        site.problems && site.problems.length > 0 ? ` ${words.problems(site.problems.length)}` : '',
      ),
  );
}

function takeDown(self: Self, check: Check): unknown {
  const { h } = window;
  const { asking } = self.state;
  if (!asking) return button(words.takeDown, () => self.setState({ asking: true }), 'desk-stop');
  const uses = (plainValue(self.props.field.get('uses')) ?? []) as readonly SelectOption[];
  return h(
    'fieldset',
    { className: 'desk-take-down' },
    h('legend', null, words.takeDown),
    h('p', null, words.takeDownHelp),
    choose(words.takeDownWhat, (what) => self.setState({ what }), [
      { value: '', label: words.takeDownAll },
      ...check.parts.map(({ part }) => ({
        value: part,
        label: words.takeDownPart(partName(part)),
      })),
    ]),
    choose(words.takeDownFrom, (use) => self.setState({ use }), [
      { value: '', label: words.everywhere },
      ...uses,
    ]),
    button(words.takeDownNow, self.takeDown, 'desk-stop'),
    button(words.cancel, () => self.setState({ asking: false })),
  );
}

function choose(
  label: string,
  onChoose: (value: string) => void,
  choices: readonly SelectOption[],
): unknown {
  const { h } = window;
  return h(
    'label',
    { className: 'desk-field' },
    h('span', null, label),
    h(
      'select',
      { onChange: (event: { target: HTMLSelectElement }) => onChoose(event.target.value) },
      ...choices.map(({ value, label: said }) => h('option', { key: value, value }, said)),
    ),
  );
}

function button(label: string, onClick: () => void, look = 'desk-quiet'): unknown {
  return window.h('button', { type: 'button', className: `desk-button ${look}`, onClick }, label);
}
