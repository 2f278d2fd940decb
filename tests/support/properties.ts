import fc from 'fast-check';

/**
 * Random inputs are the same ones in every `npm test`, so that it passes or fails by what was
 * changed; `npm run prove` draws new ones each time. Every test takes fast-check from here.
 */
if (process.env['PROVE'] === undefined) fc.configureGlobal({ seed: 20_261_130 });

export { fc };
