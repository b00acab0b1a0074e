"""How a note says that a story was edited, per language. Data only; compared folded.

Each phrase is a pattern that stands for the usual ways to say it; a note is a short line outside the story.
"""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "en": r"\b(?:edited|shortened|abridged|condensed|excerpted|adapted|modified|trimmed|cut) (?:slightly |lightly )?(?:for|from|by|with|to)\b"
    r"|\b(?:story|article|version|piece|text|report|column|headline) (?:has been|have been|was|were|is|are) (?:\w+ )?(?:edited|shortened|abridged|condensed|adapted|modified|changed|trimmed|cut|updated)"
    r"|\bedited version\b|\babridged version\b|\bshortened version\b|\bcondensed version\b"
    r"|\b(?:an excerpt|excerpts|an extract|extracts|adapted) (?:of|from)\b",
    "de": r"\b(?:gekurzt|gekürzt|redaktionell (?:bearbeitet|uberarbeitet|überarbeitet|verandert|verändert)|leicht (?:bearbeitet|verändert)|uberarbeitet|überarbeitet|angepasst|auszug aus|auszüge aus|auszugsweise)\b",
    "fr": r"\b(?:a ete|a été|version) (?:legerement |légèrement )?(?:modifie|modifié|raccourci|adapte|adapté|abrege|abrégé|edite|édité)e?\b|\bextraits? d",
    "es": r"\b(?:editad|resumid|adaptad|modificad|abreviad|acortad)[oa]s?\b|\b(?:un extracto|un fragmento|fragmentos) de\b",
    "it": r"\b(?:modificat|ridott|adattat|abbreviat|editat|accorciat)[oa]\b|\bun estratto d",
    "pt": r"\b(?:editad|resumid|adaptad|modificad|reduzid|abreviad)[oa]s?\b|\b(?:um trecho|trechos) d",
    "nl": r"\b(?:ingekort|bewerkt|aangepast|geredigeerd)\b",
    "pl": r"\b(?:skrocon|skrócon|zredagowan|zmodyfikowan|zaadaptowan|zmienion)[yae]\b",
    "sv": r"\b(?:redigerad|redigerats|forkortad|förkortad|kortats|bearbetad)\b",
    "da": r"\b(?:redigeret|forkortet|bearbejdet)\b",
    "no": r"\b(?:redigert|forkortet|bearbeidet)\b",
}
