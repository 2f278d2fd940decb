import { EVERYWHERE } from '#hosting/headers.ts';

/** An answer that is for one person: with the headers of every answer, and kept by no browser and nothing on the way. */
export function keptNowhere(answer: Response): Response {
  for (const [name, value] of Object.entries(EVERYWHERE)) answer.headers.set(name, value);
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
}
