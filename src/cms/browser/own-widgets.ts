import type { SelectOption } from '#cms/fields.ts';
import { newNumber } from './api.ts';
import {
  type ComponentInstance,
  type ControlProps,
  entryId,
  isNew,
  plainValue,
  rememberId,
} from './globals.ts';
import { words } from './words.ts';

/** The number of a new piece, which the server gives: a save under any other is not taken. */
export function ownIdWidget(): unknown {
  const { h, createClass } = window;
  return createClass<{ readonly problem?: string }>({
    componentDidMount(this: ComponentInstance<{ readonly problem?: string }>) {
      const { entry, value, onChange } = this.props;
      if (value || !isNew(entry)) return;
      newNumber().then(onChange, (error: Error) => this.setState({ problem: error.message }));
    },
    getInitialState: () => ({}),
    render() {
      const { classNameWrapper, forID, value, entry } = this.props;
      const id = value ? rememberId(String(value)) : isNew(entry) ? '' : rememberId(entryId(entry));
      const className = `${classNameWrapper} desk-fixed`;
      return h('output', { id: forID, className, dir: 'ltr' }, this.state.problem ?? id);
    },
  });
}

/** Where it is looked at as its page will be, and sent. */
export function ownLookWidget(): unknown {
  const { h, createClass } = window;
  return createClass({
    render() {
      const { classNameWrapper, forID, field, entry } = this.props;
      const at = String(field.get('at')).replace('{id}', entryId(entry));
      return h(
        'div',
        { id: forID, className: `${classNameWrapper} desk-own-look` },
        h('p', null, words.lookFirst),
        isNew(entry)
          ? null
          : h(
              'p',
              null,
              h(
                'a',
                {
                  className: 'desk-button desk-main',
                  href: `${at}?lang=${String(field.get('lang'))}`,
                },
                words.lookAndSend,
              ),
            ),
      );
    },
  });
}

type Grants = Readonly<Record<string, readonly string[]>>;

/** Each yes to one use of one kind of thing, as the form asks it. An empty box is a no. */
export function ownGrantsWidget(): unknown {
  const { createClass } = window;
  return createClass({
    render() {
      return grid(this.props);
    },
  });
}

function grid({ classNameWrapper, forID, field, value, onChange }: ControlProps): unknown {
  const { h } = window;
  const uses = plainValue(field.get('uses')) as readonly SelectOption[];
  const kinds = plainValue(field.get('kinds')) as readonly SelectOption[];
  const grants = (plainValue(value) ?? {}) as Grants;
  const box = (use: SelectOption, kind: SelectOption): unknown =>
    h(
      'td',
      { key: kind.value },
      h(
        'label',
        { className: 'desk-box' },
        h('input', {
          type: 'checkbox',
          'aria-label': `${use.label}: ${kind.label}`,
          checked: (grants[use.value] ?? []).includes(kind.value),
          onChange: ({ target }: { target: HTMLInputElement }) =>
            onChange(ticked(grants, { use: use.value, kind: kind.value, yes: target.checked })),
        }),
      ),
    );
  const head = kinds.map((kind) => h('th', { key: kind.value, scope: 'col' }, kind.label));
  const rows = uses.map((use) =>
    h(
      'tr',
      { key: use.value },
      h('th', { scope: 'row' }, use.label),
      ...kinds.map((kind) => box(use, kind)),
    ),
  );
  return h(
    'div',
    { id: forID, className: classNameWrapper },
    h(
      'table',
      { className: 'desk-grid', 'aria-label': String(field.get('label')) },
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, words.use), ...head)),
      h('tbody', null, ...rows),
    ),
  );
}

/** A use without a kind is left out: absent means no. */
export function ticked(
  grants: Grants,
  box: { readonly use: string; readonly kind: string; readonly yes: boolean },
): Grants {
  const others = (grants[box.use] ?? []).filter((kind) => kind !== box.kind);
  const now = { ...grants, [box.use]: box.yes ? [...others, box.kind] : others };
  return Object.fromEntries(Object.entries(now).filter(([, kinds]) => kinds.length > 0));
}
