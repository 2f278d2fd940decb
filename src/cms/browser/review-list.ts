import { plainValue } from './globals.ts';

/** What to look for, beside the decision about it: a list to read, which shows and saves nothing of the record. */
export function reviewList(): unknown {
  const { h, createClass } = window;
  return createClass({
    render() {
      const { classNameWrapper, field, forID } = this.props;
      const questions = plainValue(field.get('questions')) as readonly string[];
      return h(
        'div',
        { id: forID, className: `${classNameWrapper} desk-review` },
        h('ul', null, ...questions.map((each) => h('li', { key: each }, each))),
      );
    },
  });
}
