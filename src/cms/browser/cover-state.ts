import type { PictureBox } from '#media/cover.ts';
import type { ToolWords } from '#cms/tool-words.ts';

/** Which picture is covered, in whose words, and what is done with the copy. */
export interface CoverProps {
  readonly id: string;
  readonly entry: string;
  readonly file: string;
  readonly told: ToolWords<'cover'>;
  readonly onMade: (file: string) => void;
  readonly onLeave: () => void;
}

export interface CoverState {
  readonly boxes: readonly PictureBox[];
  readonly crop?: PictureBox | undefined;
  /** The box that was changed last, by its number from 0, or the frame. */
  readonly last?: number | 'crop' | undefined;
  readonly isMaking?: boolean;
  readonly problem?: string | undefined;
}

export interface CoverSelf {
  readonly props: CoverProps;
  readonly state: CoverState;
  readonly setState: (change: Partial<CoverState>) => void;
  readonly make: () => Promise<void>;
  /** The id of what is to have the focus once it is drawn. */
  focusOn?: string | undefined;
}

/** Takes a box away; whoever used the keyboard goes on at the box before it. */
export function takeBoxOut(self: CoverSelf, at: number): void {
  const boxes = self.state.boxes.filter((_, index) => index !== at);
  self.focusOn = boxes.length > 0 ? boxId(self, Math.max(0, at - 1)) : undefined;
  self.setState({ boxes, last: undefined });
}

/** The id on the page of a box, or of the frame. */
export function boxId({ props }: CoverSelf, at: number | 'crop'): string {
  return `${props.id}-${at}`;
}

/** What cannot be seen cannot be covered. */
export function notSeen(self: CoverSelf): void {
  self.setState({ problem: self.props.told.said.problem['not-read'] });
}
