import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { deskOver } from '#cli/open-desk.ts';
import { repositoryOf } from '#state/content-source.ts';
import { stateOf } from '#state/state.ts';
import { lastSite } from '#server/open-desk.ts';
import { DESK_DAY } from './small-desk.ts';

/** The desk as a process that can be killed: `desk-child.ts <content> <first site>`; tells its port and a code. */
const [content = '', folder = ''] = process.argv.slice(2);
const repository = await repositoryOf(content);
if (repository === undefined) throw new Error('The content is not in git.');
const site = (await lastSite(stateOf(content).desk)) ?? { folder, tombstones: [] };
const { desk, handle } = await deskOver({ repository, content, site, today: () => DESK_DAY });
const server = serve({ fetch: (request) => handle(request), port: 0 }, async () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(
    `${JSON.stringify({ port, code: await desk.signIns.invite('facilitator') })}\n`,
  );
});
