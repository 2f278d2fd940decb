import { changed, type SelectOptions, type Consent, granted } from './consent-record.ts';
import { words } from './words.ts';

/** One consent record, with its choices, and what to do with a changed one. */
interface Form {
  readonly consent: Consent;
  readonly id: string;
  readonly choices: SelectOptions;
  readonly onChange: (changed: Consent) => void;
}

const STOPPED = ['withdrawn', 'revoked', 'invalidated'];

/**
 * The form of one consent record, in the order of docs/content-format.md. What it does not show
 * (`approved`, which the server writes) stays in the record.
 */
export function consentForm(form: Form): unknown {
  const { h } = window;
  const { consent } = form;
  const young = consent['age_band'] === 'child' || consent['age_band'] === 'young-person';
  const stopped = STOPPED.includes(String(consent['state']));
  return h(
    'div',
    { className: 'desk-form' },
    textField(form, 'person', words.personCode),
    oneOf(form, 'interest'),
    oneOf(form, 'state'),
    dateField(form, 'given_on'),
    dateField(form, 'expires_on'),
    (stopped || consent['withdrawn_on']) && dateField(form, 'withdrawn_on'),
    textField(form, 'information_sheet', words.information_sheet),
    oneOf(form, 'language'),
    oneOf(form, 'method'),
    oneOf(form, 'age_band'),
    young && dateField(form, 'assent_on'),
    consent['age_band'] === 'child' && dateField(form, 'guardian_on'),
    young && dateField(form, 'reconsent_due'),
    oneOf(form, 'capacity'),
    grid(form),
    exhibitionsField(form),
    oneOf(form, 'on_withdrawal'),
    consent['interest'] === 'contributor' && thanksBox(form),
  );
}

type Event = { readonly target: HTMLInputElement & HTMLSelectElement };

function textField(
  { consent, id, onChange }: Form,
  key: string,
  label: string,
  type = 'text',
): unknown {
  const { h } = window;
  return h(
    'label',
    { className: 'desk-field', htmlFor: `${id}-${key}` },
    h('span', null, label),
    h('input', {
      id: `${id}-${key}`,
      type,
      value: String(consent[key] ?? ''),
      onChange: ({ target }: Event) => onChange(changed(consent, key, target.value)),
    }),
  );
}

type Label =
  'interest' | 'state' | 'language' | 'method' | 'age_band' | 'capacity' | 'on_withdrawal';
type DayLabel =
  'given_on' | 'expires_on' | 'withdrawn_on' | 'assent_on' | 'guardian_on' | 'reconsent_due';

const dateField = (form: Form, key: DayLabel): unknown => textField(form, key, words[key], 'date');

function oneOf({ consent, id, choices, onChange }: Form, key: Label): unknown {
  const { h } = window;
  return h(
    'label',
    { className: 'desk-field', htmlFor: `${id}-${key}` },
    h('span', null, words[key]),
    h(
      'select',
      {
        id: `${id}-${key}`,
        value: String(consent[key] ?? ''),
        onChange: ({ target }: Event) => onChange(changed(consent, key, target.value)),
      },
      h('option', { value: '' }, words.notChosen),
      ...(choices[key] ?? []).map(({ value, label }) => h('option', { key: value, value }, label)),
    ),
  );
}

/** What the grid asks stands above it: a caption inside would be as narrow as its first column. */
function grid(form: Form): unknown {
  const { h } = window;
  const { id } = form;
  return h(
    'div',
    null,
    h('p', { id: `${id}-grants`, className: 'desk-grid-title' }, words.grants),
    gridTable(form),
  );
}

function gridTable({ consent, id, choices, onChange }: Form): unknown {
  const { h } = window;
  const grants = (consent['grants'] ?? {}) as Record<string, readonly string[]>;
  const kinds = choices['kind'] ?? [];
  return h(
    'table',
    { className: 'desk-grid', 'aria-labelledby': `${id}-grants` },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col' }, words.use),
        ...kinds.map(({ value, label }) => h('th', { key: value, scope: 'col' }, label)),
      ),
    ),
    h(
      'tbody',
      null,
      ...(choices['use'] ?? []).map((use) =>
        h(
          'tr',
          { key: use.value },
          h('th', { scope: 'row' }, use.label),
          ...kinds.map((kind) =>
            h(
              'td',
              { key: kind.value },
              h(
                'label',
                { className: 'desk-box' },
                h('input', {
                  id: `${id}-${use.value}-${kind.value}`,
                  type: 'checkbox',
                  'aria-label': `${use.label}: ${kind.label}`,
                  checked: (grants[use.value] ?? []).includes(kind.value),
                  onChange: ({ target }: Event) =>
                    onChange(
                      granted(
                        consent,
                        { use: use.value, kind: kind.value, yes: target.checked },
                        choices,
                      ),
                    ),
                }),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

function exhibitionsField({ consent, id, choices, onChange }: Form): unknown {
  const { h } = window;
  const { exhibitions } = consent;
  const named = Array.isArray(exhibitions) ? (exhibitions as readonly string[]) : [];
  const set = (value: unknown): void => onChange(changed(consent, 'exhibitions', value));
  return h(
    'fieldset',
    { id: `${id}-exhibitions` },
    h('legend', null, words.exhibitions),
    box(words.anyExhibition, exhibitions === 'any', (yes) => set(yes ? 'any' : undefined)),
    ...(exhibitions === 'any' ? [] : (choices['exhibitions'] ?? [])).map(({ value, label }) =>
      box(label, named.includes(value), (yes) => {
        const now = yes ? [...named, value] : named.filter((each) => each !== value);
        set(now.length === 0 ? undefined : now);
      }),
    ),
  );
}

function thanksBox({ consent, onChange }: Form): unknown {
  return box(words.thanks, consent['thanks'] === true, (yes) =>
    onChange(changed(consent, 'thanks', yes || undefined)),
  );
}

function box(label: string, checked: boolean, onTick: (yes: boolean) => void): unknown {
  const { h } = window;
  return h(
    'label',
    { key: label, className: 'desk-box' },
    h('input', {
      type: 'checkbox',
      checked,
      onChange: ({ target }: Event) => onTick(target.checked),
    }),
    ` ${label}`,
  );
}
