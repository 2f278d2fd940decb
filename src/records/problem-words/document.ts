import type { ProblemWords } from './said.ts';

function notAllowed(what: string, next: string): ProblemWords {
  return { rule: 'not-allowed', what, next: `${next} Nothing was published.` };
}

/** What can be wrong in what facilitators write: pages and exhibitions. */
export const OF_A_DOCUMENT = {
  'code-here': notAllowed(
    'There is an import or export here, which is code.',
    'Take it out, or begin the line with another word.',
  ),
  'brackets-here': notAllowed(
    'There is something in curly brackets here, which is code.',
    'Take the brackets out, or write \\{ for the sign itself.',
  ),
  'picture-by-address': notAllowed(
    'A picture is put in by address here.',
    'Show a work with <Work id="…" />.',
  ),
  'attribute-not-text': notAllowed(
    'An attribute here is not plain text in quotation marks.',
    'Write it as name="text".',
  ),
  'tag-not-closed': notAllowed(
    'A tag that begins here is not closed.',
    'Put its closing tag behind its words.',
  ),
  'tag-closed-twice': notAllowed(
    'A tag is closed here that is not open.',
    'Take it out, or open it before its words.',
  ),
  'text-too-deep': notAllowed('Too much stands inside one another here.', 'Take it apart.'),
  'text-too-long': notAllowed('This text is too long to be one page.', 'Make two of it.'),
  'link-elsewhere': notAllowed(
    'A link here goes somewhere not allowed.',
    'Link to http(s), tel or mailto.',
  ),
  'component-not-known': ({ known }: { readonly known: readonly string[] }): ProblemWords =>
    notAllowed(
      'There is a component here that is not allowed.',
      `Use one of: ${known.join(', ')}.`,
    ),
  'attributes-not-right': ({ takes }: { readonly takes: readonly string[] }): ProblemWords =>
    notAllowed(
      'The attributes of this component are not right.',
      `It takes: ${takes.join(', ') || 'none'}.`,
    ),
  'quote-not-exact': {
    rule: 'quote-not-exact',
    what: 'These are not the exact words of the piece.',
    next: 'Copy the words again from the piece. Nothing was published.',
  },
} as const satisfies Readonly<Record<string, ProblemWords | ((facts: never) => ProblemWords)>>;
