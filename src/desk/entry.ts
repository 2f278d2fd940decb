import { createApp } from 'astro/app/entrypoint';
import { onTree } from '#release/queries.ts';
import type { DeskPage, DrawnInput } from './drawn.ts';

const app = createApp({ streaming: false });
// What Astro would print of a fault may hold somebody's words; whoever draws is told by the answer.
app.logger.setDestination({ write: () => undefined });

/**
 * Draws one page as HTML. @throws where it could not be drawn; the fault says nothing of what was in it
 */
export async function draw(page: DeskPage, drawn: DrawnInput): Promise<string> {
  const request = new Request(`http://desk.invalid/${page}/`);
  return onTree(drawn.tree, async () => {
    const answer = await app.render(request, { locals: { drawn } });
    if (answer.status !== 200) throw new Error(`The page ${page} could not be drawn.`);
    return answer.text();
  });
}
