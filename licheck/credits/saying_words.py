"""What tells whose story a sentence speaks of: patterns for folded text. Data only."""

from __future__ import annotations

from licheck.patterns import pattern

STORY = (
    r"stor(?:y|ies)|articles?|pieces?|reports?|posts?|essays?|columns?|op-?eds?|commentar(?:y|ies)|investigations?|analys[ie]s|explainers?"
    r"|interviews?|dispatch(?:es)?|features?|series|reporting|coverage|content|texts?|excerpts?|extract|version|fact[- ]checks?|reviews?"
    r"|opinion|editorial|reportage|news|blog|photo essay|guide|q&a|profile|obituary|item|brief|release|tale|work"
)
"""What a story is called in English."""

SUBJECT = pattern(
    rf"(?:this|these|the following|the above|the original|our)\s(?:[\w'\"./*§-]+\s){{0,3}}?(?:{STORY})\b(?!')|(?:an?|the)\s(?:[\w-]+\s){{0,4}}?version\sof\sthis\s[\w-]+\b"
    rf"|(?:this|it)\s(?=(?:was|is|has|first|originally|appeared|appears|ran|comes|republished)\b)|the\spost\b|(?:the|an?)\s(?:{STORY})\s(?:below|above)\b"
    rf"|(?:{STORY})\s(?=courtesy|provided|republished|reprinted|reposted|syndicated|first|originally|produced|from)"
    r"|(?:dieser|diese|dieses|der|die|das)\s(?:[\w-]+\s)?(?:artikel|beitrag|text|bericht|geschichte|recherche|interview|kommentar|reportage|analyse|gastbeitrag|essay)\b"
    r"|(?:diesen|unseren)\s(?:artikel|beitrag|text)\b|(?:cet|cette|ce)\s(?:[\w-]+\s)?(?:article|texte|enquête|reportage|tribune|analyse|entretien|contenu|billet|version)\b|l'article\b"
    r"|(?:este|esta|el|la|o|a|os|as)\s(?:presente\s)?(?:artículo|articulo|artigo|texto|historia|história|nota|reportaje|reportagem|investigación|investigação|matéria|contenido|conteúdo"
    r"|entrevista|columna|coluna|análisis|análise|crónica|crônica|noticia|notícia|trabajo|ensayo|publicación|checagem|post|versión|versão|material)\b"
    r"|(?:questo|quest'|l')\s?(?:articolo|testo|inchiesta|pezzo|intervista|contenuto|analisi)\b|(?:dit|deze|het)\s(?:artikel|verhaal|tekst|stuk|bericht|opiniestuk)\b"
    r"|(?:article|artículo|articulo|artigo|texto|texte|articolo|reportagem|reportaje|matéria|nota|beitrag|artikel|artykuł|tekst|materiał)\s(?=publi|original|initial|paru|został|pierwotnie|pubblicat|reproduc|ursprüngl|zuerst)"
    r"|we(?:'re| are| have)?\s(?=re-?publish|re-?print|re-?post|publish)|wir\s(?=veröffentlich|übernehm|dokumentier|publizier)"
    r"|ten\s(?:artykuł|tekst|materiał)\b|(?:denne|denna|den här)\s\w+|(?:эта|этот|эту|это|ця|цей|цю)\s\w+|tento\s\w+|ez a \w+|bu \w+|artikel ini|本文|本稿|この記事|이 기사|이 글"
)
"""What names, at the beginning of a sentence, the very text in which it stands."""

ANYWHERE = (
    *("this story", "this article", "this piece", "this report", "this post", "this essay", "this column"),
    *("this version", "the story below", "dieser artikel", "dieser beitrag", "dieser text", "diesen artikel"),
    *("cet article", "este artículo", "esta historia", "esta nota", "questo articolo", "este artigo"),
    *("esta reportagem", "dit artikel", "ten artykuł", "denna artikel"),
)
"""What names it anywhere in a sentence."""

LABEL = pattern(r"[\w' -]{2,30}:\s+")
"""What may stand before such a sentence: "Editor's note:"."""

QUALIFIED = pattern(
    r"\W*(?:about|by|from|on|written|in|titled|headlined|entitled|von|über|de|sobre|di|van)\b|\s*[,\"'(]"
)
"""How it goes on where it tells of what, or by whom, the text is."""

ASTRAY = pattern(
    r"\b(?:based (?:up)?on|respons?es?|respond(?:s|ed|ing)?|repl(?:y|ies|ied)|follow(?:s|ed|ing)?(?:[- ]up)?|reaction|reacts?|builds? on|draws? (?:up)?on|draws? from|refer(?:s|red)"
    r"|cites?|cited|quot\w+|mention\w*|discuss\w*|critici[sz]\w+|inspired|won|winner|award\w*|prizes?|after|before|since|until|because|misstated|corrected|incorrectly"
    r"|like|unlike|similar|relat\w+|found|revealed|according|basiert|beruht|reaktion auf|antwort auf|bezieht sich|en réponse|répond|réagit|basé sur|fondé sur"
    r"|s'appuie|responde|en respuesta|basad[oa] en|se basa|em resposta|basead[oa]|risponde|in risposta|basat[oa]|naar aanleiding)\b"
)
"""Words by which a sentence on this text turns to another one, which it answers or is made from."""

