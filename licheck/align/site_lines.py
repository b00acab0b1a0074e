"""Lines that every site puts into or around its stories, whoever wrote them: buttons, stamps, tags, calls to readers.

They say nothing of the story, so a page that has them added nothing to it, and one that lacks the original's cut nothing.
Phrases are folded, with "|" or a new line between them, all languages together: a page's template says them in its own.
"""

from __future__ import annotations

import re
from functools import cache

from licheck.align.language import phrases
from licheck.patterns import pattern

_MOST_WORDS = 14  # of a row of buttons or a stamp
_CALL = 80  # words of a paragraph that may be a call to readers

# A line of nothing but these and numbers is a row of buttons, or tells when a story was published or how long it is.
_BUTTONS = frozenset(
    """
facebook twitter x email e mail print save share copy link linked copied whatsapp linkedin reddit pinterest telegram bluesky threads mastodon flipboard sms tweet post
pin pocket messenger instagram tiktok youtube rss viber line signal xing comment comments like likes gift text size bookmark via on to this story article url clipboard
follow us listen play pause audio podcast duration speed now in new window click opens loading view views shares photo photos video
su en nas redes l'article ver comentarios commentaires commenti comentários reacties komentarze anzeigen zur startseite
teilen drucken merken kommentare artikel anhören vorlesen partager imprimer enregistrer copier le lien écouter l article compartir imprimir guardar copiar enlace
escuchar compartilhe compartilhar salvar ouvir condividi stampa salva ascolta delen afdrukken opslaan luister udostępnij drukuj zapisz posłuchaj поділитися друк зберегти слухати
поделиться シェア シェアする ツイート 印刷 保存 分享 分享到 打印 收藏 微信 微博 شارك طباعة حفظ
""".split()
)
_STAMP = frozenset(
    """
minutos minuti minuty minut tiempo temps tempo czas lecture lectura lettura leitura czytania
published posted updated last modified first on at of and by am pm a p m noon et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest hours hour ago min mins minute minutes
read reading estimated time to h hrs date veröffentlicht aktualisiert stand zuletzt am um uhr den der lesezeit minuten publié mis jour le à modifié lecture temps de la publicado actualizado
el las lectura tiempo última actualización pubblicato aggiornato il alle di lettura tempo em às atualizado leitura tempo gepubliceerd bijgewerkt op om leestijd opublikowano
aktualizacja dnia godz czytania czas опубліковано оновлено хв читання опубликовано обновлено мин чтения час читання 公開 更新 分で読めます 发布时间 更新时间 更新 发布 分钟阅读 نشر في آخر تحديث دقائق للقراءة
""".split()
)
_TAGS = frozenset(
    """
tags|tag|tagged|topics|topic|filed under|categories|category|keywords|more on|in this story|posted in|schlagworte|schlagwörter|themen|stichworte|rubrik|kategorien|mots-clés|mots clés
thèmes|catégories|étiquettes|etiquetas|temas|categorías|palabras clave|palavras-chave|categorias|assuntos|argomenti|parole chiave|categorie|onderwerpen|trefwoorden|tagi|tematy|kategorie|słowa kluczowe
теги|теми|категорії|темы|タグ|カテゴリ|カテゴリー|标签|關鍵字|关键词|分类|الوسوم|كلمات مفتاحية
""".strip()
    .replace("\n", "|")
    .split("|")
)
# What nobody says but a site of its own services.
_CALLS = """
sign up here|sign up now|sign up today|sign up for free|sign up for our|subscribe to our|subscribe now|subscribe today|subscribe here|subscribe for free|our newsletter|our newsletters
our free newsletter|our weekly newsletter|our daily newsletter|in your inbox|to your inbox|follow us|find us on|like us on|join us on|connect with us|our whatsapp|our telegram|our app
support our work|support our journalism|support our reporting|support our newsroom|support independent journalism|support local journalism|support nonprofit journalism|support this work
support local news|support quality journalism|become a member|become a supporter|make a tax-deductible|donate now|donate today|donate here|double your impact|readers like you|will you chip in
republish this story|republish this article|republish our|republishing guidelines|republication guidelines|steal our stories|did you like this story|did you enjoy this|want more stories
want more news|like this story|if you liked this|for more stories|for more local news|for more news|more stories like this|stories like this one|got a tip|have a tip|have a story idea|send us a tip
send us your|submit a letter|letter to the editor|letters to the editor|write to us|email us|e-mail us|contact us|share this story|share this article|share your thoughts|join the conversation|leave a comment
article is more than|story is more than|automated for accessibility|comments are closed|your support makes|consider a donation|consider donating|already a subscriber|free to read because|made possible by our
thank you for reading|thanks for reading|stay up to date with|watch the video|scroll down for|skip to content|skip to main content|back to top|download pdf|download the pdf|views expressed|opinions expressed|do not necessarily reflect|read the original
our reporting is free|is a nonprofit newsroom|is a nonprofit news organization|is an independent, nonprofit|is a nonprofit, nonpartisan|is a nonpartisan, nonprofit|is an independent nonprofit|help us report|help us keep|listen to this article|listen to this story|listen to the article|listen to the story
this article was published in our|never miss a story|don't miss a story|view comments|read our privacy
jetzt abonnieren|jetzt anmelden|newsletter abonnieren|kostenlos abonnieren|unseren newsletter|folgen sie uns|unterstützen sie unabhängigen|unterstützen sie unsere|unterstützen sie uns|jetzt spenden|hat ihnen dieser artikel|artikel anhören|melden sie sich hier
abonnez-vous|inscrivez-vous à|suivez-nous|notre newsletter|notre infolettre|faites un don|faire un don|soutenez-nous|soutenez le journalisme|soutenez notre|écouter l'article|écoutez l'article|rejoignez-nous
suscríbete|suscríbase|síguenos|síganos|nuestro boletín|nuestra newsletter|haz una donación|dona aquí|apoya el periodismo|apoya nuestro|hazte socio|hazte socia|escuchar este artículo|escucha este artículo|únete a nuestro
assine nossa|assine a newsletter|inscreva-se|siga-nos|nossa newsletter|apoie o jornalismo|apoie nosso|faça uma doação|doe agora|ouça esta reportagem|ouça este artigo|participe do nosso
iscriviti|seguici|la nostra newsletter|sostieni il giornalismo|sostieni il nostro|sostienici|dona ora|fai una donazione|ascolta l'articolo|ascolta questo articolo
schrijf je in|volg ons|onze nieuwsbrief|steun onze|steun de journalistiek|steun onafhankelijke|doneer|beluister dit artikel|luister naar dit artikel
zapisz się|obserwuj nas|nasz newsletter|naszego newslettera|wesprzyj nas|wesprzyj niezależne|posłuchaj artykułu
підпишіться|підписуйтесь|підтримайте незалежну|підтримайте нас|слухати статтю|читайте нас|подписывайтесь|подпишитесь|поддержите нас|поддержите нашу
ニュースレターに登録|メールマガジン|ご支援ください|フォローする|この記事を聴く|この記事を聞く|订阅我们|关注我们|支持独立新闻|收听本文|扫码关注|اشترك في|تابعنا|تابعونا|ادعم الصحافة|استمع إلى المقال
"""
# Words with which a call begins, and what it calls for: both together are one.
_BIDS = """
sign up|subscribe|follow|join|get|read|visit|download|support|donate|give|help|consider|click|tap|call|want|need|enjoying|like|love|for more|to read|to support|to get|to receive|receive
"""
_GOODS = """
newsletter|newsletters|inbox|e-newsletter|podcast|facebook|instagram|whatsapp|bluesky|twitter|linkedin|youtube channel|our site|our website|our journalism|our reporting|our coverage
our newsroom|nonprofit newsroom|nonprofit journalism|local journalism|independent journalism|public-interest journalism|investigative journalism|the app
"""
# A whole line that labels an advertisement, or other stories, in languages without a vocabulary of their own.
_LABELS = frozenset(
    """
الصورة|تصوير|фото|фотография|світлина|写真|图|摄影|사진|阅读原文|点击阅读原文|广告|廣告|相关阅读|相关新闻|相關新聞|延伸阅读|推荐阅读|阅读更多|広告|関連記事|あわせて読みたい|続きを読む|إعلان|اقرأ أيضا|مواضيع ذات صلة|للمزيد|реклама|читать далее|читати далі|следующая страница|продолжение на следующей странице|продовження на наступній сторінці|次のページ|次のページへ|次のページに続く|下一页|继续阅读|читайте також|читайте также|за темою|по теме
sponsored content|paid content|promoted content|partner content|sponsored post|paid post|from our partners|related story|related stories|related article|related articles|related coverage|related content|related news|related video
annonce|annons|hirdetés|reklám|iklan|baca juga|광고|관련기사|관련 기사|διαφήμιση|διαβάστε επίσης|ilan|ilgili haberler|läs också|les også|læs også|lue myös
""".strip()
    .replace("\n", "|")
    .split("|")
)
_ORIGINS = """
無断転載|版权所有|版權所有|未经授权|責任編輯|责任编辑|本文最初|本文首发|本文转载|转载自|原文刊|原载于|來源：|来源：|この記事は|本記事は|転載|初出|原文は|نشرت هذه المادة|نشر هذا المقال|نشرت هذه المقالة|نشر هذا التقرير|المصدر:|цю статтю|цей матеріал|вперше опубліковано|уперше опубліковано
передрук|перша публікація|этот материал|эта статья|впервые опубликован|перепечат|이 기사는
"""
_WORDS = pattern(r"[\w']+")
# Words of such lines that say nothing by themselves.
_FILLERS = frozenset(
    "su en nas on of at the and to by a p m h in now new this story article url first last am um uhr den der le à de la el las il alle di em às op om via link".split()
)
_LINE = 160  # characters of a line that leads elsewhere
_CLOCK = pattern(r"(?<!\d)\d{1,2}(?::\d\d| ?[ap]\.?m\b)")
_POSTED = pattern(r"(?:posted|filed|published) (?:in|under) |tagged ")
# What a line begins with, before a colon, that leads to another story.
_LEADS = pattern(
    r"read|also|also read|previously|up next|next|next article|next story|previous|previous article|previous story|from the archives?|in pictures"
    r"|(?:photo |picture )?gallery|slideshow|explainer|live updates|quiz|more (?:from|on|about) [^.!?]{1,40}"
)
_SIGNS = "\u3000"  # the first sign of scripts without spaces
_NUMBER = pattern(r"\d+h\d*|\d+[a-z]{0,4}|t\d+|[a-z]{0,2}\d+")


