"""Boxes of any make that hold other things than the story; see boxes.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from random import Random

from byline_data import Template, boxes, words

TITLES = {
    "en": (
        "Ferry fares to rise a dime in spring",
        "A county that cannot find its road",
        "Who drives the dialysis van",
        "School roof to outlast its warranty",
        "The last lamplighter of Quay Row retires",
        "Chowder supper raises $4,100 for the grange",
        "Tunnel fans ran backward for a year",
    ),
    "de": (
        "Der Aal, der nicht schwimmen wollte",
        "Pegel auf Rekordtief seit vierzig Jahren",
        "Wer die alte Schleuse jetzt bedient",
        "Ein Dorf streitet um seinen letzten Briefkasten",
        "Warum der Leuchtturm umziehen soll",
    ),
    "es": (
        "La fuente que da agua dos veces al año",
        "El tren que pasa sin parar por Altabella",
        "Un censo para contar las cigüeñas del valle",
        "La banda que ensaya en el frontón",
        "Nadie quiere ser alcalde de Morcuende",
    ),
    "fr": (
        "Le facteur qui ne savait pas lire les cartes",
        "Un pont, deux communes et aucune clé",
        "La dernière fromagerie du canton cherche preneur",
        "Pourquoi les cloches sonnent en retard",
        "Les truites dorment mal à Courvaux",
    ),
    "ja": (
        "駅前の時計台、三十年ぶりに動く",
        "廃校の給食室から始まったパン屋",
        "渡し船の運賃、来春から十円値上げへ",
        "灯台守の日誌を読み解く町の高校生",
        "海苔の養殖、冬の水温に悩む",
    ),
    "ru": (
        "Старый мост закрыли, а новый ещё не открыли",
        "Кто водит последний ночной автобус",
        "В библиотеку вернули книгу через сорок лет",
        "Паром подорожает на десять рублей",
        "Школьники нашли карту затонувшей баржи",
    ),
    "ar": (
        "العبارة ترفع سعر تذكرتها في الربيع",
        "قرية تبحث عن طريقها القديم",
        "آخر صانع للقوارب الخشبية يتقاعد",
        "مدرسة بلا سقف تستعد للشتاء",
        "من يقود الحافلة الليلية الأخيرة",
    ),
}
TAGS = {
    "en": "Weather",
    "de": "Wetter",
    "es": "Clima",
    "fr": "Météo",
    "ja": "天気",
    "ru": "Погода",
    "ar": "الطقس",
}


def strange_box(site: Template, name: str, others: Sequence[str], where: str, random: Random) -> str:
    """A box of any make with a name in it, as it stands in this kind of file. `others` are names of others."""
    language, listed = site.language, boxes()["html" if site.html else "text"]
    shapes = [
        shape
        for shape in listed
        if language in shape.get("languages", (language,)) and (where != "top" or shape.get("top", True))
    ]
    text = str(random.choice(shapes)["shape"])
    own = words()[language]
    fixed = {
        "c": random.choice(boxes()["classes"]),
        "n": str(random.randrange(100, 9_999)),
        "H": random.choice(boxes()["headings"][language]),
        "P": boxes()["prose"][language],
        "S": boxes()["said"][language],
        "N": name,
        "by": own["by"],
        "photos_by": own["photos_by"],
    }
    for slot, value in fixed.items():
        text = text.replace(f"{{{slot}}}", escape(value, quote=False) if site.html else value)
    titles, names = list(TITLES[language]), list(others)
    random.shuffle(titles)
    random.shuffle(names)
    for slot, values in (("T", titles), ("O", names)):
        while f"{{{slot}}}" in text:
            text = text.replace(f"{{{slot}}}", values.pop(), 1)
    return site.settings.get("box", "{{box}}").replace("{{box}}", text.replace("・ ", "・"))
