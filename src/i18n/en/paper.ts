import type { Explainer, Interpreter, MethodForOthers } from '#records/consent-capture.ts';

/** The form on paper, and entering it for somebody else. */
export const paper = {
  paper: {
    title: 'Share your story on paper',
    lead: 'Put a tick in a box for yes. An empty box means no. Did you slip? Black the box out and write beside it what you mean. You can ask someone to write for you.',
    print: 'Print both sides on one sheet of A4, at its full size (100 %).',
    otherLanguages: 'In another language',
    picturesYes: 'Yes, they come with this sheet',
    soundYes: 'Yes, or someone will record me',
    form: 'Information sheet {sheet} · form {code}',
    explained: 'For whoever explained it: who, how, and in which language?',
    explainedLine: 'In which language, and on which day?',
    by: {
      facilitator: 'by one of the team',
      champion: 'by a champion',
      'support-worker': 'by a support worker',
      'somebody-else': 'by someone else',
    } satisfies Readonly<Record<Explainer, string>>,
    how: {
      paper: 'the yes is on this sheet',
      'in-person': 'the yes was spoken',
      audio: 'the yes was recorded',
    } satisfies Readonly<Record<MethodForOthers, string>>,
    interpreter: {
      none: 'no interpreter',
      professional: 'with a paid interpreter',
      trained_peer: 'with a trained peer',
    } satisfies Readonly<Record<Interpreter, string>>,
    photoTitle: 'Have you got the form on paper?',
    photoLead:
      'Take a photo of each side. We read the ticks that are plain, and you look at each of them. We do not keep the photo. No form? Just go on.',
    photoAdd: 'A photo of one side, or of both',
    photoSend: 'Read it',
    printEmpty: 'Print an empty form',
    sideRead: { front: 'The front was read.', back: 'The back was read.' },
    readMeans: 'Now go on, page by page. Nothing counts before you have saved its page.',
    fromPhoto:
      'The ticks here were read from the photo. Look at the paper, and put right what is not as it stands there.',
    pleaseLook: 'We could not read these boxes, so they are empty here. Please look at the paper:',
    explainedTitle: 'How were they asked?',
    explainedLead:
      'We keep what that person does here, and no name. Nobody’s child or family should interpret.',
    explainedBy: 'Who explained what a yes means?',
    explainedHow: 'How did they say yes?',
    explainedInterpreter: 'Did someone interpret?',
    explainedLanguage: 'In which language were they asked?',
    lookYes: 'They have seen it or heard it, and this is how it should be.',
    printReceipt: 'Print the receipt for them',
  },
} as const;
