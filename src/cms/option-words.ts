import type { Interest, Kind, ConsentState } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { TOLD_IN } from '#i18n/told-in.ts';
import type { ContributionFields, MoreForm, PhotoFields, Topic } from '#records/contribution.ts';
import type { ContributionKind } from '#records/kinds.ts';
import type { AnswerStatus, AssetKind } from '#records/lists.ts';
import type { SettingsFields } from '#records/settings.ts';
import type { SelectOption } from './fields.ts';

type Fields = ContributionFields;
type Consent = ContributionFields['consents'][number];

/** Every closed list of the record format that the editor offers, and the values it may have. */
interface ClosedLists {
  readonly use: Use;
  readonly kind: Kind;
  readonly pieceKind: ContributionKind;
  readonly photoKind: PhotoFields['kind'];
  readonly topic: Topic;
  readonly credit: NonNullable<NonNullable<Fields['credit']>['as']>;
  readonly form: MoreForm;
  readonly interest: Interest;
  readonly state: ConsentState;
  readonly method: NonNullable<Consent['method']>;
  readonly age_band: NonNullable<Consent['age_band']>;
  readonly capacity: NonNullable<Consent['capacity']>;
  readonly on_withdrawal: NonNullable<Consent['on_withdrawal']>;
  readonly outcome: NonNullable<NonNullable<Fields['review']>['outcome']>;
  readonly assetKind: AssetKind;
  readonly answerStatus: AnswerStatus;
  readonly contactKind: SettingsFields['contacts'][number]['kind'];
}

/**
 * The words a facilitator reads for each value of each closed list, by its name: a value that the
 * record format gains has no label until it has one here, and does not compile.
 */
const OPTION_WORDS: {
  readonly [List in keyof ClosedLists]: Readonly<Record<ClosedLists[List], string>>;
} = {
  use: {
    web: 'On this website',
    search: 'Found by search',
    exhibition: 'In an exhibition',
    evidence: 'Behind what people here ask for',
    print: 'In print',
    social: 'On social media',
    press: 'In newspapers, radio or TV',
    teaching: 'For teaching',
    research: 'For research',
    deposit: 'Kept by another archive',
    ai: 'To train computers (AI)',
    'open-licence': 'For anyone to reuse',
  },
  kind: { words: 'Words', photo: 'Photographs', voice: 'Voice', artwork: 'Artwork' },
  pieceKind: {
    story: 'Story',
    poem: 'Poem',
    photograph: 'Photograph',
    sound: 'Sound',
    artwork: 'Artwork',
    conversation: 'Conversation',
  },
  photoKind: { photo: 'Photograph', artwork: 'Artwork' },
  topic: {
    bereavement: 'Bereavement',
    illness: 'Illness',
    'mental-health': 'Mental health',
    suicide: 'Suicide',
    'self-harm': 'Self harm',
    abuse: 'Abuse',
    violence: 'Violence',
    racism: 'Racism',
    discrimination: 'Discrimination',
    'pregnancy-loss': 'Pregnancy loss',
    addiction: 'Addiction',
    poverty: 'Poverty',
    migration: 'Migration',
    'medical-detail': 'Medical detail',
  },
  credit: {
    'full-name': 'Full name',
    'first-name': 'First name',
    'chosen-name': 'A name they chose',
    collective: 'Collective',
    anonymous: 'Anonymous',
  },
  form: {
    short: 'Short',
    'short-version': 'Short version',
    'easy-read': 'Easy read',
    'spoken-summary': 'Spoken summary',
  },
  interest: {
    contributor: 'Made it',
    'co-creator': 'Helped to make it',
    depicted: 'Can be seen in it',
    voice: 'Can be heard in it',
    'identifiable-in-words': 'Can be known from the words',
  },
  state: {
    unknown: 'We do not know',
    requested: 'We have asked',
    deferred: 'They want to think about it',
    refused: 'No, they said no',
    given: 'Yes, they said yes',
    renewed: 'Yes, they said yes again',
    expired: 'It has run out',
    withdrawn: 'They changed their mind',
    revoked: 'We stopped it',
    invalidated: 'It was not taken properly',
  },
  method: {
    paper: 'Paper',
    audio: 'A sound recording',
    video: 'A film',
    online: 'Online',
    'in-person': 'In person',
    licence: 'Under a licence',
  },
  age_band: { adult: 'Adult', 'young-person': 'Young person', child: 'Child' },
  capacity: {
    presumed: 'They could decide for themselves',
    'best-interests': 'Decided for them, in their best interests',
    'in-doubt': 'Not sure they could decide',
  },
  on_withdrawal: {
    notice: 'Leave a short note that it was here',
    'no-trace': 'Leave nothing at all',
  },
  outcome: {
    cleared: 'Checked: it may be shown',
    pending: 'Still being checked',
    refused: 'Checked: it may not be shown',
  },
  assetKind: { organisation: 'Organisation', space: 'Space', activity: 'Activity' },
  answerStatus: {
    heard: 'We have heard you',
    planned: 'Planned',
    'under-way': 'Under way',
    done: 'Done',
    cannot: 'We cannot do this',
  },
  contactKind: { phone: 'Phone', text: 'Text', email: 'Email', place: 'Place', link: 'Link' },
};

/**
 * A closed list as choices, in the order of `values`. Throws at a value without words, because an
 * editor that shows a bare code asks people to say yes to something they cannot read.
 */
export function choices(
  list: keyof ClosedLists,
  values: readonly string[],
): readonly SelectOption[] {
  const words: Readonly<Record<string, string>> = OPTION_WORDS[list];
  return values.map((value) => {
    const label = words[value];
    if (label === undefined)
      throw new Error(`"${value}" of the list "${list}" has no words. Add them in src/cms.`);
    return { value, label };
  });
}

/** Languages by their English name and their tag. */
export function languageChoices(further: readonly string[] = []): readonly SelectOption[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return [...new Set([...TOLD_IN, ...further])].map((value) => ({
    value,
    label: value === 'bfi' ? 'British Sign Language' : (names.of(value) ?? value),
  }));
}
