"""Lead words: what stands before the name that it credits, per language. Data only, folded as `licheck.text.fold` does.

Where one word means different things in different languages (Italian "a cura di"), the role is the one that a
newsroom would give it. Kinds of lead words that need more care are listed a second time below the lists.
"""

from __future__ import annotations

from licheck.model.credit import Role

# language: words, apart by bars. A name follows, with or without a colon.
_WRITER: dict[str, str] = {
    "en": "by|written by|reported by|written and reported by|report by|reporting by|story by|words by|text by"
    "|article by|analysis by|opinion by|commentary by|comment by|column by|review by|essay by|interview by|guest post by"
    "|posted by|published by|submitted by|authored by|co-written by|compiled by|created by|a report by|a column by"
    "|author|authors|writer|reporter|reporters|byline|words|from|about the author|about the authors|thread starter"
    "|this story by|this article by|this piece by|this column by|this commentary by|this story is by|this article is by"
    "|this story was written by|this article was written by|this story was authored by|this article was authored by|this story was reported by|this article was reported by"
    "|this piece was written by|this story was reported and written by",
    "de": "von|vom|verfasst von|geschrieben von|erstellt von|eingestellt von|veröffentlicht von|gepostet von"
    "|aufgezeichnet von|artikel von|beitrag von|blog beitrag von|blogbeitrag von|ein artikel von|ein beitrag von"
    "|ein gastbeitrag von|ein kommentar von|ein essay von|eine analyse von|eine reportage von|eine kolumne von"
    "|ein bericht von|ein interview von|kommentar von|interview von|bericht von|text von|reportage von|analyse von"
    "|kolumne von|gastbeitrag von|autor|autorin|autoren|autorinnen|autor:in|autor:innen|autor/in|autor/-in"
    "|autorin/autor|autor/autorin|text|texte|interview|protokoll|redaktion|bericht|kommentar|reportage|kolumne"
    "|gespräch|das gespräch führte|das interview führte|das gespräch führten|die fragen stellte|die fragen stellten"
    "|über den autor|über die autorin|über die autoren|themenstarter|verfasser|verfasserin|dieser text von|dieser artikel von"
    "|dieser beitrag von|dieser text stammt von|dieser artikel stammt von",
    "fr": "par|écrit par|rédigé par|publié par|posté par|propos recueillis par|un article de|un texte de|texte de"
    "|une enquête de|un reportage de|une tribune de|auteur|autrice|auteure|auteurs|texte|à propos de l'auteur"
    "|cet article de|cet article a été écrit par|cet article a été rédigé par",
    "es": "por|escrito por|publicado por|redactado por|texto de|un texto de|una crónica de|un artículo de"
    "|una entrevista de|autor|autora|autores|autoras|texto|sobre el autor|sobre la autora|este artículo de|este texto de"
    "|este artículo fue escrito por",
    "pt": "por|escrito por|publicado por|postado por|reportagem de|texto de|um artigo de|autor|autora|autores|texto"
    "|reportagem|sobre o autor|sobre a autora",
    "it": "di|da|scritto da|a cura di|articolo di|pubblicato da|postato da|testo di|un articolo di|autore|autrice|testo"
    "|autori|sull'autore|inviato da|inserito da|servizio di",
    "nl": "door|gepost door|ingediend door|geschreven door|gepubliceerd door|geplaatst door|een artikel van|een column van|auteur|auteurs|tekst",
    "sv": "av|skriven av|publicerad av|upplagd av|inlagd av|text|skribent|författare",
    "da": "af|skrevet af|indsendt af|udgivet af|tekst af|tekst|forfatter|journalist",
    "no": "av|skrevet av|lagt inn av|publisert av|tekst|journalist|forfatter",
    "fi": "kirjoittanut|lähettänyt|teksti|kirjoittaja|toimittaja",
    "is": "eftir|höfundur|texti",
    "pl": "przez|napisał|napisała|autor|autorka|autorzy|tekst|oprac.|opracował|opracowała|rozmawiał|rozmawiała",
    "cs": "od|napsal|napsala|vystavil|vystavila|vložil|vložila|přidal|přidala|autor|autorka|autoři|text|připravil|připravila",
    "sk": "od|napísal|napísala|autor|autorka|text|pripravil|pripravila",
    "hu": "írta|bejegyezte|közzétette|szerző|szerzők|szöveg",
    "ro": "de|scris de|publicat de|postat de|un articol de|autor|autoare|text",
    "hr": "piše|pišu|napisao|napisala|autor|autorica|tekst",
    "sr": "пише|пишу|аутор|ауторка|текст|piše|autor",
    "sl": "piše|avtor|avtorica|besedilo",
    "bg": "от|автор|автори|текст",
    "mk": "од|пишува|автор",
    "ru": "автор|авторы|текст|автор текста|беседовал|беседовала|подготовил|подготовила|подготовили|записал|записала|опубликовал|опубликовала|разместил|разместила",
    "uk": "автор|авторка|автори|текст|підготував|підготувала|розмовляв|розмовляла|опублікував|опублікувала",
    "be": "аўтар|аўтарка|тэкст",
    "et": "autor|kirjutas|tekst",
    "lv": "autors|autore|teksts",
    "lt": "autorius|autorė|parengė|tekstas",
    "tr": "yazan|gönderen|haber|yazar|muhabir|röportaj",
    "az": "müəllif",
    "id": "oleh|ditulis oleh|diposting oleh|penulis|reporter|pewarta|laporan",
    "ms": "oleh|penulis|ditulis oleh",
    "tl": "isinulat ni|ni",
    "vi": "tác giả|bởi|người đăng|đăng bởi|bài|bài và ảnh|người viết|bài viết của",
    "sw": "mwandishi|imeandikwa na|na",
    "af": "deur|geskryf deur|skrywer",
    "sq": "nga|shkruan|autori",
    "el": "αναρτήθηκε από|δημοσιεύθηκε από|δημοσιεύτηκε από|γραμμένο από|του|τησ|από|γράφει ο|γράφει η|γράφουν οι|γράφει|γράφουν|συντάκτησ|συντάκτρια|κείμενο|ο αρθρογράφοσ",
    "ca": "per|escrit per|autor|autora|text",
    "gl": "por|escrito por|autor|autora",
    "eu": "egilea|idazlea",
    "eo": "de|verkis|aŭtoro",
    "ar": "مرسلة بواسطة|نشر بواسطة|بواسطة|بقلم|كتب|كتبت|كتبه|كتبته|كتبها|إعداد|الكاتب|الكاتبة|تقرير|حوار",
    "fa": "نویسنده|نوشته|به قلم|گزارش",
    "ur": "تحریر|مصنف",
    "he": "פורסם על ידי|נכתב על ידי|מאת|כתב|כתבה",
    "hi": "लेखक|लेखिका|द्वारा|रिपोर्ट|लेखन",
    "mr": "लेखक|लेखिका|लेखन",
    "bn": "লেখক|লিখেছেন|প্রতিবেদক",
    "ta": "எழுதியவர்",
    "th": "โดย|ผู้เขียน|เรื่องโดย|เขียนโดย",
    "ka": "ავტორი",
    "hy": "հեղինակ",
    "zh": "发布者|發佈者|张贴者|張貼者|作者|文|撰文|记者|記者|本报记者|本報記者|见习记者|特约记者|文字|采写|采访|採訪|撰稿|撰稿人",
    "ja": "投稿者|著者|文|執筆|取材|取材・文|記者|筆者|文・写真|ライター|聞き手|文責",
    "ko": "게시자|글|기자|글쓴이|작성자|취재",
}
_PHOTOGRAPHER = (
    "photo by|photos by|photograph|photograph by|photographs by|photography by|photo illustration by|image by|images by|picture by"
    "|pictures by|photo credit|image credit|photo courtesy of|courtesy of|video by|video|featured image by|photo|photos"
    "|image|images|picture|photographer|photography|credit|credits|graphic by|graphics by|graphic|©|featured image"
    "|foto von|fotos von|bild von|bilder von|video von|foto|fotos|bild|bilder|fotograf|fotografin|fotografie|bildquelle"
    "|titelbild|symbolbild|grafik|copyright"
    "|camera|kamera|caméra|cámara|камера"
    "|photos de|photo de|photographie|photographies|crédit photo|crédit|crédits|photographe|photo par|photos par|vidéo"
    "|fotografía|fotografías|fotos de|foto de|imagen|imágenes|crédito|créditos|fotógrafo|fotógrafa|fotografia|imagem"
    "|imagens|fotógrafos|foto di|immagine|fotografo|fotografa|fotograaf|beeld|zdjęcie|zdjęcia|fot.|fotografia|autor zdjęć"
    "|fotó|valokuva|kuva|kuvat|kuvaaja|ljósmynd|fotografije|snímek|fotka"
    "|фото|фотографии|фотография|снимка|фотограф|фотографія|светлина|φωτογραφία|φωτογραφίεσ|φωτογράφοσ|φωτό"
    "|写真|撮影|摄影|攝影|摄|图|圖|图片|圖片|사진|촬영|صورة|تصوير|عدسة|عکس|צילום|צילומים|फोटो|तस्वीर|ছবি|ภาพ|ภาพโดย|ảnh"
)
_EDITOR = (
    "updated by|last updated by|aktualisiert von|mis à jour par|actualizado por|atualizado por|aggiornato da|bijgewerkt door"
    "|uppdaterad av|zaktualizował|zaktualizowała|lektorat|édition|المحرر|رئيس التحرير|edited by|editing by|copy editing by|editor|editors|produced by|producer|redigiert von|bearbeitet von"
    "|redacción de|édité par|editado por|editada por|edición|edição|a cura redazionale|a cura della redazione|redaktor"
    "|redakce|redakcja|redaktør|redaktör|toimitus|redagował|redagowała|szerkesztő|szerkesztette|редактор|редактура|επιμέλεια"
    "|编辑|編輯|責任編輯|责任编辑|责编|責編|編集|편집|تحرير|ערכה|עריכה|संपादन|संपादक|บรรณาธิการ"
)
_TRANSLATOR = (
    "translated by|translation by|translator|translation|übersetzt von|übersetzung|übersetzung von"
    "|aus dem englischen von|aus dem französischen von|traduit par|traduction|traduit de l'anglais par|traducido por"
    "|traducción|traducción de|traductor|traductora|traduzido por|tradução|tradução de|tradotto da|traduzione di|traduzione"
    "|vertaald door|vertaling|översättning|oversættelse|oversatt av|kääntänyt|przekład|przełożył|przełożyła|tłumaczenie"
    "|tłumaczył|tłumaczyła|přeložil|přeložila|překlad|preložil|fordította|tradus de|traducere|çeviren|çeviri"
    "|penerjemah|diterjemahkan oleh|перевод|перевёл|перевела|переклад|превод|μετάφραση|翻译|翻譯|编译|編譯|訳|翻訳|번역|옮김"
    "|ترجمة|ترجمه|תרגום|अनुवाद|แปลโดย|dịch"
)
_ILLUSTRATOR = (
    "illustration by|illustrations by|illustrated by|illustration|illustrations|illustrator|art by|artwork by|cartoon by"
    "|animation by|drawing by|drawings by|illustration von|illustrationen von|illustrationen|karikatur|illustration de"
    "|illustrations de|dessin de|ilustración de|ilustración|ilustração|ilustração de|illustrazione|illustrazione di"
    "|illustratie|ilustracja|ilustrace|illusztráció|иллюстрация|иллюстрации|ілюстрація|илюстрация|εικονογράφηση"
    "|插画|插畫|插图|イラスト|挿絵|일러스트|그림|رسم|رسوم|איור|चित्र"
)
_CONTRIBUTOR = (
    "additional reporting by|additional reporting from|additional reporting|contributing reporting by"
    "|with reporting by|with contributions from|with contributions by|with additional reporting by|contributors"
    "|contributor|contributing|research by|data by|mitarbeit|unter mitarbeit von|mitarbeit von"
    "|avec la contribution de|con la colaboración de|com informações de"
    "|com colaboração de|con il contributo di|med bidrag fra|met medewerking van|współpraca|при участии|с участием"
)
_PROVIDER = (
    "provided by|content provided by|distributed by|supplied by|source|sources|news source|via|quelle|quellen"
    "|bereitgestellt von|fourni par|fourni par l'|source de l'article|fuente|fuentes|con información de agencias|fonte"
    "|fonti|bron|bronnen|kilde|kilder|källa|lähde|źródło|źródła|zdroj|zdroje|forrás|sursa|sursă|izvor|vir|kaynak|sumber"
    "|nguồn|theo|πηγή|πηγέσ|источник|источники|джерело|джерела|източник|来源|來源|稿源|提供|出典|配信|제공|출처|자료"
    "|المصدر|المصادر|منبع|מקור|स्रोत"
)

