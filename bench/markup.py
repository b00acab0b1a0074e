"""What the made sites are built of. Data only: class names, and markup with places for numbers and words."""

from __future__ import annotations

SECTIONS = (
    "News",
    "Local",
    "Weather",
    "Sports",
    "Business",
    "Opinion",
    "Obituaries",
    "Schools",
    "Harbor",
    "Courts",
)
CLASSES = (
    "c-block", "u-flex", "is-layout-constrained", "l-grid__column--wide", "js-track-impression", "has-ad",
    "td-pb-row", "wp-block-group", "col-md-8", "hentry", "tdi_41", "theme--light",
)  # fmt: skip
SCRIPT = (
    "window.dataLayer=window.dataLayer||[];function push(a){dataLayer.push(arguments)}"
    'push("set",{"slot":%d,"lazy":true});(function(d,s){var e=d.createElement(s);e.async=1;'
    'e.src="//static.example/t.js?v=%d";d.head.appendChild(e)})(document,"script");'
    'if(a<b&&c>%d){document.write("<div class=\\"x\\">"+a+"<\\/div>")}\n'
)
STYLE = (
    ".tdi_%d .entry-meta>a:hover{color:#%06x;text-decoration:underline}.c-%d{display:flex;margin:0 auto %dpx}"
    "@media (max-width:767px){.c-%d .u-flex{display:none}}#menu-%d li ul{visibility:hidden;opacity:0}\n"
)
ICON = (
    '<svg class="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><title>%s</title>'
    '<path d="M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm%d 15l-5-5 1.41-1.41z"/>'
    '<circle cx="12" cy="12" r="%d"/></svg>'
)
FOOTER = """<footer class="site-footer">{open}
{menu}
<form action="/subscribe"><label>Newsletter <input type="email"></label> <button>Sign up</button></form>
<p>© 2026 The Ellery Packet. {sentence}</p>{close}
</footer>
<div id="consent" style="display:none"><p>We use cookies. {sentence}</p><button>Accept</button></div>
<noscript><img src="https://stats.example/p.gif" width="1" height="1" alt=""></noscript>"""
HEAD = """<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - The Ellery Packet</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="The Ellery Packet">
<meta property="article:published_time" content="2026-11-18T19:00:12-05:00">
{links}
<script type="application/ld+json">{facts}</script>
<style>.screen-reader-text{{clip:rect(1px,1px,1px,1px);position:absolute!important}}{style}</style>
<script>{script}</script>
<!-- This site is optimized with a plugin v{version}.1 -->
</head>"""
