import { interfaceIn } from '#i18n/words.ts';
import type { Words } from '#i18n/subjects.ts';

/** How a tool of the editor speaks to whoever uses it. */
export interface ToolWords<Tool extends 'cover' | 'cues'> {
  readonly said: Words[Tool];
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** In the language of whoever is signed in: they may be sitting beside the person whose face or words it is. */
export function toolWords<Tool extends 'cover' | 'cues'>(
  language: string,
  tool: Tool,
): ToolWords<Tool> {
  const { words, lang, dir } = interfaceIn(language, 'desk');
  return { said: words[tool], lang, dir };
}
