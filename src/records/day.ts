/** `2023-02-30` and `2023-2-3` are no days. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day so many days later. Days are counted, not hours, so that a change of the clocks moves nothing. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day in a later year; 28 February where that has no 29th, so that nothing lasts longer than was said. */
export function yearsAfter(day: string, years: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const later = `${String(Number(year) + years).padStart(4, '0')}-${month}-${date}`;
  return isDay(later) ? later : `${later.slice(0, 8)}28`;
}

/** How many years a yes lasts when nothing else is said (docs/content-format.md). */
export const YEARS_OF_A_YES = 5;
