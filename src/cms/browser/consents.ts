import { reloadRecord } from './reload-record.ts';
import { consentForm } from './consent-form.ts';
import { liveAnswer } from './live-answer.ts';
import type { SelectOptions, Consent } from './consent-record.ts';
import { entryId, isNew, type ComponentInstance, plainValue } from './globals.ts';
import { approve } from './api.ts';
import { words } from './words.ts';
import { keepApprovalNotice, takeApprovalNotice } from './approval-notice.ts';

interface State {
  readonly asking?: boolean;
  readonly said?: string | undefined;
}
type Self = ComponentInstance<State> & { readonly approveNow: () => void };

/** Every person in a piece with what they said, and the button for "they have seen this version". */
export function consentsWidget(): unknown {
  const { h, createClass } = window;
  const answer = liveAnswer();
  return createClass<State>({
    getInitialState: () => ({}),
    componentDidMount(this: ComponentInstance<State>) {
      const approved = takeApprovalNotice(entryId(this.props.entry));
      if (approved === undefined) return;
      this.setState({ said: words.approved(approved) });
      // A loaded page begins at its top; the receipts are for this moment, and far below.
      document.getElementById(saidId(this.props.forID))?.focus();
    },
    isValid() {
      const list = (plainValue(this.props.value) ?? []) as readonly Consent[];
      return list.every(({ person }) => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(person ?? ''))
        ? true
        : { error: { message: words.needPerson } };
    },
    async approveNow(this: ComponentInstance<State>) {
      try {
        const id = entryId(this.props.entry);
        const { approved } = await approve(id);
        keepApprovalNotice({ id, approved });
        // The records on the screen do not have the approval yet, and saving them would lose it.
        reloadRecord();
      } catch (error) {
        this.setState({ asking: false, said: (error as Error).message });
      }
    },
    render() {
      const self = this as unknown as Self;
      const { classNameWrapper, field, forID, onChange, value } = self.props;
      const list = (plainValue(value) ?? []) as readonly Consent[];
      const choices = plainValue(field.get('choices')) as SelectOptions;
      return h(
        'div',
        { id: forID, className: `${classNameWrapper} desk-consents` },
        ...list.map((consent, at) =>
          h(
            'details',
            { key: at, open: true },
            h('summary', null, `${words.person(at + 1)} ${consent.person ?? ''}`),
            consentForm({
              consent,
              id: `${forID}-${at}`,
              choices,
              onChange: (next) => onChange(list.map((each, index) => (index === at ? next : each))),
            }),
            button(words.removePerson, () => onChange(list.filter((_, index) => index !== at))),
          ),
        ),
        button(words.addPerson, () =>
          onChange([...list, newPerson(list, String(field.get('sheet') ?? ''))]),
        ),
        h(answer, { ...self.props, key: 'answer' }),
        seen(self, list),
      );
    },
  });
}

/** The first contributor is the maker (docs/content-format.md). Nothing is said for them; the sheet is the one given now. */
function newPerson(list: readonly Consent[], sheet: string): Consent {
  const taken = new Set(list.map(({ person }) => person));
  let number = 1;
  while (taken.has(`p${number}`)) number += 1;
  return {
    person: `p${number}`,
    ...(list.length === 0 ? { interest: 'contributor' } : {}),
    ...(sheet === '' ? {} : { information_sheet: sheet }),
  };
}

function seen(self: Self, list: readonly Consent[]): unknown {
  const { h } = window;
  const { state, props } = self;
  return h(
    'section',
    { className: 'desk-seen' },
    h('h3', null, words.approveTitle),
    h('p', null, words.approveHelp),
    isNew(props.entry)
      ? null
      : state.asking
        ? h(
            'p',
            null,
            button(words.approveNow, self.approveNow, 'desk-main'),
            button(words.cancel, () => self.setState({ asking: false })),
          )
        : button(words.approve, () => self.setState({ asking: true }), 'desk-main'),
    h(
      'p',
      { id: saidId(props.forID), className: 'desk-said', role: 'status', tabIndex: -1 },
      state.said,
    ),
    isNew(props.entry) ? null : receipts(props.entry, list),
  );
}

function saidId(forID: string): string {
  return `${forID}-said`;
}

/** A link for each person; the server says so when there is nothing to give a receipt for. */
function receipts(entry: Self['props']['entry'], list: readonly Consent[]): unknown {
  const { h } = window;
  const people = [...new Set(list.flatMap(({ person }) => person ?? []))];
  return h(
    'div',
    null,
    h('p', null, words.receiptHelp),
    ...people.map((person) =>
      h(
        'p',
        { key: person },
        h(
          'a',
          { href: `/api/receipt/${entryId(entry)}/${person}`, target: '_blank', rel: 'noopener' },
          words.printReceipt(person),
        ),
      ),
    ),
  );
}

function button(label: string, onClick: () => void, look = 'desk-quiet'): unknown {
  return window.h('button', { type: 'button', className: `desk-button ${look}`, onClick }, label);
}
