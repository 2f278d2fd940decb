import { type ControlProps, entryId, type ComponentInstance } from './globals.ts';
import { mediaAddress, uploadFile } from './api.ts';
import { tellBeside } from './beside.ts';
import { fileTool, madeByTool, type ToolState } from './file-tool.ts';
import { words } from './words.ts';

interface State extends ToolState {
  readonly share?: number | undefined;
  readonly sent?: boolean;
  /** What was left out of the file. */
  readonly said?: readonly string[];
  readonly unseen?: boolean;
}

const CHOOSE: Readonly<Record<string, () => string>> = {
  photo: () => words.choosePhoto,
  sound: () => words.chooseSound,
  transcript: () => words.chooseTranscript,
};

/**
 * One media file: streamed to the server as it is, shown from there, taken out of the record again.
 * The record holds only its name. Decap's own upload sends files as text, again at every save, and
 * gives up after a minute (docs/traps/decap.md, "Uploads").
 */
export function recordingWidget(): unknown {
  const { h, createClass } = window;
  return createClass<State>({
    getInitialState: () => ({}),
    componentDidMount(this: ComponentInstance<State>) {
      tellBeside(this.props, this.props.value);
    },
    componentDidUpdate(this: ComponentInstance<State>) {
      tellBeside(this.props, this.props.value);
    },
    componentWillUnmount(this: ComponentInstance<State>) {
      tellBeside(this.props, undefined);
    },
    async take(this: ComponentInstance<State>, file: File | undefined) {
      if (file === undefined) return;
      const kind = String(this.props.field.get('kind') ?? 'photo');
      this.setState({ ...NOTHING_SAID, share: 0, unseen: false });
      try {
        const { file: name, said } = await uploadFile({
          entry: entryId(this.props.entry),
          kind,
          file,
          onProgress: (share) => this.setState({ share }),
        });
        this.props.onChange(name);
        this.setState({ share: undefined, sent: true, said });
      } catch (error) {
        this.setState({ share: undefined, problem: (error as Error).message });
      }
    },
    render() {
      const self = this as unknown as ComponentInstance<State> & { take: (file?: File) => void };
      const { props, state } = self;
      const kind = String(props.field.get('kind') ?? 'photo');
      const file = typeof props.value === 'string' ? props.value : '';
      return h(
        'div',
        { className: `${props.classNameWrapper} desk-recording` },
        file && preview(props, kind, state.unseen === true, () => self.setState({ unseen: true })),
        h(
          'label',
          { className: 'desk-button', htmlFor: props.forID },
          file ? words.chooseAnother : CHOOSE[kind]?.(),
        ),
        h('input', {
          id: props.forID,
          type: 'file',
          className: 'desk-file',
          accept: String(props.field.get('accept') ?? ''),
          onChange: (event: { target: HTMLInputElement }) => self.take(event.target.files?.[0]),
        }),
        fileTool({ props, state, set: (change) => self.setState(change) }),
        file &&
          h(
            'button',
            {
              type: 'button',
              className: 'desk-button desk-quiet',
              onClick: () => {
                props.onChange('');
                self.setState(NOTHING_SAID);
              },
            },
            words.remove,
          ),
        h('div', { role: 'status' }, progress(state), madeByTool({ props, state })),
      );
    },
  });
}

const NOTHING_SAID: State = { problem: undefined, sent: false, said: [], made: false };

function progress({ share, problem, sent, said = [] }: State): unknown {
  const { h } = window;
  if (problem) return h('p', { className: 'desk-problem' }, problem);
  if (share !== undefined) {
    const percent = Math.round(share * 100);
    const said = words.sendingPercent.replace('{percent}', `${percent}%`);
    return h(
      'p',
      null,
      h('progress', { max: 100, value: percent, 'aria-label': said }),
      ` ${said}`,
    );
  }
  return sent ? [...said, words.sent].map((line) => h('p', { key: line }, line)) : null;
}

function preview(
  { value, entry }: ControlProps,
  kind: string,
  unseen: boolean,
  onUnseen: () => void,
): unknown {
  const { h } = window;
  const src = mediaAddress(entryId(entry), String(value));
  if (unseen) return h('p', null, words.noPreview);
  if (kind === 'photo') return h('img', { src, alt: '', onError: onUnseen });
  if (kind === 'sound')
    return h('audio', { src, controls: true, preload: 'none', onError: onUnseen });
  return h('p', null, h('a', { href: src, target: '_blank', rel: 'noreferrer' }, String(value)));
}
