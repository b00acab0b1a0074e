"""Words by which credits are read, folded, per language. Data only.

A lead word stands before the name it credits. Where one word means different things in different
languages (Italian "a cura di"), the role is the one a newsroom would give it.
"""

from __future__ import annotations

from licheck.model.credit import Role

# language: words, longest first where one begins another. After a lead word a name follows, with or without a colon.
_WRITER: dict[str, str] = {
    "en": "written by|reported by|report by|story by|words by|text by|article by|analysis by|opinion by|commentary by|column by|review by|guest post by|posted by|published by|submitted by|authored by|co-written by|compiled by|interview by|by|author|authors|reporter|written and reported by|reporting by|byline|from",
    "de": "interview|protokoll|redaktion|bericht|kommentar|reportage|kolumne|gespräch|verfasst von|erstellt von|eingestellt von|artikel von|beitrag von|blog beitrag von|blogbeitrag von|ein artikel von|autorin/autor|autor/autorin|autor:in|autor/in|autoren|quelle|das gespräch führte|die fragen stellte|ein gastbeitrag von|ein kommentar von|eine analyse von|ein bericht von|ein interview von|ein beitrag von|kommentar von|interview von|bericht von|text von|geschrieben von|verfasst von|veröffentlicht von|aufgezeichnet von|von|autor|autorin|autoren|text|vom",
    "fr": "propos recueillis par|écrit par|rédigé par|publié par|un article de|texte de|par|auteur|autrice|auteurs",
    "es": "escrito por|publicado por|redactado por|texto de|una crónica de|por|autor|autora|autores|texto",
    "pt": "escrito por|publicado por|reportagem de|texto de|por|autor|autora|texto",
    "it": "scritto da|a cura di|articolo di|pubblicato da|di|autore|autrice|testo di",
    "nl": "geschreven door|een artikel van|door|auteur|tekst",
    "sv": "skriven av|text|av",
    "da": "skrevet af|tekst|af|forfatter",
    "no": "skrevet av|tekst|av|journalist",
    "fi": "kirjoittanut|teksti|kirjoittaja",
    "is": "höfundur|eftir",
    "pl": "napisał|napisała|autor|autorka|tekst|przez|oprac.|opracował|opracowała",
    "cs": "napsal|napsala|autor|autorka|text|od",
    "sk": "napísal|napísala|autor|autorka|text|od",
    "hu": "írta|szerző",
    "ro": "scris de|un articol de|autor|de",
    "hr": "piše|napisao|napisala|autor|autorica|tekst",
    "sr": "piše|autor|пише|аутор",
    "sl": "piše|avtor|avtorica|besedilo",
    "tr": "yazan|haber|yazar|muhabir",
    "id": "oleh|penulis|ditulis oleh|reporter|pewarta",
    "ms": "oleh|penulis",
    "vi": "tác giả|bởi|theo",
    "el": "του|της|γράφει ο|γράφει η|γράφουν|συντάκτης|κείμενο|από",
    "ru": "автор|авторы|текст|автор текста|беседовал|беседовала|подготовил|подготовила",
    "uk": "автор|авторка|автори|текст|підготував|підготувала",
    "bg": "автор|от",
    "et": "autor|kirjutas",
    "lv": "autors|autore",
    "lt": "autorius|autorė|parengė",
    "ca": "per|escrit per|autor",
    "eu": "egilea",
    "ar": "بقلم|كتب|كتبت|كتبه|تحرير|إعداد",
    "he": "מאת|מאת:",
    "fa": "نویسنده|نوشته",
    "hi": "लेखक|द्वारा|रिपोर्ट",
    "bn": "লেখক",
    "th": "โดย|ผู้เขียน",
    "zh": "作者|文|撰文|记者|記者|本报记者|见习记者|特约记者|文字|采写",
    "ja": "著者|文|執筆|取材|取材・文|記者|筆者|文・写真|ライター",
    "ko": "글|기자|글쓴이|작성자",
}
_PHOTOGRAPHER = (
    "photos by|photo by|photographs by|photograph by|photography by|photo illustration by|image by|images by|picture by|pictures by|photo credit|image credit|photo courtesy of|"
    "photo|photos|image|images|picture|photographer|photography|credit|video by|video|graphic by|graphics by|bild von|fotos von|foto von|foto|fotos|bild|bilder|fotograf|fotografie|"
    "photos de|photographie|crédit photo|crédit|photographe|fotografía|imagen|crédito|créditos|fotografia|imagem|fotografo|fotograaf|zdjęcie|zdjęcia|fot.|fotó|фото|снимка|φωτογραφία|写真|撮影|摄影|攝影|图|圖|사진|صورة|تصوير|צילום|©"
)
_EDITOR = "edited by|editing by|editor|editors|copy editing by|redigiert von|redacción de|édité par|editado por|editada por|a cura redazionale|redaktor|redakce|редактор|编辑|責任編輯|责任编辑|編集|편집|produced by|producer"
_TRANSLATOR = "translated by|translation by|translator|translation|übersetzt von|übersetzung|aus dem englischen von|traduit par|traduction|traducido por|traducción|traducción de|traduzido por|tradução|tradotto da|traduzione di|vertaald door|vertaling|översättning|przekład|tłumaczenie|tłumaczył|přeložil|переклад|перевод|翻译|翻譯|翻訳|번역|ترجمة"
_ILLUSTRATOR = "illustration by|illustrations by|illustrated by|illustration|illustrator|art by|artwork by|cartoon by|animation by|illustration de|ilustración|ilustração|illustrazione|ilustracja|иллюстрация|插画|イラスト|일러스트"
_CONTRIBUTOR = "additional reporting by|additional reporting from|contributing reporting by|with reporting by|with contributions from|with additional reporting by|contributors|contributor|mitarbeit|unter mitarbeit von|avec la contribution de|con la colaboración de|con información de|com informações de|research by|data by"

