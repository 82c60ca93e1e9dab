/** The look of a document that stands alone: on screen, on a phone, and on A4. */
export const DOCUMENT_CSS = `
:root { --ink: #1d2129; --soft: #555b66; --rule: #d8d3c8; --accent: #1f5a7a; --ground: #f7f5f0; --raised: #fffefb; }
* { box-sizing: border-box; }
html { background: var(--ground); color: var(--ink); font: 16px/1.5 'Source Sans 3', 'Segoe UI', system-ui, sans-serif; font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; }
body { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; background: var(--raised); overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.15; margin: .5rem 0; }
h2 { font-size: 1.4rem; line-height: 1.2; margin: 2.5rem 0 .75rem; color: var(--accent); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 .5rem; }
p { margin: .6rem 0; }
.stamps { font-weight: 600; color: var(--soft); border: 1px solid var(--rule); display: inline-block; padding: .15rem .6rem; border-radius: 4px; }
.subtitle { font-size: 1.1rem; color: var(--soft); margin: 0; }
.imprint { color: var(--soft); margin: 0 0 1.5rem; }
nav ol { columns: 18rem; padding-left: 1.4rem; margin: 0; }
a { color: var(--accent); }
a.figure { color: inherit; font-weight: 600; text-decoration: underline dotted var(--soft); text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.note { border-left: 4px solid var(--rule); padding-left: .75rem; color: var(--soft); }
.key-figures { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1rem 1.5rem; margin: 1.25rem 0; }
.key-figures li { border-top: 1px solid var(--rule); padding-top: .4rem; }
.key-figures strong { display: block; font-size: 1.75rem; line-height: 1.2; color: var(--accent); }
.key-figures a.figure { text-decoration-color: transparent; }
.key-figures small { display: block; color: var(--soft); }
.table { overflow-x: auto; margin: 1.25rem 0 .25rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35; }
caption { text-align: left; font-weight: 600; padding-bottom: .35rem; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--rule); }
th { font-weight: 600; vertical-align: bottom; }
.end { text-align: right; }
.sheets { columns: 20rem; column-gap: 2rem; }
.sheet { break-inside: avoid; padding-bottom: 1rem; }
.sheet .table { margin: 0; }
.sheet thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.under { font-size: .85rem; color: var(--soft); margin-top: .25rem; }
figure { margin: 1.5rem 0; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { font-size: .85rem; color: var(--soft); margin-top: .35rem; }
.read { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
dt { font-weight: 600; margin-top: .75rem; scroll-margin-top: 1rem; }
dt:target { background: #e4eef4; }
dd { margin: 0; color: var(--soft); font-size: .9rem; }
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #555b66; } }
@media print {
html { background: none; font-size: 10.5pt; }
body { max-width: none; padding: 0; background: none; }
h2, h3, caption, dt, p:has(+ ul) { break-after: avoid; }
figure, tr, .key-figures li, .note, dd, table:not(:has(tbody tr:nth-child(9))) { break-inside: avoid; }
.note { display: flow-root; }
figure { float: left; width: 100%; margin: .5rem 0; }
.drawn { display: flow-root; width: 100%; break-inside: avoid; }
figure svg { max-height: 215mm; }
.sheets { columns: 2; }
.sheets table, .sheets .under { font-size: 7.5pt; }
.sheets caption { font-size: 8.5pt; }
.sheets th, .sheets td { padding: .1rem .3rem .1rem 0; }
tbody tr:first-child { break-before: avoid; }
.sheet thead { display: none; }
thead { display: table-header-group; }
.under { break-before: avoid; }
.table { overflow: visible; }
p, li { orphans: 3; widows: 3; }
a, a.figure { color: inherit; text-decoration: none; }
.key-figures a.figure, .key-figures strong { color: var(--accent); }
}
`;
