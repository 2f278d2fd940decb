/** A story file as it was published elsewhere: its title apart, and its closing list of credits apart. */
export interface StoryWords {
  readonly title?: string | undefined;
  readonly body: string;
}

const TITLE = /^\uFEFF?#[ \t]+([^\r\n]+)\r?\n/;
/** A closing section of nothing but "* Licence: …" lines: its facts stand in the manifest. */
const CREDITS =
  /(?:^|\n)#{0,6}[ \t]*\r?\n(?:[ \t]*[*-][ \t]+(?:License|Licence|Text|Illustration|Translation|Language|Source|Note|Photographs?|Audio|Adaptation)s?\b[^\n]*(?:\n|$))+\s*$/i;

/** Takes off the title and the credits, which the record holds; every other letter stays. */
export function storyWords(markdown: string): StoryWords {
  const title = TITLE.exec(markdown);
  const rest = title === null ? markdown : markdown.slice(title[0].length);
  return { title: title?.[1]?.trim(), body: rest.replace(CREDITS, '\n') };
}
