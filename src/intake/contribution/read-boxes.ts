import { type Answers, answers, type ReadBox } from './answers.ts';
import { type StepName, takeStep } from './steps.ts';

/** Boxes of which any number may be ticked; of all others one. */
const MANY = new Set(['yes', 'note']);

/** A box of a photographed form, as it was read. */
export interface SeenBox {
  readonly step: string;
  readonly field: string;
  readonly value: string;
  readonly state: 'ticked' | 'empty' | 'doubtful';
}

/**
 * What is kept of one side until a person has looked: the boxes that are not empty. Two ticks where one is
 * asked for are doubtful, both of them.
 */
export function boxesToLookAt(boxes: readonly SeenBox[]): readonly ReadBox[] {
  const ticks = boxes.filter(({ state }) => state === 'ticked');
  const isPlain = ({ field, value }: SeenBox) =>
    MANY.has(field) || ticks.every((tick) => tick.field !== field || tick.value === value);
  return boxes.flatMap((box): readonly ReadBox[] => {
    const { step, field, value, state } = box;
    if (state === 'empty') return [];
    return [{ step, field, value, isDoubtful: state === 'doubtful' || !isPlain(box) }];
  });
}

/** What was read of a question from both sides, and no person has saved yet. */
export function readFor(step: StepName, { paper }: Answers): readonly ReadBox[] {
  return [...(paper.front ?? []), ...(paper.back ?? [])].filter((box) => box.step === step);
}

/**
 * The answers as a question shows them to whoever has the paper in their hand: with the plain ticks put in.
 * They are kept by saving that question, and by nothing else. A doubtful one is a no.
 */
export function withTicks(step: StepName, given: Answers): Answers {
  const ticks = readFor(step, given).filter(({ isDoubtful }) => !isDoubtful);
  if (ticks.length === 0) return given;
  const all = (name: string) => {
    const field = onPaper(name, given);
    return ticks.filter((tick) => tick.field === field).map(({ value }) => value);
  };
  const one = (name: string) => all(name)[0];
  // A name is written by hand and not read: without it, this question is never taken as it stands.
  if (step === 'credit') return shownWith(given, { credit: { as: one('as') } });
  if (step === 'explained')
    return shownWith(given, {
      explained: { by: one('by'), how: one('how'), interpreter: one('interpreter') },
    });
  if (step === 'describe')
    return shownWith(given, {
      pictures: given.pictures.map((picture) => ({
        ...picture,
        drawing: one(`drawing-${picture.file}`) === 'yes',
      })),
    });
  const taken = takeStep(step, { one, all }, given);
  return taken.kind === 'taken' ? taken.answers : given;
}

function shownWith(given: Answers, more: object): Answers {
  const read = answers.safeParse(JSON.parse(JSON.stringify({ ...given, ...more })));
  return read.success ? read.data : given;
}

/** A picture has its file in the name of a field on a phone, and its number from 0 on paper. */
function onPaper(name: string, { pictures }: Answers): string {
  const at = pictures.findIndex(({ file }) => name.endsWith(`-${file}`));
  const file = pictures[at]?.file ?? '';
  return at < 0 ? name : `${name.slice(0, -file.length)}${at}`;
}