LEADS: dict[str, Role] = {}
for _words, _role in (
    (_PROVIDER, Role.PROVIDER),
    *((words, Role.WRITER) for words in _WRITER.values()),
    (_CONTRIBUTOR, Role.CONTRIBUTOR),
    (_ILLUSTRATOR, Role.ILLUSTRATOR),
    (_TRANSLATOR, Role.TRANSLATOR),
    (_EDITOR, Role.EDITOR),
    (_PHOTOGRAPHER, Role.PHOTOGRAPHER),
):
    LEADS |= dict.fromkeys((word.rstrip(":") for word in _words.split("|")), _role)
FIRST_WORDS = frozenset(lead.split()[0] for lead in LEADS)
_DEMONSTRATIVES = ("this", "dieser", "cet", "este")
SECOND_WORDS = {
    first: frozenset(lead.split()[1] for lead in LEADS if lead.startswith(f"{first} "))
    for first in _DEMONSTRATIVES
}
"""First words of leads that begin many a sentence, too -> the words one of which must follow."""

# Lead words that end with one of these are followed by a name whatever it looks like ("by jdoe99"). All others are
# nouns and verbs, which need a colon or what has the form of a name ("Author Jane Doe", not "Author, article").
BY_WORDS = frozenset(
    "by von vom par por di da de door av af eftir przez od per oleh bởi deur nga από του τησ от од بقلم بواسطة ידי מאת โดย ni"
    " द्वारा".split()
)

