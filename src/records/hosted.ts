import { z } from 'astro/zod';

const repository = z.string().regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)+$/, {
  error: 'is not the name of a repository, such as our-group/archive',
});
const branch = z
  .string()
  .regex(/^[\w-][\w./-]*$/, { error: 'is not the name of a branch' })
  .default('main');
const server = z.string().regex(/^https:\/\/[\w.-]+(:\d+)?$/, {
  error: 'is not the address of a server: https:// and its name, without a path',
});

/**
 * `cms` in `content/settings.yaml`: the editor over a private repository elsewhere, without the archive's
 * own server (docs/hosted.md). Secrets never stand here: GitLab's application has none, and GitHub's
 * is kept by the server that signs people in.
 */
export const hosted = z.discriminatedUnion('backend', [
  z.strictObject({
    backend: z.literal('github'),
    repository,
    branch,
    /** The OAuth proxy that keeps the application's secret. */
    sign_in: server,
  }),
  z.strictObject({
    backend: z.literal('gitlab'),
    repository,
    branch,
    /** The id of the application there, which may be known to anybody. */
    application: z.string().regex(/^[\w-]{8,128}$/, { error: 'is not the id of an application' }),
    host: server.default('https://gitlab.com'),
  }),
]);
export type HostedSettings = z.infer<typeof hosted>;