LEADS: dict[str, Role] = {}
for _words, _role in (
    *((words, Role.WRITER) for words in _WRITER.values()),
    (_CONTRIBUTOR, Role.CONTRIBUTOR),
    (_ILLUSTRATOR, Role.ILLUSTRATOR),
    (_TRANSLATOR, Role.TRANSLATOR),
    (_EDITOR, Role.EDITOR),
    (_PHOTOGRAPHER, Role.PHOTOGRAPHER),
):
    LEADS |= dict.fromkeys(_words.split("|"), _role)

# Lead words that may stand in the middle of a line of posting ("Posted on May 3 by Jane Doe").
MID_LEADS = frozenset("by von par por door av af przez oleh di bởi автор author autor".split())

# Words of such a line, before the lead word; those that are lead words too need a colon.
POSTING_WORDS = frozenset(
    """posted published written submitted uploaded added created updated filed blog post artikel beitrag artikel geschrieben veröffentlicht publiziert erstellt eingestellt verfasst eingetragen gepostet publié posté écrit rédigé ajouté article mis
    publicado escrito enviado creado postado pubblicato scritto inserito geplaatst geschreven gepubliceerd skrevet skriven publicerad napisane opublikowano dodane опубликовано опубликовал diposting ditulis from quelle source fuente bron comments
    interview protokoll redaktion bericht kommentar reportage analyse gespräch aufgezeichnet essay kolumne foto text""".split()
)

# Lead words that are also everyday words or parts of names: only at the very start of a short line, before a name.
WEAK_LEADS = frozenset(
    "de di da do od af av of from vom por par per del della theo του της από от haber text texto testo tekst foto bild image video credit kort door".split()
)

