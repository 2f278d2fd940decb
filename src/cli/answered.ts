import { type AnswerLooked, bindAnswers, type Bound } from '#intake/bind-answers.ts';
import { problemLine } from '#records/problem.ts';
import type { Outcome } from './printer.ts';

/** Notes which words answers of institutions answer, and tells what was noted and what could not be. */
export async function answered(input: Parameters<typeof bindAnswers>[0]): Promise<Outcome> {
  return boundWords(await bindAnswers(input));
}

function boundWords({ answers, problems }: Bound): Outcome {
  const lines = answers.map(answerLine);
  return {
    exit: problems.length > 0 ? 1 : 0,
    lines: [
      ...lines,
      ...(lines.length === 0 && problems.length === 0 ? ['There is no answer to write to.'] : []),
      ...problems.map(problemLine),
    ],
    data: { ok: problems.length === 0, answered: lines.length, problems },
  };
}

function answerLine(answer: AnswerLooked): string {
  switch (answer.kind) {
    case 'bound':
      return `${answer.id}: noted that it answers ${answer.priority} as it is worded now.`;
    case 'bound-before':
      return `${answer.id}: the words it answers are noted already.`;
    case 'no-words':
      return `${answer.id}: answers an exhibition, so there are no words to note.`;
  }
}
