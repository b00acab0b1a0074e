"""Words by which the furniture of a page is known, folded, per language. Data only."""

from __future__ import annotations

# Headings of boxes that hold other stories, comments or advertising of oneself.
BOX_HEADINGS = frozenset(
    line
    for line in """
most read|most popular|most viewed|most shared|most commented|popular|popular now|popular stories|popular posts|trending|trending now|trending stories
trending topics|top stories|top news|top posts|latest|latest news|latest stories|latest posts|latest headlines|recent posts|recent stories|recent articles
recent comments|related|related stories|related articles|related posts|related news|related content|related coverage|related topics|related links
related reading|related videos|read more|read next|read also|also read|see also|more stories|more news|more articles|more headlines|up next|next up|keep reading|in other news
you may like|you may also like|you might also like|you might like|recommended|recommended for you|recommended reading|recommended stories|we recommend|don't miss|editor's picks|editors' picks|must read
sponsored|sponsored content|sponsored stories|promoted|promoted stories|promoted content|advertisement|around the web|from the web|from our partners|from our network
partner content|our partners|partners|media partners|unsere partner|nos partenaires|nuestros socios|newsletter|newsletters|sign up|subscribe|subscribe now|comments|leave a comment|leave a reply|join the conversation|join the discussion|post a comment|add a comment|reader comments
no comments|responses|share this|follow us|more in this section|also in this section|also on this site|featured|featured stories|what to read next|continue reading|search|archives|categories|tags
what others are reading|people are reading|what's hot|hot topics|in case you missed it|icymi|other stories|our picks|elsewhere
meistgelesen|am meisten gelesen|beliebt|beliebteste artikel|ähnliche artikel|ähnliche beiträge|verwandte artikel|verwandte themen|mehr zum thema|lesen sie auch|auch interessant|das könnte sie auch interessieren
das könnte dich auch interessieren|weitere artikel|weitere themen|weitere meldungen|neueste artikel|neueste beiträge|aktuelle meldungen|kommentare|kommentar schreiben|anzeige|werbung|empfehlungen|empfohlen|mehr lesen|themen|top-themen|aus dem ressort
les plus lus|les plus consultés|à lire aussi|a lire aussi|lire aussi|à lire également|sur le même sujet|dans la même rubrique|articles liés|articles similaires|articles récents|à la une|commentaires|laisser un commentaire|publicité|vous aimerez aussi|nos recommandations|voir aussi|les plus populaires|tendances
lo más leído|lo mas leido|más leídas|más leídos|las más leídas|los más leídos|más noticias|más vistas|lo más visto|te puede interesar|te recomendamos|también te puede interesar|noticias relacionadas|artículos relacionados|contenido relacionado|relacionados|relacionadas|últimas noticias|lo último|comentarios|deja un comentario|publicidad|lea también|ver también|destacados|entradas recientes|tendencias
i più letti|più letti|le più lette|articoli correlati|leggi anche|potrebbe interessarti|ultime notizie|ultimi articoli|commenti|lascia un commento|pubblicità|in evidenza|consigliati
mais lidas|as mais lidas|mais lidos|leia também|leia mais|veja também|notícias relacionadas|artigos relacionados|relacionadas|últimas notícias|comentários|deixe um comentário|publicidade|você pode gostar|recomendados|em alta
meest gelezen|lees ook|gerelateerd|gerelateerde artikelen|meer nieuws|reacties|aanbevolen|laatste nieuws|populair
najczęściej czytane|najpopularniejsze|czytaj także|czytaj też|zobacz także|zobacz też|powiązane|polecane|najnowsze|komentarze|reklama
mest läst|läs också|läs mer|relaterat|senaste nytt|kommentarer|annons|mest lest|les også|siste nytt|mest læst|læs også|seneste nyt|luetuimmat|lue myös|kommentit
читайте также|самое читаемое|популярное|похожие статьи|по теме|новости по теме|комментарии|последние новости|реклама|рекомендуем|читайте також|популярні новини|коментарі|останні новини|за темою
en çok okunanlar|ilgili haberler|yorumlar|son dakika|benzer haberler|baca juga|terpopuler|berita terkait|komentar
nejčtenější|čtěte také|související|diskuse|legolvasottabb|kapcsolódó|hozzászólások|cele mai citite|citește și|articole similare|comentarii|διαβάστε επίσης|σχετικά άρθρα|δημοφιλή|σχόλια
관련기사|관련 기사|많이 본 뉴스|인기기사|댓글|最新記事|関連記事|人気記事|ランキング|コメント|おすすめ|相关新闻|相关阅读|热门|推荐阅读|评论|相關新聞|熱門|延伸閱讀|留言
اقرأ أيضا|الأكثر قراءة|مواضيع ذات صلة|تعليقات|הנקראות ביותר|כתבות נוספות|תגובות
""".strip()
    .replace("\n", "|")
    .split("|")
)

# Those of them that label an advertisement or a row of buttons: such a box ends with its own container, and what
# follows in a page without containers is not part of it.
SHORT_BOXES = frozenset(
    """advertisement|sponsored|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reklama|annons|реклама|share this|follow us|sign up|subscribe|subscribe now|newsletter|newsletters|search|featured|tags|categories
kommentieren|themen|comments|kommentare|commentaires|comentarios|commenti|reacties""".replace(
        "\n", "|"
    ).split("|")
)

# Parts of id and class names that sites give such boxes; used beside the form of a box, never alone for the story itself.
BOX_LABELS = (
    "comment", "related", "recommend", "popular", "trending", "most-read", "mostread", "most_read", "disqus", "taboola", "outbrain",
    "sidebar", "newsletter", "promo", "site-footer", "site-header", "footer-", "breadcrumb", "navbar", "menu", "cookie", "consent",
    "more-stories", "also-like", "readmore", "read-more", "latest-", "recirc", "widget-area", "paywall", "subscribe",
)  # fmt: skip

BOX_TAGS = frozenset(("nav", "form", "menu", "search"))
