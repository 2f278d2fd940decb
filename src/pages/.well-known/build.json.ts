import { releasedArchive } from '#components/released-archive.ts';

/** The day this site was built for: an alarm outside reads it to notice when builds have stopped. */
export async function GET(): Promise<Response> {
  const { site } = releasedArchive();
  return Response.json({ builtFor: site.builtFor });
}
