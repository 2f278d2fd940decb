import { EVERYWHERE } from '#hosting/headers.ts';
import type { DrawnInput, DeskPage, DeskPages, DrawnFrame } from '#desk/drawn.ts';
import { sendBody } from '#server/site/compressed-body.ts';

/** The built pages: a function that draws one, and the styles and letters they ask for. */
export interface DrawnPages {
  readonly draw: (page: DeskPage, drawn: DrawnInput) => Promise<string>;
  /** By address, such as `/_desk/sign-in.66SGquRp.css`. */
  readonly assets: ReadonlyMap<string, DrawnAsset>;
}

export interface DrawnAsset {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Of the bytes, made once: they are the same as long as the program runs (`etagOf`). */
  readonly mark: string;
}

/** One answer: which page, what it says, and in which language. */
export interface Drawing<Page extends DeskPage> {
  readonly page: Page;
  readonly says: DeskPages[Page];
  /** Interface language of the page and of the frame around it. */
  readonly language: string;
  readonly inLanguage?: DrawnFrame['inLanguage'];
  readonly tree?: DrawnInput['tree'];
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Draws pages for one person each, in the frame of the site as it is now. */
export interface Drawer {
  readonly page: <Page extends DeskPage>(drawing: Drawing<Page>) => Promise<Response>;
  /** A style or a typeface of the drawn pages; nothing for any other address. */
  readonly asset: (request: Request) => Promise<Response | undefined>;
  /** The languages of the site; the first has no prefix in addresses. */
  readonly languages: () => Promise<readonly string[]>;
}

export function drawerOf(
  pages: () => Promise<DrawnPages>,
  site: () => Promise<DrawnFrame['site']>,
): Drawer {
  return {
    page: async ({ page, says, language, inLanguage, tree, status = 200, headers = {} }) => {
      const { draw } = await pages();
      const frame = { site: await site(), ui: language, inLanguage };
      const html = await draw(page, { frame, says: { [page]: says }, tree });
      return new Response(html, { status, headers: { ...NOT_KEPT, ...headers } });
    },
    asset: async (request) => {
      const { pathname } = new URL(request.url);
      return pathname.startsWith('/_desk/') ? assetOf(await pages(), request) : undefined;
    },
    languages: async () => (await site()).languages,
  };
}

/** Never kept, never told to another site, never indexed. */
const NOT_KEPT = {
  ...EVERYWHERE,
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, noai, noimageai',
};

/** Their names change with what is in them, and no piece is in them. */
const FOR_EVER = 'public, max-age=31536000, immutable';

async function assetOf({ assets }: DrawnPages, request: Request): Promise<Response | undefined> {
  const found = assets.get(new URL(request.url).pathname);
  if (found === undefined) return undefined;
  const answer = await sendBody(request, found);
  for (const [name, value] of Object.entries(EVERYWHERE)) answer.headers.set(name, value);
  answer.headers.set('Cache-Control', FOR_EVER);
  return answer;
}
