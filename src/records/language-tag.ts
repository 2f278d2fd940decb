import LANGUAGES from 'language-subtag-registry/data/json/language.json' with { type: 'json' };
import REGIONS from 'language-subtag-registry/data/json/region.json' with { type: 'json' };
import SCRIPTS from 'language-subtag-registry/data/json/script.json' with { type: 'json' };
import VARIANTS from 'language-subtag-registry/data/json/variant.json' with { type: 'json' };

/** Language, then perhaps script, region and variants; nothing else of BCP 47 is for people's words. */
const FORM =
  /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?((?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)$/i;

/**
 * A language tag in its usual case (`pa-Arab`, `en-GB`), when every part of it is registered at IANA
 * and the formats of dates and names know it; otherwise nothing. `English` is a name and no tag.
 */
export function registeredTag(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const [, language = '', script, region, variants = ''] = FORM.exec(text) ?? [];
  const low = language.toLowerCase();
  const four = script && `${script.charAt(0).toUpperCase()}${script.slice(1).toLowerCase()}`;
  const parts = variants.toLowerCase().split('-').filter(Boolean);
  const known =
    Object.hasOwn(LANGUAGES, low) &&
    (four === undefined || Object.hasOwn(SCRIPTS, four.toLowerCase())) &&
    (region === undefined || Object.hasOwn(REGIONS, region.toLowerCase())) &&
    parts.every((part) => Object.hasOwn(VARIANTS, part));
  if (!known) return undefined;
  const tag = [low, four, region?.toUpperCase(), ...parts].filter(Boolean).join('-');
  return isKnownToFormats(tag) ? tag : undefined;
}

function isKnownToFormats(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
