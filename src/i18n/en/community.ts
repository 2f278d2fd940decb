import type { AnswerStatus, AssetKind } from '#records/lists.ts';

/** You said, what changed; the community’s places and groups. */
export const community = {
  // You said, what changed; the community's places and groups
  priorities: 'You said, what changed',
  prioritiesLead:
    'What people here ask for, and what the NHS, the council and others have answered.',
  prioritiesAll: 'All that people ask for',
  answers: 'What they answered',
  answersWhose: 'These are the words of the organisation, not ours.',
  answeredOn: 'Answered on {day}',
  answerNone: 'Nobody has answered this yet.',
  answerStatus: {
    heard: 'They have heard it.',
    planned: 'They plan to do it.',
    'under-way': 'They have started.',
    done: 'They say it is done.',
    cannot: 'They say they cannot do it.',
  } satisfies Readonly<Record<AnswerStatus, string>>,
  answerWords: {
    changed:
      'The words people ask this in have changed since. This answers the words as they were then.',
    unknown:
      'We did not note which words this answers. They may have been other words than those above.',
  },
  answerEarlier: 'This answers the words as they were before.',
  behind: 'Pieces behind it',
  behindThemes: 'More about this',
  assets: 'Places and groups',
  assetsLead: 'Groups, places and things to do that people here say do them good.',
  assetsHere: 'Places and groups here',
  assetsNoTown: 'In no one town',
  assetKind: {
    organisation: 'Group',
    space: 'Place',
    activity: 'Something to do',
  } satisfies Readonly<Record<AssetKind, string>>,
} as const;