def is_button(plain: str) -> bool:
    """Whether a folded line is a row of buttons, or tells when the story was published or how long it takes to read."""
    if not all(_is_of_rows(hit.group()) for hit in _WORDS.finditer(plain)):
        return False
    words = _short(plain)
    if _CLOCK.search(plain) and is_date(plain):
        return True
    if not any(word in _BUTTONS or word in _STAMP for word in words if word not in _FILLERS):
        return False
    return all(word in _BUTTONS or word in _STAMP or _is_of_date(word) for word in words)


def is_date(plain: str) -> bool:
    """Whether a folded line is a day or a time and nothing else; between paragraphs it can be a sub-heading."""
    words = _short(plain)
    return bool(words) and all(word in _FILLERS or word in _STAMP or _is_of_date(word) for word in words)


def _short(plain: str) -> list[str]:
    """The words of a line, none where it has too many."""
    words = _WORDS.findall(plain) if len(plain) <= 20 * _MOST_WORDS else []
    return words if len(words) <= _MOST_WORDS else []


def _is_of_rows(word: str) -> bool:
    """Whether a word may stand in a row of buttons, or tell when and how long."""
    return word in _BUTTONS or word in _STAMP or word in _FILLERS or _is_of_date(word)


def _is_of_date(word: str) -> bool:
    return word in _dates() or _NUMBER.fullmatch(word) is not None


