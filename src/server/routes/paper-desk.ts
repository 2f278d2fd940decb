import { Hono } from 'hono';
import { receiptPolicy } from '#desk/receipt-policy.ts';
import type { Desk } from '#server/desk-context.ts';
import { sheetInSettings } from '#server/frame-in-settings.ts';
import { paperPage } from '#server/paper-page.ts';
import { mayDo } from '#server/roles.ts';
import { signInFirst } from '#server/sign-in-first.ts';
import { secretIn } from '#server/sign-in.ts';
import { type Env, eitherWay } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { noStore } from './no-store.ts';

/** `/desk/paper/`: the form to print, in the language that the address asks for. It holds nothing of the archive. */
export function paperRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.on('GET', eitherWay('/desk/paper'), noStore, async (context) => {
    const { req } = context;
    const language = languageAsked(req);
    const { role } = (await desk.signIns.visitor(secretIn(req.raw))) ?? {};
    if (!mayDo(role, 'share')) return signInFirst(desk, language);
    const sheet = await sheetInSettings(desk.repository);
    const page = await paperPage(await desk.pages(), { language, sheet });
    context.header('Content-Security-Policy', `${receiptPolicy(page)}; frame-ancestors 'none'`);
    return context.html(page);
  });
  return routes;
}
