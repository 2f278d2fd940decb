import type { Control } from './control.ts';

/** One for each kind of file that a machine reads by its form. */
const NOT_WELL_FORMED: Readonly<Record<string, string>> = {
  'form.xml': '<rss><title>a\u000bb</title></rss>',
  'form.json': '{"a":1,}',
  'form.html': '<!doctype html><script type="application/ld+json">{"a":</script>',
  'robots.txt': 'Disallow /\n',
};

/** Files that no reader could read, and one that every reader can. */
export function formControls(): readonly Control[] {
  const feed = '<?xml version="1.0"?><rss><title>b</title></rss>\n';
  return [
    ...Object.entries(NOT_WELL_FORMED).map(([file, text]): Control => ({
      name: `form of ${file}`,
      file,
      bytes: Buffer.from(text),
      mustFind: [{ rule: 'not-well-formed' }],
    })),
    { name: 'clean-feed', file: 'clean.xml', bytes: Buffer.from(feed), mustFind: [] },
  ];
}
