"""The look of the audit's report, beside that of a single report, and what makes it nicer where scripts run."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from licheck.reports._html import Html
from licheck.reports._html_style import STYLE

_MORE_STYLE = """
:root { --b-complies: #a9cdb6; --b-lacks: #a3231d; --b-excused: #b9b3a8; --b-unsure: #b97c14; --b-unsure-ground: #fbe7b8; }
@media (prefers-color-scheme: dark) {
  :root { --b-complies: #3f7d56; --b-lacks: #f08378; --b-excused: #6c6a66; --b-unsure: #f0c469; --b-unsure-ground: #5a4517; }
}
.b-complies { fill: var(--b-complies); } .b-lacks { fill: var(--b-lacks); } .b-excused { fill: var(--b-excused); }
.b-unsure { fill: url(#hatch); }
.stripe { stroke: var(--b-unsure); stroke-width: 2; } .stripe-ground { fill: var(--b-unsure-ground); }
svg.defs { position: absolute; }
svg.bar { display: block; width: 100%; min-width: 7rem; height: .8rem; border-radius: 2px; margin-top: .35rem; }
svg.bar.wide { height: 1.6rem; margin: 1rem 0 .5rem; }
svg.chart { display: block; width: 100%; min-width: 40rem; height: auto; }
.chart text { font: 12px var(--sans); fill: var(--soft); font-variant-numeric: tabular-nums; }
.chart .heading { font-weight: 600; fill: var(--ink); } .chart .value { fill: var(--ink); font-weight: 600; }
.chart .end { text-anchor: end; } .chart .mid { text-anchor: middle; } .chart .year { font-weight: 600; }
.chart .grid { stroke: var(--line); } .chart .line { fill: none; stroke: var(--link); stroke-width: 2.25; }
.chart .point { fill: var(--card); stroke: var(--link); stroke-width: 2.25; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin: .5rem 0 1rem; font-size: .875rem; color: var(--soft); }
.key svg { width: .9rem; height: .9rem; margin-right: .4rem; vertical-align: -.1rem; border-radius: 2px; }
section { margin-top: 3.25rem; }
nav.toc ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 0; padding: .6rem 0; border-block: 1px solid var(--line); font-size: .925rem; }
.counts b { font-family: var(--serif); font-size: 2.1rem; line-height: 1.1; display: block; margin: 0; }
.counts li { max-width: 13rem; color: var(--soft); font-size: .925rem; line-height: 1.35; }
.counts .big b { color: var(--ink); } .counts .bad b { color: var(--failed); }
td.num, th.num { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.bars { width: 24%; min-width: 8rem; } td:nth-child(-n+2) { min-width: 0; } td.name.name { min-width: 12rem; } .day { white-space: nowrap; }
td small { display: block; }
.group { border-bottom: 1px solid var(--line); }
.group > summary { color: var(--ink); padding: .55rem 0; }
.group > summary b { font-weight: 600; } .group > summary .soft { margin-left: .5rem; }
.cases { list-style: none; margin: 0 0 .75rem; padding: 0 0 0 1.1rem; content-visibility: auto; contain-intrinsic-size: auto 200rem; }
.cases > li { padding: .3rem 0; border-top: 1px solid var(--line); }
.cases summary { color: var(--ink); padding: .15rem 0; }
.cases summary b { font-weight: 500; color: var(--link); } .cases small { white-space: nowrap; }
.cases i { font-size: .875rem; font-style: normal; color: var(--soft); } .cases .s-lacks i { color: var(--failed); } .cases .s-unsure i { color: var(--unsure); }
.finding { margin-top: .75rem; } .finding .which { margin: 0 0 .35rem; }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
.beside > * { min-width: 0; } .beside > * + * { border-left: 1px solid var(--line); padding-left: 2rem; }
.beside h3 { margin: 0; font-size: .8rem; color: var(--soft); font-weight: 600; }
.finding .reason { font-size: 1.02rem; }
fieldset { border: 0; padding: 0; margin: .75rem 0; display: flex; flex-wrap: wrap; gap: .35rem; align-items: center; }
legend { float: left; font-size: .875rem; color: var(--soft); margin-right: .5rem; min-width: 7rem; }
.pick { position: relative; }
.pick input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.pick span { display: block; border: 1px solid var(--line); border-radius: 99px; padding: .2rem .8rem; font-size: .875rem; background: var(--card); }
.pick input:checked + span { background: var(--ink); color: var(--ground); border-color: var(--ink); }
.pick input:focus-visible + span { outline: 3px solid var(--link); outline-offset: 2px; }
.search { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; margin: 1rem 0 .25rem; }
.search input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 4px; padding: .45rem .7rem; flex: 1 1 22rem; max-width: 34rem; }
.search input:focus-visible, button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
button { font: inherit; color: var(--link); background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: .4rem .9rem; cursor: pointer; }
[hidden] { display: none !important; }
.told { border-left: 5px solid var(--line); padding: .25rem 0 .25rem 1rem; max-width: 46rem; }
.only-print { display: none; }
@media (max-width: 44rem) {
  .beside { grid-template-columns: 1fr; } .beside > * + * { border-left: 0; padding-left: 0; }
  td.num { text-align: left; } td.bars { width: auto; } td.name.name { min-width: 0; } td[data-name]::before { content: attr(data-name) " "; color: var(--soft); }
  legend { float: none; }
}
@media print {
  :root { --b-complies: #c9d9cf; --b-lacks: #8a0f0a; --b-excused: #aaa; --b-unsure: #5c3900; --b-unsure-ground: #f4ead2; }
  svg rect, svg path { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  section { margin-top: 1.6rem; } section.start { break-before: page; }
  nav.toc, .filters, .search, .more, .not-print { display: none; }
  .group:not([open]), .fold:not([open]) { display: none; }
  details:not([open])::details-content { content-visibility: hidden; block-size: 0; }
  .only-print { display: block; }
  tr, svg.chart, .counts, .cases > li { break-inside: avoid; }
  svg.chart { min-width: 0; } .scroll { overflow: visible; }
  a { text-decoration: none; } .cases { content-visibility: visible; }
}
"""

SCRIPT = r"""
(() => {
  'use strict';
  const root = document.documentElement, $ = (id) => document.getElementById(id);
  root.classList.add('js');
  const packs = new Map();
  const loaded = document.readyState === 'loading'
    ? new Promise((done) => document.addEventListener('DOMContentLoaded', done)) : null;
  const unpack = (number) => {
    if (!packs.has(number)) packs.set(number, (async () => {
      if (!$('pack-' + number)) await loaded; // the packs stand at the end of the page
      const bytes = Uint8Array.from(atob($('pack-' + number).textContent.trim()), (sign) => sign.charCodeAt(0));
      const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      return JSON.parse(await new Response(plain).text());
    })());
    return packs.get(number);
  };
  // Rows whose evidence is packed become rows that open; they do so when they come into sight.
  const ready = (row) => {
    const packed = row.dataset.e;
    if (!packed || row.firstElementChild.tagName === 'DETAILS') return;
    const fold = document.createElement('details'), head = document.createElement('summary');
    const link = row.querySelector('a');
    if (link) {
      const name = document.createElement('b');
      name.textContent = link.textContent;
      row.dataset.u = link.href;
      link.replaceWith(name);
    }
    head.append(...row.childNodes);
    fold.append(head);
    row.append(fold);
    fold.addEventListener('toggle', async () => {
      if (!fold.open || fold.childElementCount > 1) return;
      const space = document.createElement('div');
      fold.append(space);
      const [number, place] = packed.split('.');
      try {
        space.innerHTML = (await unpack(number))[place];
      } catch {
        space.textContent = 'This browser is too old to show it: take a newer one.';
      }
    });
  };
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) {
      seen.unobserve(entry.target);
      for (const row of entry.target.children) ready(row);
    }
  }, {rootMargin: '400px'});
  const watch = (fold) => fold.querySelectorAll('.cases').forEach((list) => seen.observe(list));
  document.addEventListener('toggle', (event) => {
    if (event.target.open && event.target.classList.contains('group')) watch(event.target);
  }, true);
  document.querySelectorAll('.group[open]').forEach(watch);

  const box = $('words'), groups = $('groups'), found = $('found'), list = $('found-list'), told = $('found-told');
  if (!box) return;
  const more = $('found-more');
  document.querySelector('.search').hidden = false;
  let index = null, hits = [], shown = 0;
  const rows = () => {
    if (index) return index;
    index = [];
    for (const group of groups.querySelectorAll('.group')) {
      const name = group.dataset.name.toLowerCase();
      for (const row of group.querySelectorAll('.cases > li')) {
        const link = row.querySelector('a[href]');
        const words = row.firstElementChild.tagName === 'DETAILS' ? row.firstElementChild.firstElementChild : row;
        index.push({row, group: group.dataset.name, kinds: ' ' + row.className + ' ', words: name + ' ' + words.textContent.toLowerCase() + ' ' + (link ? link.href : row.dataset.u || '')});
      }
    }
    return index;
  };
  const fresh = ({row, group}) => {
    const copy = row.cloneNode(true), head = copy.dataset.e && copy.querySelector('summary');
    copy.removeAttribute('id');
    if (head) copy.replaceChildren(...head.childNodes);
    const small = copy.querySelector('small');
    if (small) small.prepend(group + ', ');
    ready(copy);
    return copy;
  };
  const show = () => {
    list.append(...hits.slice(shown, shown + 50).map(fresh));
    shown = Math.min(shown + 50, hits.length);
    more.hidden = shown === hits.length;
    more.textContent = 'Show ' + Math.min(50, hits.length - shown) + ' more';
  };
  const look = () => {
    const kinds = [...document.querySelectorAll('.filters input:checked')].map((one) => one.value).filter(Boolean);
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    const idle = !kinds.length && !words.length;
    groups.hidden = !idle;
    found.hidden = idle;
    if (idle) { told.textContent = ''; return; }
    hits = rows().filter((one) => kinds.every((kind) => one.kinds.includes(' ' + kind + ' ')) && words.every((word) => one.words.includes(word)));
    list.replaceChildren();
    shown = 0;
    told.textContent = hits.length.toLocaleString('en') + ' of ' + index.length.toLocaleString('en') + ' pages';
    show();
  };
  let waiting = 0;
  box.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(look, 120); });
  box.addEventListener('focus', () => rows(), {once: true});
  document.querySelectorAll('.filters input').forEach((one) => one.addEventListener('change', look));
  more.addEventListener('click', show);
  if (box.value || document.querySelector('.filters input:checked:not([value=""])')) look();
  performance.mark('usable');
})();
"""


def digest(text: str) -> str:
    """What a Content-Security-Policy calls it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def style(kinds: list[str]) -> Html:
    """The style sheet. `kinds` are the classes of rows that can be picked: without scripts, style sheets filter."""
    rules = (
        f":root:not(.js):has(#pick-{kind}:checked) :is(.cases > li, .group):not(.{kind}) {{ display: none; }}"
        for kind in kinds
    )
    return Html("\n".join((STYLE + _MORE_STYLE, *rules, "")))
