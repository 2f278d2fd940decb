/** What Decap puts on the page, as far as the desk uses it. Its own types are for its bundle only. */
export type ReactNode = unknown;

export interface ImmutableMap {
  readonly get: (key: string) => unknown;
  readonly getIn: (path: readonly string[]) => unknown;
  readonly clear: () => ImmutableMap;
  readonly merge: (more: unknown) => ImmutableMap;
  readonly toJS: () => Record<string, unknown>;
}

/** What a widget of the editor is given. */
export interface ControlProps {
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly forID: string;
  readonly classNameWrapper: string;
  readonly field: ImmutableMap;
  /** As it was when the field was drawn last. */
  readonly entry: ImmutableMap | undefined;
  /** As it is now. */
  readonly getEntry?: () => ImmutableMap | undefined;
  /** Of the groups and the list item it stands in, from the outermost; fields of one group have the same. */
  readonly parentIds?: readonly string[];
}

export interface ComponentInstance<State> {
  readonly props: ControlProps;
  readonly state: State;
  readonly setState: (change: Partial<State>) => void;
}

export interface Backend {
  readonly request: (payload: BackendRequest) => Promise<unknown>;
  readonly persistEntry: (entry: SavedEntry, options: unknown) => Promise<unknown>;
  readonly updateUnpublishedEntryStatus: (...asked: unknown[]) => Promise<unknown>;
}

export interface BackendRequest {
  readonly action: string;
  readonly params: Record<string, unknown>;
}

export interface SavedEntry {
  readonly dataFiles: readonly {
    readonly raw: string;
    readonly path: string;
    readonly slug?: string;
  }[];
}

export interface EditorComponent {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly unknown[];
  readonly pattern: RegExp;
  readonly fromBlock: (match: RegExpMatchArray) => Record<string, string>;
  readonly toBlock: (data: Record<string, string | undefined>) => string;
  readonly toPreview: (data: Record<string, string | undefined>) => string;
}

interface Cms {
  readonly init: (options: { readonly config: unknown }) => void;
  readonly getBackend: (name: string) => { init: (config: unknown, options: unknown) => Backend };
  readonly registerBackend: (
    name: string,
    backend: new (config: unknown, options: unknown) => object,
  ) => void;
  readonly registerCustomFormat: (
    name: string,
    extension: string,
    format: {
      readonly fromFile: (text: string) => object;
      readonly toFile: (data: Record<string, unknown>, order?: readonly string[]) => string;
    },
  ) => void;
  readonly registerWidget: (widget: Readonly<Record<string, unknown>>) => void;
  readonly registerLocale: (language: string, words: unknown) => void;
  readonly getLocale: (language: string) => Record<string, unknown>;
  readonly registerEditorComponent: (component: EditorComponent) => void;
  readonly registerPreviewTemplate: (collection: string, component: unknown) => void;
  readonly registerPreviewStyle: (style: string, how: { readonly raw: true }) => void;
  readonly registerMediaLibrary: (library: Readonly<Record<string, unknown>>) => void;
  readonly registerEventListener: (listener: {
    readonly name: string;
    readonly handler: (event: { readonly entry: ImmutableMap }) => unknown;
  }) => void;
}

declare global {
  interface Window {
    CMS: Cms;
    CMS_MANUAL_INIT?: boolean;
    h: (type: unknown, props?: object | null, ...children: ReactNode[]) => ReactNode;
    createClass: <State>(
      spec: object & ThisType<ComponentInstance<State> & Record<string, unknown>>,
    ) => unknown;
  }
}

/** Decap hands lists and groups over as immutable values, and what was just changed as plain ones. */
export function plainValue(value: unknown): unknown {
  const kept = value as { toJS?: () => unknown } | null | undefined;
  return typeof kept?.toJS === 'function' ? kept.toJS() : value;
}

/** The record as it is now, in whichever field it was changed. */
export function entryNow({ entry, getEntry }: ControlProps): ImmutableMap | undefined {
  return getEntry?.() ?? entry;
}

const OFTEN = 400;

/** Decap draws a field again only when its own value changes: this tells of a change anywhere. */
export function whenChanged(read: () => unknown, then: () => void): () => void {
  let last = read();
  const timer = window.setInterval(() => {
    const now = read();
    if (now === last) return;
    last = now;
    then();
  }, OFTEN);
  return () => window.clearInterval(timer);
}

let shownId = '';

/** Said by the field that holds the number of a story, which every form of a story has. */
export function rememberId(id: string): string {
  shownId = id;
  return id;
}

/**
 * The id of the contribution on the screen: from its address, or the new number just given. Fields
 * inside a group may hold an entry from before that number was given, hence the remembered one.
 */
export function entryId(entry: ImmutableMap | undefined): string {
  const slug = String(entry?.get('slug') ?? '');
  return slug.split('/')[0] || String(entry?.getIn(['data', 'id']) ?? shownId);
}

export function isNew(entry: ImmutableMap | undefined): boolean {
  return entry?.get('newRecord') === true;
}
