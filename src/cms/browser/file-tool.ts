import type { ToolWords } from '#cms/tool-words.ts';
import { fieldBeside } from './beside.ts';
import { coverTool } from './cover-tool.ts';
import { cueTool } from './cue-tool.ts';
import { entryId, type ControlProps, plainValue } from './globals.ts';
import { words } from './words.ts';

/** What a tool works from, and what is told of it. */
export interface ToolState {
  /** The file it is open over: a picture to cover, or the recording whose words are written. */
  readonly over?: string | undefined;
  readonly made?: boolean;
  readonly problem?: string | undefined;
}

interface Using {
  readonly props: ControlProps;
  readonly state: ToolState;
  readonly set: (change: ToolState) => void;
}

/**
 * The button of the tool that makes this file, where the field has one, and the tool over the form while it is
 * open. What it makes is another file, whose name is the new value.
 */
export function fileTool({ props, state, set }: Using): unknown {
  const { h } = window;
  const tool = toolOf(props);
  if (tool === undefined) return null;
  const { lang, dir, label, from, missing, draw } = tool;
  const open = (): void => {
    const over = from();
    set({ made: false, over, problem: over === undefined ? missing : undefined });
  };
  const onMade = (made: string): void => {
    props.onChange(made);
    set({ over: undefined, made: true });
  };
  return h(
    'span',
    { lang, dir },
    h('button', { type: 'button', className: 'desk-button desk-quiet', onClick: open }, label),
    state.over === undefined
      ? null
      : draw(state.over, { onMade, onLeave: () => set({ over: undefined }) }),
  );
}

/** What is said once it was made. */
export function madeByTool({ props, state }: Pick<Using, 'props' | 'state'>): unknown {
  const { h } = window;
  if (state.made !== true) return null;
  const told = plainValue(props.field.get('cover')) as ToolWords<'cover'> | undefined;
  return told === undefined
    ? h('p', null, words.sent)
    : h('p', { lang: told.lang, dir: told.dir }, told.said.check);
}

interface Ends {
  readonly onMade: (file: string) => void;
  readonly onLeave: () => void;
}

function toolOf(props: ControlProps) {
  const id = `${props.forID}-tool`;
  const entry = entryId(props.entry);
  const cover = plainValue(props.field.get('cover')) as ToolWords<'cover'> | undefined;
  const cues = plainValue(props.field.get('cues')) as ToolWords<'cues'> | undefined;
  if (cover !== undefined)
    return {
      ...{ lang: cover.lang, dir: cover.dir, label: cover.said.open },
      missing: cover.said.problem['no-picture'],
      // Of the item of the list that the safe copy stands in.
      from: () => fieldBeside(props, 'file', 1),
      draw: (file: string, ends: Ends) => coverTool({ id, entry, file, told: cover, ...ends }),
    };
  if (cues === undefined) return undefined;
  const file = typeof props.value === 'string' ? props.value : '';
  return {
    ...{ lang: cues.lang, dir: cues.dir, label: cues.said.open },
    missing: cues.said.problem['no-sound'],
    from: () => fieldBeside(props, 'file'),
    draw: (sound: string, ends: Ends) =>
      cueTool({ id, entry, sound, file, told: cues, language: languageOf(props), ...ends }),
  };
}

function languageOf({ getEntry, entry }: ControlProps): string {
  return String((getEntry?.() ?? entry)?.getIn(['data', 'language']) ?? '');
}
