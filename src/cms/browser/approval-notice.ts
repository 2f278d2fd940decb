const KEPT = 'desk-written-down';

/** Keeps over one loading of the page that a yes was written down. It holds an id and a count, no words. */
export function keepApprovalNotice(yes: { readonly id: string; readonly approved: number }): void {
  sessionStorage.setItem(KEPT, JSON.stringify(yes));
}

/** For how many people a yes was written down just before this page was loaded; told once. */
export function takeApprovalNotice(id: string): number | undefined {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (kept === null) return undefined;
  const yes = JSON.parse(kept) as { readonly id: string; readonly approved: number };
  return yes.id === id ? yes.approved : undefined;
}
