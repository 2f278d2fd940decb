import type { SelectOption } from '#cms/fields.ts';
import {
  type ControlProps,
  entryId,
  isNew,
  type ComponentInstance,
  plainValue,
  rememberId,
} from './globals.ts';
import { isTaken } from './api.ts';
import { words } from './words.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SIGNS = `${LETTERS}0123456789`;

/** Random, never made from a name (docs/content-format.md); a letter first, so that YAML reads it as text. */
export function randomId(length: number): string {
  const numbers = crypto.getRandomValues(new Uint32Array(length));
  return [...numbers]
    .map((number, at) => {
      const from = at === 0 ? LETTERS : SIGNS;
      return from.charAt(number % from.length);
    })
    .join('');
}

/** Fills in a value of its own when there is none, and shows nothing to type. */
function filledIn(
  make: (props: ControlProps) => string | undefined,
  shown = (props: ControlProps) => String(props.value ?? ''),
): unknown {
  const { h, createClass } = window;
  return createClass({
    componentDidMount() {
      const { props } = this;
      const value = props.value ? undefined : make(props);
      if (value !== undefined) props.onChange(value);
    },
    render() {
      const { classNameWrapper, forID } = this.props;
      const className = `${classNameWrapper} desk-fixed`;
      return h('output', { id: forID, className }, shown(this.props));
    },
  });
}

/** The number of a new story. One that is saved has its number in its address. */
export const storyIdWidget = (): unknown =>
  filledIn(
    ({ entry }) => (isNew(entry) ? randomId(10) : undefined),
    ({ entry, value }) => rememberId(value ? String(value) : entryId(entry)),
  );

/**
 * The id of an item of a list. The sound has its place in every form, so that giving it an id would
 * change every record that is only looked at: it gets one when it is saved (`normalise-record.ts`).
 */
export const partIdWidget = (): unknown =>
  filledIn(({ field }) => {
    const prefix = String(field.get('prefix') ?? 'x');
    return prefix === 'v' ? undefined : `${prefix}${randomId(4)}`;
  });

const SHORT_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

interface Named {
  /** The short name that was looked for last, and whether something has it. */
  readonly asked?: string;
  readonly taken?: boolean;
}

/** The address of a new theme, town, page …: words, chosen once. One that is taken is said at once. */
export function recordIdWidget(): unknown {
  const { h, createClass } = window;
  type Self = ComponentInstance<Named> & { ask: (name: string) => void };
  return createClass<Named>({
    getInitialState: () => ({}),
    async ask(this: ComponentInstance<Named>, name: string) {
      if (!SHORT_NAME.test(name)) return;
      const collection = String(this.props.entry?.get('collection') ?? '');
      const taken = await isTaken(collection, name).catch(() => false);
      if (this.props.value === name) this.setState({ asked: name, taken });
    },
    isValid() {
      const { entry, value } = this.props;
      const name = String(value ?? '');
      if (!isNew(entry)) return true;
      if (!SHORT_NAME.test(name)) return { error: { message: words.needId } };
      const { asked, taken } = this.state;
      return taken === true && asked === name ? { error: { message: words.taken(name) } } : true;
    },
    render() {
      const { props, state, ask } = this as unknown as Self;
      const { classNameWrapper, entry, forID, onChange, value } = props;
      if (!isNew(entry)) {
        const slug = String(entry?.get('slug') ?? '').split('/')[0];
        return h('output', { id: forID, className: `${classNameWrapper} desk-fixed` }, slug);
      }
      const name = String(value ?? '');
      const isKnown = state.taken === true && state.asked === name;
      return h(
        'div',
        null,
        h('input', {
          id: forID,
          className: classNameWrapper,
          value: name,
          'aria-describedby': `${forID}-help`,
          onChange: (event: { target: HTMLInputElement }) => {
            onChange(event.target.value);
            window.setTimeout(() => ask(event.target.value));
          },
        }),
        h('p', { id: `${forID}-help`, className: 'desk-help' }, words.recordId),
        h(
          'div',
          { role: 'status' },
          isKnown ? h('p', { className: 'desk-problem' }, words.taken(name)) : null,
        ),
      );
    },
  });
}

/** Is a language written from right to left? Of those that people write in here. */
export function readsFromRight(tag: string): boolean {
  return RIGHT_TO_LEFT.test(tag);
}

const RIGHT_TO_LEFT = /^(ar|fa|ur|ps|pa-Arab|ks|sd|he)\b/;

/** The same words in each language of the site; a record with one plain text counts as English. */
export function tonguesWidget(): unknown {
  const { h, createClass } = window;
  return createClass({
    render() {
      const { classNameWrapper, field, forID, onChange, value } = this.props;
      const languages = plainValue(field.get('languages')) as readonly SelectOption[];
      const read = plainValue(value);
      const said = (typeof read === 'string' ? { en: read } : (read ?? {})) as Record<
        string,
        string
      >;
      return h(
        'div',
        { className: `${classNameWrapper} desk-form` },
        ...languages.map(({ value: tag, label }, at) =>
          h(
            'label',
            { key: tag, className: 'desk-field' },
            h('span', null, label),
            h('textarea', {
              id: at === 0 ? forID : undefined,
              rows: 2,
              lang: tag,
              dir: readsFromRight(tag) ? 'rtl' : 'ltr',
              value: said[tag] ?? '',
              onChange: (event: { target: HTMLTextAreaElement }) =>
                onChange({ ...said, [tag]: event.target.value }),
            }),
          ),
        ),
      );
    },
  });
}

/** What an institution answers: one priority or one exhibition, never both. */
export function answersWidget(): unknown {
  const { h, createClass } = window;
  return createClass({
    isValid() {
      const chosen = plainValue(this.props.value) as object | undefined;
      return chosen && Object.keys(chosen).length === 1
        ? true
        : { error: { message: words.needAnswer } };
    },
    render() {
      const { classNameWrapper, field, forID, onChange, value } = this.props;
      const [key = '', id = ''] = Object.entries((plainValue(value) ?? {}) as object)[0] ?? [];
      const within = (kind: string, label: string, choices: unknown): unknown =>
        h(
          'optgroup',
          { label },
          ...(plainValue(choices) as readonly SelectOption[]).map((choice) =>
            h('option', { key: choice.value, value: `${kind}/${choice.value}` }, choice.label),
          ),
        );
      return h(
        'select',
        {
          id: forID,
          className: classNameWrapper,
          value: key ? `${key}/${String(id)}` : '',
          onChange: (event: { target: HTMLSelectElement }) => {
            const [kind = '', of = ''] = event.target.value.split('/');
            onChange(kind ? { [kind]: of } : {});
          },
        },
        h('option', { value: '' }, words.answersNothing),
        within('priority', words.answersPriority, field.get('priorities')),
        within('exhibition', words.answersExhibition, field.get('exhibitions')),
      );
    },
  });
}