# Lead words that may stand in the middle of a line of posting ("Posted on May 3 by Jane Doe").
MID_LEADS = frozenset("by von par por door av af przez oleh di bởi автор author autor auteur".split())

# Words of such a line, before the lead word; those that are lead words too need a colon.
POSTING_WORDS = frozenset(
    """posted published written submitted uploaded added created updated filed blog post entry
    artikel beitrag geschrieben veröffentlicht publiziert erstellt eingestellt verfasst eingetragen gepostet
    publié posté écrit rédigé ajouté article mis publicado escrito enviado creado postado
    pubblicato scritto inserito geplaatst geschreven gepubliceerd skrevet skriven publicerad napisane opublikowano
    dodane опубликовано опубликовал diposting ditulis interview protokoll redaktion bericht kommentar reportage
    analyse gespräch aufgezeichnet essay kolumne foto text words comment reporting from source via bron fonte fuente
    quelle theo credit credits haber laporan reportagem röportaj vir copyright graphic grafik video image images
    picture contributing""".split()
)

# Lead words that are also everyday words or parts of names: before a name that begins with a given name.
WEAK_LEADS = frozenset(
    "de di per da od vom του τησ από от од nga ni na text texto testo tekst texte words".split()
)

# Those of them with which no name begins ("Na" is a Korean family name, "Di" and "De" begin many).
NEVER_NAMES = frozenset("του τησ από".split())

# What has been made or paid for by whom is no story: "Powered by ...", "Designed by ...".
NOT_WRITTEN = frozenset(
    """powered designed theme themes template hosted built developed sponsored supported presented brought approved
    followed owned operated managed inspired recommended empfohlen gesponsert präsentiert unterstützt entwickelt
    gestaltet betrieben propulsé réalisé conçu parrainé desarrollado diseñado patrocinado offerto realizzato sviluppato
    reviewed checked verified directed produced edited fact-checked cookies protected trusted used made liked
    photo video image picture music sung performed covered led headed backed signed""".split()
)
