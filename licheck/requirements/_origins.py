"""How a line says that a story began elsewhere, and news agencies by name. Data only; compared folded."""

from __future__ import annotations

ELSEWHERE = (
    r"\b(?:originally|first) (?:published|appeared|ran|printed|posted) (?:by|in|on|at|with|via)\b"
    r"|\b(?:republished|reprinted|reposted|syndicated) (?:\w+ ){0,3}(?:from|by|with|courtesy)\b"
    r"|\bcontent[- ]sharing (?:agreement|partnership)\b|\bis republished (?:here )?(?:from|with|under)\b"
    r"|\b(?:erschien|veröffentlicht) (?:\w+ ){0,2}(?:zuerst|ursprünglich)\b|\b(?:zuerst|ursprünglich) (?:\w+ ){0,3}(?:erschienen|veröffentlicht)\b"
    r"|\b(?:publiée?|paru[es]?) (?:initialement|à l'origine|d'abord)\b|\b(?:initialement|originellement) (?:publiée?|paru)"
    r"|\bpublicad[oa] (?:originalmente|originariamente|por primera vez|primero)\b|\boriginalmente publicad[oa]\b"
    r"|\bpubblicat[oa] (?:originariamente|originalmente|per la prima volta)\b|\boorspronkelijk (?:gepubliceerd|verschenen)\b"
)
"""A pattern for the sentences."""

AGENCIES = (
    "Associated Press",
    "The Associated Press",
    "AP",
    "Reuters",
    "Thomson Reuters",
    "Agence France-Presse",
    "AFP",
    "dpa",
    "Deutsche Presse-Agentur",
    "United Press International",
    "UPI",
    "EFE",
    "ANSA",
    "Xinhua",
    "TASS",
    "PA Media",
    "Press Association",
    "Bloomberg News",
    "Kyodo News",
    "Press Trust of India",
    "PTI",
    "Australian Associated Press",
    "AAP",
    "Canadian Press",
    "The Canadian Press",
)
"""News agencies, whose stories are not their clients' to give away."""
