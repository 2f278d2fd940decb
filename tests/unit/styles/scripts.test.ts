import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { endonym, scriptOf } from '#i18n/language.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { type ScriptCode, SCRIPTS, typefaceOf, type WrittenScript } from '#i18n/scripts.ts';
import { OFTEN_TOLD_IN } from '#i18n/told-in.ts';
import { JOINING_SCRIPTS } from '#styles/whole-script.ts';

/** Every language that people meet the archive in, or are offered to write in. */
const SPOKEN = [...new Set([...Object.keys(LANGUAGES), ...OFTEN_TOLD_IN])];
const read = (file: string): string => readFileSync(`src/styles/${file}`, 'utf8');

interface Rule {
  readonly selectors: readonly string[];
  readonly sets: ReadonlyMap<string, string>;
}

/** A style as one line, without comments. */
const plain = (style: string): string =>
  style.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\s+/g, ' ');

/** The rules of a style sheet in their order, each `:is(a, b)` as `a` and `b`. */
function rulesOf(style: string): readonly Rule[] {
  return [...plain(style).matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, head = '', body = '']) => ({
    selectors: head.split(/,(?![^(]*\))/).flatMap((selector) => eachOf(selector.trim())),
    sets: new Map(
      body.split(';').flatMap((line) => {
        const [name = '', ...value] = line.split(':');
        return value.length === 0 ? [] : [[name.trim(), value.join(':').trim()]];
      }),
    ),
  }));
}

function eachOf(selector: string): readonly string[] {
  const [, before = '', list] = /^(.*?):is\(([^)]*)\)$/.exec(selector) ?? [];
  return list?.split(',').map((one) => before + one.trim()) ?? [selector];
}

const RULES = rulesOf(read('scripts.css'));

/** Whether a selector that asks for a language alone means an element in `tag`. */
function means(selector: string, tag: string): boolean {
  const asked = /^\[lang\|='([\w-]+)'(?: i)?\](?::not\(\[lang\|='([\w-]+)'(?: i)?\]\))?$/.exec(
    selector,
  );
  if (asked === null) return selector === '[lang]';
  const [, wanted = '', except] = asked;
  const within = (prefix: string): boolean => tag === prefix || tag.startsWith(`${prefix}-`);
  return within(wanted) && !(except !== undefined && within(except));
}

/** What a language is drawn with, as the last rule that means it says. */
function setFor(tag: string, name: string): string | undefined {
  return RULES.filter(({ selectors }) => selectors.some((each) => means(each, tag)))
    .findLast(({ sets }) => sets.has(name))
    ?.sets.get(name);
}

/** The families that letters are kept of, each with the letters that its file is asked for. */
const FACES = rulesOf(read('letters/letters.css')).map(({ sets }) => ({
  family: sets.get('font-family')?.replaceAll("'", ''),
  ranges: (sets.get('unicode-range') ?? '').split(/, ?/).map((range) => {
    const [from = 0, to = from] = range
      .slice(2)
      .split('-')
      .map((point) => parseInt(point, 16));
    return { from, to };
  }),
}));

const holds = (family: string, letter: string): boolean =>
  FACES.filter((face) => face.family === family).some(({ ranges }) =>
    ranges.some(({ from, to }) => {
      const point = letter.codePointAt(0) ?? 0;
      return point >= from && point <= to;
    }),
  );

describe.each(SPOKEN)('%s', (tag) => {
  const script = scriptOf(tag);

  test('is written in a script that the archive has letters of', () => {
    expect(Object.keys(SCRIPTS)).toContain(script);
  });

  test.runIf(script !== 'Latn')('is drawn in letters that are kept here, its own name too', () => {
    const [latin, own = ''] = (setFor(tag, '--face') ?? '').split(', ');
    expect(latin).toBe("'Latin letters'");
    const family = own.replaceAll("'", '');
    expect(
      [...endonym(tag)].filter((letter) => letter !== ' ' && !holds(family, letter)),
      `src/styles/scripts.css draws ${tag} in ${family}`,
    ).toEqual([]);
    // What has a weight of its own for the head of a page says so: none of these.
    expect(setFor(tag, '--face-head')).toMatch(/^'Latin letters'|^var\(--face\)$/);
    expect(setFor(tag, '--face-words')).toMatch(/^'Latin letters'|^var\(--face(?:-head)?\)$/);
  });

  test('has bold letters and tight heads only where it is written in Latin ones', () => {
    const isLatin = script === 'Latn';
    expect(setFor(tag, '--bold')).toBe(isLatin ? '700' : '400');
    expect(setFor(tag, '--tight')).toBe(isLatin ? '-0.01em' : '0');
  });
});

test.each(Object.keys(SCRIPTS) as ScriptCode[])(
  '%s: a text of which nobody said the language is drawn in the typeface of its row',
  (script) => {
    const { language, letters } = SCRIPTS[script];
    expect(scriptOf(language)).toBe(script);
    if (script !== 'Latn')
      expect(setFor(language, '--face')).toContain(`, '${letters.typeface}', `);
  },
);

test.each([
  ...new Map([
    ...Object.entries<WrittenScript>(SCRIPTS).flatMap(([script, { inAnotherHand }]) =>
      Object.keys(inAnotherHand ?? {}).map((tag) => [tag, script as ScriptCode] as const),
    ),
    ...Object.entries(LANGUAGES).flatMap(([tag, { script }]) =>
      script === 'Latn' ? [] : [[tag, script] as const],
    ),
  ]),
])('%s is drawn in the hand that its own name is cut from', (tag, script) => {
  const { typeface } = typefaceOf(tag, script);
  for (const face of ['--face', '--face-head', '--face-words'])
    expect(setFor(tag, face), face).toMatch(
      new RegExp(`^'Latin letters', '?${typeface}'?, |^var\\(--face(-head)?\\)$`),
    );
});

test('Arabic and Persian are drawn in Naskh, Urdu, Shahmukhi and Kashmiri in Nastaliq', () => {
  const handOf = (tag: string) => setFor(tag, '--face')?.split(', ')[1]?.replaceAll("'", '');
  expect(['ar', 'fa', 'ar-EG'].map(handOf)).toEqual([
    ...['Noto Naskh Arabic', 'Vazirmatn', 'Noto Naskh Arabic'],
  ]);
  for (const tag of ['ur', 'pa-Arab', 'pnb', 'ks']) expect(handOf(tag)).toBe('Noto Nastaliq Urdu');
});

test.each(Object.values(JOINING_SCRIPTS).flatMap(({ languages }) => languages))(
  '%s: a page that needs the whole script is drawn with it, in the page’s own language and in another',
  (tag) => {
    const [, own = ''] = (setFor(tag, '--face') ?? '').split(', ');
    for (const between of [' ', '']) {
      const rule = RULES.findLast(({ selectors }) =>
        selectors.includes(`[data-letters='whole']${between}[lang|='${tag}']`),
      );
      expect(rule?.sets.get('--face'), between).toContain(`, ${own.slice(0, -1)} Whole', `);
    }
    const whole = own.slice(1, -1);
    expect(FACES.map(({ family }) => family)).toContain(`${whole} Whole`);
  },
);
