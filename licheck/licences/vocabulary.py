"""How the parts of Creative Commons licences are called in eight languages, over the versions 1.0 to 4.0.

Patterns for text that is folded and has no accents; the names are those of the deeds in these languages.
"""

from __future__ import annotations

PARTS = {
    "by": (
        "attribution",  # en, fr
        "namensnennung",
        "paternite",
        "atribucion|reconocimiento",
        "atribuicao",
        "attribuzione",
        "naamsvermelding",
        "uznanie autorstwa",
    ),
    "nc": (
        "non[ -]?commercial(?: use)?(?: only)?",
        "nicht[ -]?kommerziell(?:e nutzung)?|keine kommerzielle nutzung",
        "pas d'utilisation commerciale|utilisation non[ -]commerciale|non[ -]commerciale?",  # the last also it
        "(?:uso )?no[ -]?comercial",
        "(?:uso )?nao[ -]?comercial",
        "niet[ -]?commercieel(?: gebruik)?|geen commercieel gebruik",
        "uzycie niekomercyjne",
    ),
    "nd": (
        "no[ -]?deriv(?:ative)?s?(?: works?)?",
        "keine[ -]?bearbeitung(?:en)?",
        "pas de modifications?|(?:pas d'|sans )?(?:oe?|e)uvres? derivees?|sans modifications?",
        "sin[ -]?(?:obras?[ -]?)?derivad[ao]s?",
        "sem[ -]?deriva(?:coes|dos|das)|proibicao de realizacao de obras derivadas|vedada a criacao de obras derivadas",
        "non? opere derivate",
        "geen[ -]?(?:afgeleide[ -]?werken|bewerkingen)",
        "bez utworow zaleznych",
    ),
    "sa": (
        "share[ -]?alike",
        "weitergabe unter gleichen bedingungen",
        "partage (?:dans|selon) les memes conditions|partage (?:des conditions initiales )?a l'identique",
        "compartir[ -]?igual",
        "compartilha[ -]?igual|partilha[ -]?igual|compartilhamento pela mesma licenca"
        "|partilha nos (?:mesmos termos|termos da mesma licenca)",
        "condividi allo stesso modo",
        "gelijk[ -]?delen",
        "na tych samych warunkach",
    ),
}

WORLDWIDE: tuple[str, ...] = (
    "international",
    "internacional",
    "internationale?",
    "internazionale",
    "internationaal",
)
WORLDWIDE += (
    "miedzynarodowe",
    "unported",
    "generic",
    "generico",
    "generique",
    "generica",
    "nicht portiert",
    "universal",
)
"""How a version is called that is of no jurisdiction."""

COUNTRIES = {
    "ar": "argentina|argentinien|argentine",
    "at": "austria|osterreich|autriche|oostenrijk",
    "au": "australia|australien|australie",
    "be": "belgium|belgien|belgique|belgie|belgica",
    "br": "brazil|brasil|brasilien|bresil",
    "ca": "canada|kanada",
    "ch": "switzerland|schweiz|suisse|svizzera|suiza",
    "cl": "chile|chili",
    "co": "colombia|kolumbien",
    "cz": "czech republic|czechia|tschechien",
    "de": "germany|deutschland|allemagne|alemania|alemanha|germania|duitsland|niemcy",
    "dk": "denmark|danmark|danemark",
    "ec": "ecuador",
    "es": "spain|espana|spanien|espagne|espanha|spagna",
    "fi": "finland|suomi|finnland",
    "fr": "france|frankreich|francia|franca|frankrijk|francja",
    "gr": "greece|griechenland|grece",
    "ie": "ireland|irland",
    "igo": "igo|intergovernmental organi[sz]ations?",
    "in": "india|indien",
    "it": "italy|italia|italien|italie|wlochy",
    "jp": "japan|japon",
    "lu": "luxembourg|luxemburg",
    "mx": "mexico|mexiko|mexique",
    "nl": "netherlands|nederland|niederlande|pays-bas|paises bajos|paesi bassi|holandia",
    "no": "norway|norge|norwegen",
    "nz": "new zealand|neuseeland",
    "pe": "peru",
    "ph": "philippines",
    "pl": "poland|polska|polen|pologne|polonia",
    "pt": "portugal",
    "ro": "romania|rumanien",
    "scotland": "scotland",
    "se": "sweden|sverige|schweden",
    "sg": "singapore",
    "ug": "uganda",
    "uk": "united kingdom|uk: england (?:&|and) wales|uk|england (?:&|and) wales",
    "us": "united states(?: of america)?|usa|etats-unis|vereinigte staaten(?: von amerika)?|estados unidos|stati uniti",
    "za": "south africa|sudafrika",
}
"""Jurisdictions of licences up to 3.0, by the names that stand behind a version."""

CODES: tuple[str, ...] = (
    *"ar at au az be bg br ca ch cl cn co cr cz de dk ec ee eg es fi fr ge gr gt hk hr hu ie".split(),
)
CODES += (
    *"igo il in it jp kr lu mk mt mx my nl no nz pe ph pl pr pt ro rs se sg si th tw ua ug uk us ve vn za".split(),
)
"""The codes of all jurisdictions that have forms of their own."""

LICENCE = "licen[cs]ed?|licen[cs]es|lizenz|lizenziert|licencia|licenza|licentie|licenca|licencj[aieo]|licencjonowan[ey]"
"""The word for a licence."""

FILLERS = f"{LICENCE}|the|a|of|version|v|deed|public|und|and|et|y|e|en|i"
"""Words that stand between the parts of a licence's name."""
