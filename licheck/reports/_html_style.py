"""The look of the HTML report: one style sheet, in the page itself.

Text has a contrast of 4.5 or more with its ground, light and dark (https://www.w3.org/TR/WCAG22/#contrast-minimum).
No meaning is in a colour alone: what is cut is struck out, what is added underlined, and verdicts are words.
"""

STYLE = """
:root {
  color-scheme: light dark;
  --ground: #fbfaf7; --card: #fff; --ink: #1e1c19; --soft: #5b554c; --line: #dcd7cd; --link: #1a4f8b;
  --failed: #9c1c17; --failed-ground: #fcebe8; --unsure: #74490a; --unsure-ground: #fdf2d9;
  --passed: #1d5f34; --passed-ground: #e7f4ea; --code: #f3f0ea;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, Cambria, "Noto Serif", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #17181a; --card: #1e2023; --ink: #e9e6e0; --soft: #aca79d; --line: #3a3c40; --link: #8fbdf2;
    --failed: #ff9d92; --failed-ground: #3b1f1d; --unsure: #f0c469; --unsure-ground: #362b15;
    --passed: #8ad6a0; --passed-ground: #1a3222; --code: #26282c;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 var(--sans); background: var(--ground); color: var(--ink); scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 76rem; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 650; text-wrap: balance; margin: 0; }
h1 { font-family: var(--serif); font-size: clamp(1.6rem, 1.2rem + 1.6vw, 2.3rem); font-weight: 600; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .75rem; }
h4 { font-size: 1rem; }
p { margin: .5rem 0; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
small, .soft { color: var(--soft); font-size: .875rem; }
code, pre { font-family: var(--mono); font-size: .85rem; }
pre { margin: .35rem 0 0; padding: .7rem .9rem; background: var(--code); border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .5rem 1rem; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.lead { font-family: var(--serif); font-size: 1.15rem; max-width: 42rem; color: var(--soft); margin: .6rem 0 2.25rem; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; list-style: none; margin: 1.5rem 0; padding: 0; }
.counts b { font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; margin-right: .25rem; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: left; color: var(--soft); font-size: .875rem; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-top: 1px solid var(--line); }
th { font-size: .8rem; font-weight: 600; color: var(--soft); }
td:nth-child(-n+2) { min-width: 11rem; }
.scroll { overflow-x: auto; }
.word { font-weight: 600; white-space: nowrap; }
.failed .word, .word.failed { color: var(--failed); }
.cant-tell .word, .word.cant-tell { color: var(--unsure); }
.passed .word, .word.passed { color: var(--passed); }
.inapplicable .word, .word.inapplicable { color: var(--soft); }
.page, .errors { margin-top: 3.5rem; padding-top: 1.5rem; border-top: 2px solid var(--ink); }
.quiet { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.quiet h2 { font-size: 1.05rem; }
.page > .reason { font-size: 1.05rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.25rem; margin: 1rem 0; font-size: .925rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; min-width: 0; }
.finding { background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--line); border-radius: 4px; padding: 1rem 1.25rem 1.15rem; margin: 0 0 1rem; }
.finding.failed { border-left-color: var(--failed); }
.finding.cant-tell { border-left-color: var(--unsure); border-left-style: dashed; }
.finding h4 { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; }
.finding .reason { font-family: var(--serif); font-size: 1.1rem; line-height: 1.5; max-width: 46rem; margin: .35rem 0 .75rem; }
.finding .facts { margin: .75rem 0; }
.finding ul { margin: 0; padding-left: 1.1rem; }
.excuse { border: 1px solid var(--line); border-radius: 4px; padding: .4rem .75rem; max-width: 46rem; background: var(--ground); }
q { quotes: "“" "”"; }
details > summary { cursor: pointer; color: var(--link); padding: .4rem 0; }
.others ul, .person { margin: .25rem 0; padding-left: 1.2rem; }
.sides { font-family: var(--serif); font-size: 1.02rem; line-height: 1.55; }
.heads, .row { display: grid; grid-template-columns: 1fr 1fr; }
.one .heads, .one .row { grid-template-columns: minmax(0, 46rem); }
.heads { font: 600 .85rem/1.4 var(--sans); color: var(--soft); position: sticky; top: 0; background: var(--ground); border-bottom: 1px solid var(--ink); z-index: 1; }
.heads > *, .row > * { padding: .4rem 1.5rem .4rem 0; min-width: 0; }
.heads > * + *, .row > * + * { padding: .4rem 0 .4rem 1.5rem; border-left: 1px solid var(--line); }
.row.zone { border-top: 1px solid var(--line); }
.row.title { font-size: 1.25rem; line-height: 1.3; font-weight: 600; }
.row.top, .row.bottom { font-family: var(--sans); font-size: .925rem; line-height: 1.5; }
.row p { margin: .15rem 0 .5rem; position: relative; padding-right: 4.25rem; }
.row .none, .row .note { padding-right: 0; }
.row .h { font-weight: 600; }
.row .none { color: var(--soft); font: italic .875rem/1.5 var(--sans); font-weight: 400; }
.row .at { position: absolute; right: 0; top: 0; color: var(--soft); font: 400 .75rem/1.9 var(--sans); font-variant-numeric: tabular-nums; }
.row .side { display: none; }
.row .note { font: 400 .85rem/1.5 var(--sans); color: var(--unsure); }
del, ins { border-radius: 2px; padding: .05em .1em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
del { color: var(--failed); background: var(--failed-ground); text-decoration: line-through; }
ins { color: var(--passed); background: var(--passed-ground); text-decoration: underline; text-underline-offset: .18em; }
del.free, ins.free { color: inherit; background: none; }
ins.free { text-decoration-style: dotted; }
.kind { font: 400 .75rem/1 var(--sans); color: var(--soft); margin-left: .25em; white-space: nowrap; }
.missing { font: 400 .925rem/1.5 var(--sans); background: var(--failed-ground); border: 2px dashed var(--failed); border-radius: 4px; padding: .5rem .75rem; margin: .5rem 0; }
.missing b { color: var(--failed); }
.missing.cant-tell { background: var(--unsure-ground); border-color: var(--unsure); }
.missing.cant-tell b { color: var(--unsure); }
.missing.excused { background: none; border-color: var(--soft); }
.missing.excused b { color: inherit; }
.missing pre { background: var(--card); }
.missing.excused pre, .missing.excused a { font-weight: 400; }
.folded { border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.folded > summary { font: 400 .9rem/1.5 var(--sans); }
.legend { font-size: .875rem; color: var(--soft); }
footer { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1rem; color: var(--soft); font-size: .875rem; }
@media (max-width: 44rem) {
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: .5rem; }
  .heads { display: none; }
  .row, .one .row { grid-template-columns: 1fr; border-top: 1px solid var(--line); }
  .row > *, .row > * + * { padding: .4rem 0; border-left: 0; }
  .row > * + * { padding-left: .9rem; border-left: 3px solid var(--line); margin-bottom: .5rem; }
  .one .row > * { padding-left: 0; }
  .row .side { display: block; font: 600 .75rem/1.5 var(--sans); color: var(--soft); }
  table, caption, tbody, tr, td { display: block; }
  td:nth-child(-n+2) { min-width: 0; }
  thead { display: none; }
  tr { border-top: 1px solid var(--line); padding: .5rem 0; }
  td { border: 0; padding: .1rem 0; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root {
    --ground: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #aaa; --link: #000;
    --failed: #8a0f0a; --failed-ground: #fff; --unsure: #5c3900; --unsure-ground: #fff;
    --passed: #0d4a22; --passed-ground: #fff; --code: #fff;
  }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .skip { display: none; }
  .heads { position: static; }
  .page:not(.quiet) { break-before: page; border-top: 0; padding-top: 0; margin-top: 0; }
  .finding, .missing, .row { break-inside: avoid; }
  h2, h3, h4, .heads { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
"""
