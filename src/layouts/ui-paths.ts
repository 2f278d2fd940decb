import { releasedArchive } from '#components/released-archive.ts';

/** One set of route parameters for each interface language: the first has no prefix. */
export async function uiPaths(): Promise<
  { params: { ui: string | undefined }; props: { ui: string } }[]
> {
  const { site } = releasedArchive();
  return site.languages.map((ui) => ({
    params: { ui: ui === site.languages[0] ? undefined : ui },
    props: { ui },
  }));
}

/** The same, for each of several things that have a page of their own; in all languages where it names none. */
export async function uiPathsFor<Params extends object, Props extends object>(
  things: readonly {
    readonly params: Params;
    readonly props: Props;
    readonly languages?: readonly string[];
  }[],
): Promise<{ params: Params & { ui: string | undefined }; props: Props & { ui: string } }[]> {
  const languages = await uiPaths();
  return languages.flatMap((language) =>
    things
      .filter(({ languages: own }) => own?.includes(language.props.ui) ?? true)
      .map((thing) => ({
        params: { ...thing.params, ...language.params },
        props: { ...thing.props, ...language.props },
      })),
  );
}