# What a person is called beside the name. Never part of the name.
JOBS = frozenset(
    """reporter|senior reporter staff writer|staff reporter|staff|writer|senior writer|correspondent|senior correspondent|contributor|contributing writer|contributing editor|editor|senior editor|managing editor|editor-in-chief
editor in chief|news editor|columnist|journalist|freelance journalist|freelance|freelancer|author|guest author|guest writer|special to|political reporter|investigative reporter|associate editor|assistant editor|deputy editor|copy editor|digital editor
photographer|staff photographer|producer|multimedia journalist|data reporter|health reporter|science reporter|intern|fellow|researcher|professor|associate professor|assistant professor|lecturer|senior lecturer|phd candidate|postdoctoral researcher|opinion contributor|opinion
redakteur|redakteurin|korrespondent|korrespondentin|autor|autorin|journalistin|volontär|volontärin|chefredakteur|chefredakteurin|reporterin|freier autor|freie autorin|redaktor|redaktorin|leiter|ressortleiter|ressortleiterin
journaliste|rédacteur|rédactrice|correspondant|correspondante|envoyé spécial|envoyée spéciale|rédacteur en chef|chroniqueur|chroniqueuse|grand reporter|pigiste
periodista|redactor|redactora|corresponsal|enviado especial|enviada especial|editora|colaborador|colaboradora|columnista|giornalista|corrispondente|inviato|redattore|redattrice|jornalista|repórter|repórteres|redator|redatora|colunista|da redação
verslaggever|redacteur|correspondent|dziennikarz|dziennikarka|redaktorka|novinář|novinářka|redaktor|újságíró|novinar|novinarka|muhabir|gazeteci|wartawan|jurnalis|корреспондент|журналист|обозреватель|кореспондент|журналіст|журналістка
記者|记者|特派員|編集委員|編集部|특파원|기자|선임기자|논설위원|صحفي|مراسل|כתב|כתבת""".replace(
        "\n", "|"
    ).split("|")
)

# Words that make a credit an organisation. Folded, whole words; endings where marked with a star.
ORGANISATION_WORDS = frozenset(
    """news press foundation agency agencies media network times post tribune herald gazette journal magazine daily weekly radio television tv broadcasting institute university college school center centre
society association union group inc llc ltd gmbh ag sa corp corporation company co publishing publisher publications staff team desk newsroom bureau service services wire newswire editorial editors board redaktion redaktionsteam redacción redaccion rédaction redaction
redação redacao redazione redactie redakcja redakce toimitus redaksjonen редакция редакція агентство новости новини agentur nachrichtenagentur presse agence agenzia agencia agência zeitung nachrichten verlag ministry department office government committee council
project observatory watch report reports online digital international today guardian observer chronicle examiner sun star mirror telegraph independent monitor admin administrator webmaster reuters afp ap dpa efe ansa apa bbc cnn npr pbs cnbc propublica conversation
wikipedia contributors reporters museum library church party bank hospital laboratory lab academy images getty istock shutterstock allgemeine council alliance coalition initiative program programme commission authority""".split()
)

# Short words of the interface that stand where a byline could. Never a name.
INTERFACE_WORDS = frozenset(
    """share tweet email print copy link copied save follow subscribe updated published posted modified comments comment read min mins minute minutes listen watch play loading facebook twitter linkedin whatsapp reddit pinterest instagram bluesky telegram menu home
search login log sign close open next previous more all view full bio see show hide advertisement ad photo image video gallery audio news politics sports business opinion world local culture health science technology tech weather travel lifestyle entertainment
lesedauer teilen drucken merken aktualisiert uhr veröffentlicht kommentare folgen partager imprimer lecture mis publié commentaires compartir imprimir guardar publicado actualizado lectura comentarios condividi stampa salva pubblicato aggiornato compartilhar
ouvir publicado atualizado delen opslaan gepubliceerd dela publicerad uppdaterad udostępnij opublikowano sdílet поделиться опубликовано обновлено paylaş bagikan gift article font size text translate language breaking exclusive kontaktieren contact stand agreement html css rss xml facts serving about me author's analysis editor's note topics tags
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday am pm est edt pst pdt gmt utc ago hours hour days day yesterday today
januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre""".split()
)

