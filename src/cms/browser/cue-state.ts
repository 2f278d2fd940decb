import type { ToolWords } from '#cms/tool-words.ts';
import type { EditCue } from './cues.ts';

/** Whose words are written, in whose language the tool speaks, and what is done with them. */
export interface CueProps {
  readonly id: string;
  readonly entry: string;
  /** The recording. */
  readonly sound: string;
  /** The transcript that is there; empty where there is none. */
  readonly file: string;
  readonly told: ToolWords<'cues'>;
  /** The language of the words; empty where nobody has said it. */
  readonly language: string;
  readonly onMade: (file: string) => void;
  readonly onLeave: () => void;
}

export interface CueState {
  /** Undefined while they are fetched, or where they could not be. */
  readonly cues?: readonly EditCue[] | undefined;
  readonly isChanged?: boolean;
  /** Somebody pressed “Keep”: from then on it is told too where words are missing. */
  readonly isAsked?: boolean;
  readonly isKeeping?: boolean;
  readonly problem?: string | undefined;
  /** Of the recording, in milliseconds. */
  readonly length?: number | undefined;
  readonly src?: string | undefined;
  readonly isPlaying?: boolean;
  readonly isSlow?: boolean;
}

export interface CueSelf {
  readonly props: CueProps;
  readonly state: CueState;
  readonly setState: (change: Partial<CueState>) => void;
  readonly fetchAll: () => Promise<void>;
  readonly keep: () => Promise<void>;
  /** Where playing one line ends, in seconds. */
  until?: number | undefined;
  /** The id of what is to have the focus once it is drawn. */
  focusOn?: string | undefined;
  isOver?: boolean;
}

/** The id on the page of the words of a line. */
export function cueTextId({ props }: CueSelf, key: number): string {
  return `${props.id}-words-${key}`;
}
