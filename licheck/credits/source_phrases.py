"""Phrases that say that a story comes from somewhere, per language. The publisher's name follows or stands near. Data only."""

from __future__ import annotations

SOURCE_PHRASES: dict[str, str] = {
    "en": "originally published|first published|originally appeared|first appeared|originally posted"
    "|originally ran|first ran|was published|was produced by|is republished|are republished"
    "|was republished|republished|reprinted|reposted|republication|with permission|courtesy of"
    "|provided by|produced by|distributed by|in partnership with|in collaboration with|copublished"
    "|co-published|published in partnership|published with|syndicated|this article is from"
    "|this story is from|this article was written|this story was written|story from|article from"
    "|this article comes from|story comes from|article comes from|piece comes from|comes to you from"
    "|content from|source|originally reported|read the original|via|from our partners|a project of"
    "|brought to you by|originally from|appeared in|appeared on|appeared at|appeared first on|appeared first in"
    "|previously published|previously appeared|first posted|first ran|ran in|ran on|cross-posted|crossposted"
    "|comes to us from|comes to us via|comes to us courtesy|our partners at|our partner at|made available by"
    "|published by permission|appears courtesy|courtesy|produced this|published this|provided this|shared this"
    "|republishing this|republish this|republishing it|reprinting this|reposting this|shared by|is from|is by arrangement with|by arrangement with|original story|original article|original source",
    "de": "erschien zuerst|zuerst erschienen|ursprünglich erschienen|ursprünglich veröffentlicht"
    "|erstmals veröffentlicht|zuerst veröffentlicht|dieser artikel erschien|dieser beitrag erschien"
    "|dieser text erschien|übernommen von|mit freundlicher genehmigung|quelle|in zusammenarbeit mit"
    "|in kooperation mit|originalartikel|originalbeitrag"
    "|zuerst bei|zuerst auf|zuerst in|zuerst im|zuerst von|ursprünglich bei|ursprünglich auf|ursprünglich in"
    "|ursprünglich im|ursprünglich von|erstmals bei|erstmals auf|erstmals in|im original bei|im original auf"
    "|mit genehmigung|mit erlaubnis",
    "fr": "republié|publié à l'origine|initialement publié|publié initialement|d'abord publié|a été publié"
    "|cet article est|paru sur|paru dans|parue dans|source|en partenariat avec"
    "|avec l'aimable autorisation|reproduit|lire l'article original|est paru|initialement paru|paru initialement|parue initialement"
    "|originellement publié|d'abord été publié|d'abord paru|publié pour la première fois|publié en premier"
    "|publié avec l'autorisation|repris de|article original",
    "es": "publicado originalmente|publicó originalmente|originalmente publicado|se publicó por primera vez"
    "|fue publicado|publicada originalmente|apareció originalmente|apareció por primera vez|republicado"
    "|reproducido|fuente|en colaboración con|en alianza con|con permiso|este artículo|esta historia"
    "|lea el original|leer el original|texto original|se publicó originalmente|publicada por primera vez"
    "|publicado por primera vez|publicado inicialmente|publicada inicialmente|fue publicada|republicada"
    "|reproducida|se reproduce|tomado de|cortesía de|apareció en|artículo original",
    "pt": "publicado originalmente|originalmente publicado|originalmente publicada|publicada originalmente"
    "|foi publicado|republicado|reproduzido|fonte|em parceria com|leia o original|texto original"
    "|foi publicada|publicado primeiro|publicada primeiro|republicada|reproduzida|publicado pela"
    "|publicada pela|publicado por|publicada por",
    "it": "pubblicato originariamente|originariamente pubblicato|pubblicato per la prima volta"
    "|è stato pubblicato|ripubblicato|ripreso da|fonte|per gentile concessione|in collaborazione con"
    "|leggi l'originale|pubblicato originalmente|originalmente pubblicato"
    "|apparso originariamente|originariamente apparso|apparso per la prima volta|tratto da|pubblicato su",
    "nl": "oorspronkelijk gepubliceerd|eerder gepubliceerd|verscheen eerder|verscheen oorspronkelijk"
    "|overgenomen van|bron|met toestemming|in samenwerking met|verscheen eerst"
    "|eerst verschenen|eerst gepubliceerd|oorspronkelijk verschenen|is verschenen",
    "pl": "pierwotnie opublikowany|opublikowany pierwotnie|został opublikowany|ukazał się|źródło|przedruk"
    "|we współpracy z|za zgodą",
    "sv": "ursprungligen publicerad|publicerades först|först publicerad|källa|i samarbete med|återpublicerad",
    "da": "oprindeligt udgivet|oprindeligt bragt|kilde|i samarbejde med",
    "no": "opprinnelig publisert|først publisert|kilde|i samarbeid med",
    "fi": "alun perin julkaistu|julkaistiin alun perin|lähde",
    "cs": "původně vyšel|původně publikován|zdroj|převzato",
    "hu": "eredetileg megjelent|forrás",
    "ro": "publicat inițial|a apărut inițial|sursa|preluat",
    "tr": "ilk olarak|kaynak",
    "id": "pertama kali diterbitkan|artikel ini tayang|sumber|dipublikasikan",
    "el": "πρωτοδημοσιεύτηκε|αναδημοσίευση|πηγή",
    "ru": "впервые опубликован|первоначально опубликован|оригинал|источник|перепечатка|опубликовано на",
    "uk": "вперше опублікован|джерело|передрук|оригінал|опубліковано на",
    "zh": "原载|首发|转载自|转载|来源|來源|轉載|原文",
    "ja": "初出|転載|提供|出典|元記事|から転載",
    "ko": "원문|출처|제공|게재",
    "ar": "نشر لأول مرة|المصدر|نقلا عن",
    "he": "פורסם לראשונה|מקור",
    "eo": "unue publikigita|fonto|originale",
}