OTHER_TEXT = pattern(
    rf"\b(?:an?|another|two|several|some|many|other)\s(?:[\w-]+\s){{0,3}}?(?:{STORY}|study|survey|book|paper|poll)\b|\b(?:data|figures|numbers|documents|records|research|findings)\b"
    r"|\b(?:ein|eine[mnrs]?|une?|un[ao]?|um|uma)\s(?:[\w-]+\s){0,2}?(?:artikel|bericht|beitrag|rapport|étude|article|informe|estudio|artículo|reportaje|articolo|studio|artigo|relatório|estudo"
    r"|investigación|investigação|reportagem)\b|\b(?:datos|dados|données|daten|dati)\b"
)
"""Another text, of which a sentence can say where it came from."""

IS_ONE = pattern(
    rf"\W*(?:is|was)\san?\s(?:[\w-]+\s){{0,3}}?(?:{STORY})(?:\s(?:that|which|we))?(?:\s(?:was|is|has been))?\W*"
)
"""What makes that other text this one: "This is an article that was first published by ..."."""

DERIVED = pattern(
    r"\b(?:excerpt\w*|extract\w*|version|adapt\w+|translat\w+|condensed|abridged|edited|reprint\w*|part|updated|shortened|auszug|fassung|gekürzt\w*|übersetz\w+|extrait|adapté\w*|traduit"
    r"|versión|extracto|adapta\w+|traduc\w+|versão|trecho|traduz\w+|versione|estratto|tradott\w+)\b"
)
"""What is taken from that other text is it, in part."""

BREAKS = pattern(
    r";\s|\b(?:cited|mentioned|quoted|whose|founded|funded|support(?:ed|s)?|backed|winner|formerly|previously|before|after|when|while|since|updated|include[sd]?|including|corrected|clarif\w+|reflect\w*"
    r"|comments? from|according|citing|thanks|featuring|data from|using|reporting (?:from|by)|also|help|grant|money|then|later|subsequently|dessen|deren|dont|cuy[oa]s?|cuj[oa]s?)\b"
    r"|,\s(?:which|who|where|that|an?|the|one of|winner|part of|qui|que|eine?|une?|un[ao]?|um|uma)\s"
    r"|\b(?:re-?published|reposted|reprinted|shared|picked up|appears?|appeared) (?:\w+ )?(?:by|in|on)\W*(?:the\s)?$"
    r"|\b(?:republicad[oa]|reproducid[oa]|reproduzid[oa]|republié|reproduit|ripubblicat[oa]|übernommen)\s(?:por|pel[oa]|par|da|dal|dalla|von)\W*(?:l[ae]s?\s|l')?$"
)
"""What stands between "published by" and a name that belongs to somebody else."""

OF_OURS = pattern(
    r",\s(?:which is\s|who is\s)?(?:(?:an?|the|eine?|une?|un[ao]?|um|uma)\s)?(?:[\w-]+\s){0,5}?(?:project|publication|part|service|initiative|program(?:me)?|affiliate|outlet|site|website|newsroom|magazine"
    r"|blog|arm|division|imprint|newsletter|podcast|section|platform|unit|desk|projekt|magazin|projet|proyecto|projeto|progetto)\s(?:of|from|by|within|at|von|des|der|de|du|do|da|di|del|della)\W*(?:the\s)?$"
)
"""...unless that is the name's own: "Kansas Reflector, which is part of States Newsroom"."""

TAKEN = pattern(
    r"(?:is |are |was )?(?:republished|reposted|reprinted|syndicated)|republicad[oa]|reproducid[oa]|reproduzid[oa]|republié|reproduit|ripubblicato"
)
BY = pattern(r"\W*(?:\w{1,2}\s)?(?:here\s)?(?:by|por|pel[oa]|par|da|dal|dalla|von)\W*(?:the\s|l[ae]s?\s|l')?")
"""Who republished it took it: "republished by Example News"."""

ALSO = pattern(r"\b(?:also|auch|aussi|également|también|também|anche|ook)\W+(?:\w+\W+){0,2}$")
TOO = pattern(r"\b(?:también|aussi|également)\b")
"""What makes a paper one of several that ran a story."""

SUBJECTS = ("este artículo", "esta historia", "cet article est")
"""Phrases that only name this story: what is said of it stands behind them."""

ASIDE = ("this", "these", "dieser", "diese ", "dieses", "cet", "este", "esta", "quest", "dit ", "ten ")
"""How a sentence begins that says something of this story even in an aside."""

