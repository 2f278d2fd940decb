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
  },
} as const;
