import type { MediaKind } from '#media/formats.ts';
import { type Answers, kindsGiven, MOST_PICTURES } from './answers.ts';

/** The questions that are answered with files, and of which kind. */
export const FILE_STEPS = { pictures: 'photo', sound: 'sound' } as const satisfies Readonly<
  Record<string, MediaKind>
>;
export type FileStep = keyof typeof FILE_STEPS;

/** The names of all files that these answers hold. */
export function filesIn({ pictures, sound }: Answers): readonly string[] {
  return [...pictures.map(({ file }) => file), ...(sound === undefined ? [] : [sound.file])];
}

/** Is there room for one more? A recording takes the place of the one that was there. */
export function hasRoom(step: FileStep, { pictures }: Answers): boolean {
  return step === 'sound' || pictures.length < MOST_PICTURES;
}

/**
 * The answers with a file that was taken in: one more picture, or the recording in place of the last. Who
 * is in it was not asked yet, and that is never a no. Pure.
 */
export function withFile(step: FileStep, file: string, given: Answers): Answers {
  const counted = Math.max(given.counted, numberIn(file));
  if (step === 'sound') return { ...given, counted, sound: { file } };
  const picture = { id: `f${numberIn(file)}`, file, drawing: false };
  return { ...given, counted, pictures: [...given.pictures, picture] };
}

/** The answers without a file; where it was the last of its kind, without the yes to that kind too. Pure. */
export function withoutFile(file: string, given: Answers): Answers {
  const pictures = given.pictures.filter((picture) => picture.file !== file);
  const sound = given.sound?.file === file ? undefined : given.sound;
  const left = { ...given, pictures, sound };
  const kinds = kindsGiven(left);
  const grants = Object.fromEntries(
    Object.entries(given.grants).map(([use, yes]) => [
      use,
      yes?.filter((kind) => kinds.includes(kind) || kind === 'words'),
    ]),
  );
  return { ...left, grants };
}

/** The number in a name of ours, such as `f3.jpg`. */
export const numberIn = (file: string): number => Number(/\d+/.exec(file)?.[0] ?? 0);
