/** One line of a closing list of credits: `* Text: Somebody`. */
export interface CreditLine {
  readonly label: string;
  readonly value: string;
}

/** A story file as it was published elsewhere: its title apart, and its closing list of credits apart. */
export interface StoryWords {
  readonly title?: string | undefined;
  /** Without the closing list. */
  readonly body: string;
  /** With it. */
  readonly whole: string;
  /** What the closing list says, in its order; none where there is no such list. */
  readonly credits: readonly CreditLine[];
}

const TITLE = /^\uFEFF?#[ \t]+([^\r\n]+)\r?\n/;
const CREDIT =
  /^[ \t]*[*-][ \t]+((?:License|Licence|Text|Illustration|Translation|Translated By|Language|Source|Note|Photograph|Audio|Adaptation)s?)[ \t]*:(.*)$/i;
/** What parts the list from the story: an empty line, or a heading without words. */
const PARTING = /^#{0,6}[ \t]*$/;

/** Takes the title and the closing list of credits apart; every other letter stays. */
export function storyWords(markdown: string): StoryWords {
  const title = TITLE.exec(markdown);
  const rest = title === null ? markdown : markdown.slice(title[0].length);
  return { title: title?.[1]?.trim(), whole: rest, ...creditsApart(rest) };
}

/** Line by line from the end, so that it takes no longer for a text made to be slow. */
function creditsApart(text: string): Pick<StoryWords, 'body' | 'credits'> {
  const lines = text.split('\n');
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.trim() === '') end -= 1;
  let start = end;
  const credits: CreditLine[] = [];
  for (; start > 0; start -= 1) {
    const [, label, value] = CREDIT.exec(lines[start - 1]?.trimEnd() ?? '') ?? [];
    if (label === undefined) break;
    credits.unshift({ label, value: value?.trim() ?? '' });
  }
  if (credits.length === 0 || start === 0) return { body: text, credits: [] };
  if (!PARTING.test(lines[start - 1]?.trimEnd() ?? '')) return { body: text, credits: [] };
  return { body: `${lines.slice(0, start - 1).join('\n')}\n`, credits };
}
