import { Hono } from 'hono';
import { languagesOn } from '#i18n/languages.ts';
import { STEP_NAMES } from '#intake/contribution/steps.ts';
import type { Desk } from '#server/desk-context.ts';
import { keptNowhere } from '#server/kept-nowhere.ts';
import { secretIn } from '#server/sign-in.ts';
import { sendFile } from '#server/site/site-files.ts';
import { spokenFile } from '#server/spoken.ts';
import type { Env } from './env.ts';
import { visitorOf } from './share-open.ts';

/** `/share/spoken/`: the questions of the form read out, to whoever may answer them. */
export function shareSpokenRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/share/spoken/:language/:step', async ({ req }) => {
    const visitor = await visitorOf(desk, secretIn(req.raw));
    const language = languagesOn('desk').find((each) => each === req.param('language'));
    const step = STEP_NAMES.find((each) => each === req.param('step'));
    const isAsked = visitor !== undefined && language !== undefined && step !== undefined;
    const found = isAsked ? await spokenFile(desk, { language, step }) : undefined;
    return keptNowhere(
      found === undefined ? new Response(null, { status: 404 }) : await sendFile(req.raw, found),
    );
  });
  return routes;
}
