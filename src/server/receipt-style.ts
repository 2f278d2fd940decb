import { RECEIPT_LETTERS } from './receipt-letters.ts';

/** The style of a receipt: one sheet of A4 on paper, one column on a phone. No colour carries a meaning. */
export const RECEIPT_STYLE = `
@page { size: A4; margin: 11mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; color: #000; background: #fff;
  font: 1rem/1.45 '${RECEIPT_LETTERS}', 'Atkinson Hyperlegible', 'Noto Sans', 'Segoe UI', system-ui, sans-serif;
  overflow-wrap: anywhere; }
:lang(ur) { font-family: '${RECEIPT_LETTERS}', 'Noto Naskh Arabic', 'Geeza Pro', 'Segoe UI', Tahoma, serif; }
:lang(pa), :lang(hi) { font-family: '${RECEIPT_LETTERS}', 'Noto Sans Gurmukhi', 'Noto Sans Devanagari', 'Noto Sans', 'Nirmala UI', sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.05rem; margin: .9rem 0 .15rem; }
p, ul { margin: .15rem 0; }
ul { padding-inline-start: 1.2rem; }
a { color: inherit; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; overflow-wrap: normal; }
caption { text-align: start; font-weight: bold; padding-bottom: .2rem; }
th, td { border: 1px solid #555; padding: .2rem .35rem; text-align: start; font-weight: normal; }
thead th, td { text-align: center; }
thead th { font-weight: bold; }
.yes, .some { font-weight: bold; }
.mark { width: .8em; height: .8em; fill: none; stroke: #000; stroke-width: 2; }
.code { font: bold 1.9rem/1.3 ui-monospace, 'DejaVu Sans Mono', Consolas, monospace; letter-spacing: .08em;
  border: 3px solid #000; padding: .1rem .6rem; display: inline-block; overflow-wrap: normal; }
.door { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: center; }
.door > div { flex: 1 1 14rem; }
.qr { width: 9rem; height: 9rem; display: block; }
@media (max-width: 30rem) {
  body { padding: .6rem; }
  th, td { padding: .15rem .2rem; font-size: .9rem; }
  .mark { display: block; margin: 0 auto; } tbody th { overflow-wrap: anywhere; }
  .code { font-size: 1.5rem; padding: .1rem .3rem; letter-spacing: .03em; }
}
@media print {
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.3; }
  h1 { font-size: 15pt; } h2 { font-size: 10.5pt; margin-top: 2.2mm; }
  th, td { padding: .5mm 1.5mm; } .qr { width: 29mm; height: 29mm; }
  table, .door { break-inside: avoid; }
}
`;
