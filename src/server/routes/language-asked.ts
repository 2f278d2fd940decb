import type { HonoRequest } from 'hono';
import { FIRST } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';

/** The language that an address of the desk asks for with `?lang=`; `otherwise` where it names none. One that the desk is not offered in is English. */
export function languageAsked(req: HonoRequest, otherwise: string = FIRST): string {
  return interfaceIn(req.query('lang') ?? otherwise, 'desk').lang;
}