MODIFIES = pattern(
    r"(?:'s)?[\s-](?:prizes?|awards?|series|fellow(?:s|ships?)?|grants?|funds?|funded|press|books?|conferences?|festivals?|events?|reports?|study|studies|surveys?|data"
    r"|reporters?|journalists?|editors?|readers?|contributors?|foundation|gallery|mill|gazette|herald|times|post|tribune|courier|chronicle)\b"
    r"|\s(?:that|which)\s"
)
"""What stands behind a name that is only a part of another name, or tells apart what was published there."""

THIS = pattern(r"\b(?:this|it|where)\b")
OPENING = pattern(r"\W*(?:(?:the|our|from|via|by)\W*)?")
OWN_STORY = pattern(rf"\s(?:{STORY})\b")
ADVERBS = pattern(r"[\s\W]*(?:(?:has|had|have|first|originally|and|also)\s)*")
OF_THIS = pattern(r"\W*(?:by|from|in|on|at|of|via)\b.{0,60}")
ELSEWHERE = pattern(
    r"\W*(?:by|in|at|from)\s(?!\d|permission|partnership|collaboration|its\b|our\b|the original|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|full|part|arrangement|agreement)"
)
"""English sentences that begin with the name: "Example News first published this story", "This Example News story ..."."""

QUOTED = pattern(r"\W*\"[^\"]*,\"\s+\w")
"""A sentence that somebody says."""

OPENS = (
    *(
        "originally",
        "first published",
        "first appeared",
        "first posted",
        "republished",
        "reprinted",
        "reposted",
        "syndicated",
        "published with permission",
        "published by permission",
    ),
    *(
        "published in partnership",
        "cross-posted",
        "crossposted",
        "ursprünglich",
        "zuerst",
        "erstmals",
        "publicado",
        "publicada",
        "publié",
        "pubblicat",
        "reproducid",
        "republicad",
        "reproduzid",
    ),
    *("paru ", "parue ", "initialement", "apareció", "pierwotnie"),
)
"""How such a line begins that has no subject."""

STRONG = (
    *(
        "original",
        "first",
        "republi",
        "reprint",
        "repost",
        "syndicat",
        "appeared",
        "publi",
        "cross-post",
        "crosspost",
    ),
    *("erschien", "ursprünglich", "erstmals", "zuerst", "apareci", "reproduc", "reproduz", "übernommen"),
    *(
        "ripubblic",
        "pubblicat",
        "verscheen",
        "verschenen",
        "gepubliceerd",
        "overgenomen",
        "opublikowan",
        "ukazał",
        "przedruk",
        "vyšel",
        "megjelent",
        "yayı",
        "paru",
    ),
    *("впервые", "первоначально", "перепечатка", "вперше", "передрук", "опубликован", "опублікован"),
    *("原载", "首发", "转载", "轉載", "初出", "転載", "원문", "게재"),
)
"""Parts of the phrases that say "this very text stood there first", not just "they reported it"."""

TOGETHER = (
    "copublished",
    "co-published",
    "published in partnership",
    "published with",
    "in partnership with",
    "in collaboration with",
)
"""What papers say of a story that they made together: it is as much the page's own."""

STRONG_OF_THIS = (
    *(
        "provided by",
        "distributed by",
        "produced by",
        "produced this",
        "provided this",
        "courtesy of",
        "comes to",
        "comes from",
        "story from",
        "article from",
        "is from",
    ),
    *(
        "from our partners",
        "our partners at",
        "our partner",
        "ran in",
        "ran on",
        "first ran",
        "brought to you by",
        "made available by",
        "shared by",
        "shared with permission",
        "genehmigung",
        "with permission",
    ),
)
"""...that say so only of "this story": a picture is "provided by" somebody, too."""

READ = "read the original"
READ_STORY = pattern(r"read the original (?:article|story|piece|post|version|essay|column|text|here|on|at)\b")
"""A link to a report is not yet one to where this story stood."""

SUPPLIED = ("provided by", "distributed by")
"""How a line begins that says so of the story or of a picture above it."""

GOES_ON = (
    "republished with",
    "republished by permission",
    "republished under",
    "reprinted with",
    "reprinted by permission",
    "originally published here",
    "originally published on",
)
"""A sentence behind one that only names somebody, and says what the name is for: "Example News. Republished with permission." """

LICENSED = pattern(r"\b(?:licen[cs]ed under|creative commons|cc[ -]by)\b")
OF_PICTURE = pattern(
    r"\b(?:photos?|photographs?|images?|pictures?|illustrations?|graphics?|charts?|maps?|data|figures?|tables?|videos?|foto\w*|bild\w*|grafik|karte|imagen|imágenes|imagens?|gráfico|immagin[ei])\b"
)
"""A line that tells under which licence something stands, and what that can be beside the story."""
