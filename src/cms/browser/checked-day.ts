import { fieldBeside } from './beside.ts';
import {
  type ControlProps,
  entryNow,
  type ComponentInstance,
  plainValue,
  whenChanged,
} from './globals.ts';

/** Today in London, where the archive is. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format();
}

type Self = ComponentInstance<object> & {
  stopWatching?: () => void;
  stopWatchingFile?: () => void;
};

/** Whether another field of the record says now that it was checked. */
function isAnswered(props: ControlProps): boolean {
  const after = plainValue(props.field.get('after')) as readonly string[] | undefined;
  if (after === undefined) return false;
  return entryNow(props)?.getIn(['data', ...after.slice(0, -1)]) === after.at(-1);
}

/**
 * The day something was checked. Without a day it counts as not checked, so the day comes by itself:
 * with a tick (`tick`), or with the answer that says so (`after`: group, field, answer). Another file beside
 * it is one that nobody has checked.
 */
export function checkedDay(): unknown {
  const { h, createClass } = window;
  return createClass({
    componentDidMount(this: Self) {
      let before = isAnswered(this.props);
      this.stopWatching = whenChanged(
        () => entryNow(this.props),
        () => {
          const now = isAnswered(this.props);
          if (now && !before && !this.props.value) this.props.onChange(today());
          before = now;
        },
      );
      // The file stands above, so that it is there by now.
      let file = fieldBeside(this.props, 'file');
      this.stopWatchingFile = whenChanged(
        () => fieldBeside(this.props, 'file') ?? file,
        () => {
          file = fieldBeside(this.props, 'file');
          if (this.props.value) this.props.onChange('');
        },
      );
    },
    componentWillUnmount(this: Self) {
      this.stopWatching?.();
      this.stopWatchingFile?.();
    },
    render() {
      const { classNameWrapper, field, forID, onChange, value } = this.props;
      const day = typeof value === 'string' ? value : '';
      const tick = field.get('tick');
      const box =
        tick === undefined
          ? null
          : h(
              'label',
              { className: 'desk-box' },
              h('input', {
                type: 'checkbox',
                checked: day !== '',
                onChange: ({ target }: { target: HTMLInputElement }) =>
                  onChange(target.checked ? today() : ''),
              }),
              ` ${String(tick)}`,
            );
      const shown = tick === undefined || day !== '';
      return h(
        'div',
        { className: `${classNameWrapper} desk-form` },
        box,
        shown &&
          h('input', {
            id: forID,
            type: 'date',
            className: 'desk-day',
            value: day,
            onChange: ({ target }: { target: HTMLInputElement }) => onChange(target.value),
          }),
      );
    },
  });
}
