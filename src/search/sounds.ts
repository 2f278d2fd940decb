/**
 * How a word sounds, as a row of letters that every script comes down to, so that `kahani`, कहानी, ਕਹਾਣੀ
 * and کہانی can be laid beside one another (`alike.ts`). Consonants of one place are one letter, breath and
 * doubling go; vowels stay, because without them `tea` is many words. It runs in the reader's browser.
 *
 * Letters with a meaning of their own: `@` a vowel that is not written and may not be said · `A I U` long ·
 * `E O` the open ones · `W Y` of Arabic script, a consonant or a vowel · `H` at the end of a word, a breath or
 * a vowel · `X` ain · `0` an alif that begins a word, any vowel · `N` a nasal that is often left out · `S` sh ·
 * `R` the r that is also written d · `q` c of Latin letters, k, s or ch · `Q` the vowel of "doctor" · `V` of
 * "bus" · `ʐ` a zh, which is an l in Tamil · `K C T P` of Tamil, with voice or without.
 */
import type { Script } from './keys.ts';

/** The sounds of one word by its spelling; more than one reading where Latin letters may be of English or of another language. */
export function soundsOfWord(fold: string, script: Script): readonly string[] {
  if (script === 'latin') {
    const readings = [asSpelt(fold), asEnglish(fold)];
    return readings[0] === readings[1] ? readings.slice(0, 1) : readings;
  }
  if (script === 'arabic') return [ofArabic(fold)];
  if (script === 'unspaced') return [];
  return [script === 'tamil' ? ofTamil(fold) : ofIndic(fold)];
}

const once = (sounds: string): string => sounds.replace(/(.)\1+/g, '$1');

/** From the spelling of `keys.ts`: `kahAnI`. */
function ofIndic(fold: string): string {
  return once(
    fold
      .replace(/(?<=[kgcjTDtdpb])h/g, BREATH)
      .replace(/[TDNL]/g, (letter) => INDIC[letter] ?? letter)
      .replace(/a/g, '@')
      .replace(/^@/, 'a')
      .replace(/n(?=[kgcjtd])|m(?=[pb])|M/g, 'N'),
  );
}

/** After a consonant; people who write in Latin letters often leave it out. */
const BREATH = 'ʰ';
const INDIC: Readonly<Record<string, string>> = { T: 'ʈ', D: 'ɖ', N: 'n', L: 'l' };

function ofTamil(fold: string): string {
  return ofIndic(fold).replace(/[kctʈp]/g, (letter) =>
    letter === 'ʈ' ? 'T' : letter.toUpperCase(),
  );
}

const ARABIC: Readonly<Record<string, string>> = Object.fromEntries(
  'اA آA بb پp تt ٹʈ ثθ جj چc حh خk دd ڈɖ ذz رr ڑR زz ژz سs شS صs ضz طt ظz عX غg فf قk کk گg لl مm نn ںN وW ہh ھʰ یY ےe'
    .split(' ')
    .map(([letter = '', sound = '']) => [letter, sound]),
);

function ofArabic(fold: string): string {
  // A doubled letter is not written twice, so two are two.
  return [...fold]
    .map((letter) => ARABIC[letter] ?? '')
    .join('')
    .replace(/^A(?=.)/, '0')
    .replace(/h$/, 'H')
    .replace(/Ye$/, 'Y');
}

/** Latin letters as people write a language that has another script: every letter is said. */
function asSpelt(fold: string): string {
  return once(
    rewrite(fold, [
      [/[^a-z]/g, ''],
      [/([kgcjtdpb])h+/g, `$1${BREATH}`],
      [/sh/g, 'S'],
      [/zh/g, 'ʐ'],
      [/ck/g, 'k'],
      [/x/g, 'ks'],
      [/q/g, 'k'],
      [/w/g, 'v'],
      [/aa+/g, 'A'],
      [/ii+/g, 'I'],
      [/uu+/g, 'U'],
      [/ee+/g, 'I'],
      [/oo+/g, 'U'],
      [/ou/g, 'au'],
      [/y(?![aeiouAIU])/g, 'i'],
      [/n(?=[kgcjtdpb])|m(?=[pb])/g, 'N'],
    ]),
  );
}

/** Latin letters as English says them, which is how a word that other languages borrowed is written there. */
function asEnglish(fold: string): string {
  return once(
    rewrite(fold, [
      [/[^a-z]/g, ''],
      [/^kn/, 'n'],
      [/^wr/, 'r'],
      [/wh/g, 'v'],
      [/(?<=[aiou])gh(?=t|$)/g, ''],
      [/([bcdfgklmnprstz])re$/, '$1er'],
      [/[ts]ion/g, 'S@n'],
      [/i(?=[^aeiou]e$)/, 'ai'],
      [/a(?=[^aeiou]e$)/, 'e'],
      [/air(?=$|[^aeiou])/g, 'e@r'],
      [/tch/g, 'C'],
      [/sch|ck|q/g, 'k'],
      [/c(?=[eiy])/g, 's'],
      [/ch/g, 'C'],
      [/ph/g, 'f'],
      [/sh/g, 'S'],
      [/th/g, 't'],
      [/c/g, 'k'],
      [/C/g, 'c'],
      [/g(?=[ei])/g, 'j'],
      [/x/g, 'ks'],
      [/w(?=[aeiou])/g, 'v'],
      [/(?<=[a-z]{2}[^aeiou])e$/, ''],
      [/[aeiou]r(?![aeiou])/g, '@r'],
      [/all/g, 'Ql'],
      [/ee|ea|ie/g, 'I'],
      [/oo/g, 'U'],
      [/ou|ow/g, 'au'],
      [/au|aw/g, 'O'],
      [/ai|ay|ei|ey/g, 'e'],
      [/y/g, 'i'],
      [/w/g, ''],
      [/o/g, 'Q'],
      [/u/g, 'V'],
      [/n(?=[kgcjtdpb])|m(?=[pb])/g, 'N'],
    ]),
  );
}

function rewrite(word: string, rules: readonly (readonly [RegExp, string])[]): string {
  return rules.reduce((rest, [letters, sound]) => rest.replace(letters, sound), word);
}
