/** For pages with forms: under "no-referrer" one says "Origin: null", which an older browser says of a page elsewhere too. */
export const FORM_HEADERS = { 'Referrer-Policy': 'same-origin' } as const;
