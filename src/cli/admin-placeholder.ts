import type { AdminFiles } from '#gateway/desk-context.ts';

/** Stands where the page of the desk will be. */
export function adminFiles(): AdminFiles {
  return {
    policy: "default-src 'none'; frame-ancestors 'none'",
    read: async (path) =>
      path === 'index.html' ? { body: PAGE, type: 'text/html; charset=utf-8' } : undefined,
  };
}

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>The desk</title><h1>The desk</h1><p>You are signed in. The page for editing is not here yet.</p></html>\n';
