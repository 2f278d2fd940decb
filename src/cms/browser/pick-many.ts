import type { NamedOption } from '#cms/fields.ts';
import { type ComponentInstance, plainValue } from './globals.ts';
import { type FoundName, seekNames } from './seek-names.ts';
import { words } from './words.ts';

interface State {
  readonly typed: string;
}
type Self = ComponentInstance<State>;

/** Of a long list so many are shown at once; more of the name finds the others. */
const AT_ONCE = 30;

/**
 * Some records of one of the archive's own lists: sought by any of their names as it is typed, put in and
 * taken out by one button each, which stays where it is. What is kept are their ids, in the order in which they
 * were chosen.
 */
export function pickManyWidget(): unknown {
  const { h, createClass } = window;
  return createClass<State>({
    getInitialState: () => ({ typed: '' }),
    render(this: Self) {
      const { forID, classNameWrapper } = this.props;
      const { typed } = this.state;
      const known = optionsOf(this);
      const chosen = chosenIn(this);
      const found = seekNames(known, typed);
      const shown = typed.trim() === '' ? chosenFirst(found, chosen) : found.slice(0, AT_ONCE);
      return h(
        'div',
        { className: `${classNameWrapper} desk-form`, onKeyDown: walk },
        h('input', {
          ...{ id: forID, type: 'search', autoComplete: 'off', value: typed },
          'aria-describedby': `${forID}-how ${forID}-told`,
          onChange: ({ target }: { target: HTMLInputElement }) =>
            this.setState({ typed: target.value }),
        }),
        h('p', { id: `${forID}-how`, className: 'desk-help' }, words.seekName),
        h(
          'p',
          { id: `${forID}-told`, role: 'status' },
          told(this),
          ' ',
          found.length === 0 ? words.noName : words.someNames(shown.length, found.length),
        ),
        h('ul', { className: 'desk-names' }, ...shown.map((each) => nameButton(this, each))),
      );
    },
  });
}

/** The list, and at its end what stands in the record and is in no list, so that it can be taken out. */
function optionsOf(self: Self): readonly NamedOption[] {
  const known = plainValue(self.props.field.get('options')) as readonly NamedOption[];
  const lost = chosenIn(self).filter((id) => !known.some(({ value }) => value === id));
  return [...known, ...lost.map((id) => ({ value: id, label: id }))];
}

function chosenIn({ props }: Self): readonly string[] {
  const value = plainValue(props.value);
  return Array.isArray(value) ? value.map(String) : [];
}

/** A long list shows what is chosen whatever its place in it. */
function chosenFirst(found: readonly FoundName[], chosen: readonly string[]): readonly FoundName[] {
  if (found.length <= AT_ONCE) return found;
  const isChosen = ({ option }: FoundName): boolean => chosen.includes(option.value);
  const rest = found.filter((each) => !isChosen(each));
  return [...found.filter(isChosen), ...rest].slice(0, Math.max(AT_ONCE, chosen.length));
}

function told(self: Self): string {
  const known = optionsOf(self);
  const names = chosenIn(self).map((id) => known.find(({ value }) => value === id)?.label ?? id);
  return names.length === 0 ? words.noneChosen : words.chosenNames(names.join(', '));
}

function nameButton(self: Self, { option, by }: FoundName): unknown {
  const { h } = window;
  const { value, label, names = {} } = option;
  const chosen = chosenIn(self);
  const isIn = chosen.includes(value);
  const lang = Object.keys(names).find((tag) => names[tag] === label);
  return h(
    'li',
    { key: value },
    h(
      'button',
      {
        ...{ type: 'button', 'aria-pressed': isIn },
        onClick: () =>
          self.props.onChange(isIn ? chosen.filter((id) => id !== value) : [...chosen, value]),
      },
      h('bdi', { lang }, label),
      by === undefined ? null : h('span', null, ' · ', h('bdi', { lang: by.lang }, by.text)),
    ),
  );
}

/** Down and up from what is typed through the names, and Escape back to it; each is a stop of Tab as well. */
function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, button')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = event.key === 'Escape' ? stops[0] : step && stops[at + step];
  if (next === undefined || next === 0) return;
  event.preventDefault();
  next.focus();
}