# Phrases that say that a story comes from somewhere, per language. The name of the publisher follows or stands near.
SOURCE_PHRASES: dict[str, str] = {
    "en": "originally published|first published|originally appeared|first appeared|originally posted|originally ran|first ran|was published|was produced by|is republished|are republished|was republished|republished|reprinted|reposted|republication|with permission|courtesy of|provided by|produced by|distributed by|in partnership with|in collaboration with|copublished|co-published|published in partnership|published with|syndicated|this article is from|this story is from|this article was written|this story was written|story from|article from|this article comes from|story comes from|article comes from|piece comes from|comes to you from|content from|source|originally reported|read the original|via|from our partners|a project of|brought to you by|originally from|appeared in|appeared on|appeared at",
    "de": "erschien zuerst|zuerst erschienen|ursprünglich erschienen|ursprünglich veröffentlicht|erstmals veröffentlicht|zuerst veröffentlicht|dieser artikel erschien|dieser beitrag erschien|dieser text erschien|übernommen von|mit freundlicher genehmigung|quelle|in zusammenarbeit mit|in kooperation mit|originalartikel|originalbeitrag",
    "fr": "republié|publié à l'origine|initialement publié|publié initialement|d'abord publié|a été publié|cet article est|paru sur|paru dans|parue dans|source|en partenariat avec|avec l'aimable autorisation|reproduit|lire l'article original",
    "es": "publicado originalmente|publicó originalmente|originalmente publicado|se publicó por primera vez|fue publicado|publicada originalmente|apareció originalmente|apareció por primera vez|republicado|reproducido|fuente|en colaboración con|en alianza con|con permiso|este artículo|esta historia|lea el original|leer el original|texto original",
    "pt": "publicado originalmente|originalmente publicado|originalmente publicada|publicada originalmente|foi publicado|republicado|reproduzido|fonte|em parceria com|leia o original|texto original",
    "it": "pubblicato originariamente|originariamente pubblicato|pubblicato per la prima volta|è stato pubblicato|ripubblicato|ripreso da|fonte|per gentile concessione|in collaborazione con|leggi l'originale",
    "nl": "oorspronkelijk gepubliceerd|eerder gepubliceerd|verscheen eerder|verscheen oorspronkelijk|overgenomen van|bron|met toestemming|in samenwerking met",
    "pl": "pierwotnie opublikowany|opublikowany pierwotnie|został opublikowany|ukazał się|źródło|przedruk|we współpracy z|za zgodą",
    "sv": "ursprungligen publicerad|publicerades först|först publicerad|källa|i samarbete med|återpublicerad",
    "da": "oprindeligt udgivet|oprindeligt bragt|kilde|i samarbejde med", "no": "opprinnelig publisert|først publisert|kilde|i samarbeid med",
    "fi": "alun perin julkaistu|julkaistiin alun perin|lähde", "cs": "původně vyšel|původně publikován|zdroj|převzato", "hu": "eredetileg megjelent|forrás",
    "ro": "publicat inițial|a apărut inițial|sursa|preluat", "tr": "ilk olarak|kaynak", "id": "pertama kali diterbitkan|artikel ini tayang|sumber|dipublikasikan",
    "el": "πρωτοδημοσιεύτηκε|αναδημοσίευση|πηγή", "ru": "впервые опубликован|первоначально опубликован|оригинал|источник|перепечатка|опубликовано на", "uk": "вперше опублікован|джерело|передрук|оригінал|опубліковано на",
    "zh": "原载|首发|转载自|转载|来源|來源|轉載|原文", "ja": "初出|転載|提供|出典|元記事|から転載", "ko": "원문|출처|제공|게재",
    "ar": "نشر لأول مرة|المصدر|نقلا عن", "he": "פורסם לראשונה|מקור", "eo": "unue publikigita|fonto|originale",
}  # fmt: skip