def is_tags(plain: str) -> bool:
    """Whether a folded line is a list of the story's topics: "Tags: Water, Records"."""
    if plain.endswith((".", "!", "?")):
        return False
    first, colon, _ = plain.replace("：", ":").partition(":")
    return (bool(colon) and first.strip(" #") in _TAGS) or (
        _POSTED.match(plain) is not None and len(plain) <= _LINE
    )


def is_label(plain: str) -> bool:
    """Whether a folded line labels an advertisement or leads to another story: a label alone, or with a title after a colon."""
    first, colon, rest = plain.replace("：", ":").partition(":")
    first = first.strip(" -–—[]()")
    if first in _LABELS:
        return True
    leads = (
        bool(colon and rest.strip())
        and not rest.rstrip(" ]").endswith((".", "!", "?"))
        and len(rest) <= _LINE
    )
    return leads and _LEADS.fullmatch(first) is not None


def tells_origin(plain: str) -> bool:
    """Whether a folded line says where a story comes from, in a language without a vocabulary of its own."""
    return not plain.isascii() and any(phrase in plain for phrase in _listed(_ORIGINS))


def is_call(bare: str) -> bool:
    """Whether a folded paragraph asks its readers for something, or offers them something, that is the site's own: a
    newsletter, a donation, another way to follow it. What is quoted in it has been taken out.
    """
    if bare.count(" ") >= _CALL:
        return False
    by_first, signs = _calls()
    for first in by_first.keys() & bare.split():
        if any(_stands(phrase, bare) for phrase in by_first[first]):
            return True
    if not bare.isascii() and any(sign in bare for sign in signs):
        return True
    return any(map(bare.__contains__, _GOOD)) and _bids().search(bare) is not None


def _stands(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text, whole."""
    at = text.find(phrase)
    return at >= 0 and not text[at + len(phrase) : at + len(phrase) + 1].isalnum()


@cache
def _dates() -> frozenset[str]:
    return frozenset((*phrases("months"), *phrases("weekdays")))


@cache
def _calls() -> tuple[dict[str, list[str]], list[str]]:
    """First word -> the calls that begin with it; and those of scripts that put no space between words."""
    by_first: dict[str, list[str]] = {}
    signs: list[str] = []
    for phrase in _listed(_CALLS):
        if phrase[0] >= _SIGNS:
            signs.append(phrase)
        else:
            by_first.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return by_first, signs


@cache
def _bids() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.!?:] )\W*(?:{_either(_BIDS)})(?!\w)[^.!?]*(?<!\w)(?:{_either(_GOODS)})(?!\w)")


def _either(text: str) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(_listed(text), key=len, reverse=True))


def _listed(text: str) -> list[str]:
    return text.strip().replace("\n", "|").split("|")


_GOOD = [
    good for good in _listed(_GOODS) if not any(one != good and one in good for one in _listed(_GOODS))
]  # those that no other one is a part of: without them none is there
