"""One line: who is credited, and with which outlet."""

from __future__ import annotations

import pytest

from licheck.credits.line import read_line
from licheck.model.credit import Role


def pairs(line: str) -> list[tuple[str, tuple[str, ...]]]:
    """(writer, outlets) of each writer in a line."""
    credits = [credit for credit in read_line(line) if credit.role is Role.WRITER]
    return [(name, tuple(credit.affiliations)) for credit in credits for name in credit.persons]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Ida Voss of the Fenland News", [("Ida Voss", ("Fenland News",))], id="of"),
        pytest.param("Ida Voss (Fenland News)", [("Ida Voss", ("Fenland News",))], id="in brackets"),
        pytest.param("Ida Voss、Fenland News", [("Ida Voss", ("Fenland News",))], id="an East Asian comma"),
        pytest.param("Ida Voss، Fenland News", [("Ida Voss", ("Fenland News",))], id="an Arabic comma"),
        pytest.param("IDA VOSS AND TOM HALE, Fenland News", [("IDA VOSS", ("Fenland News",)), ("TOM HALE", ("Fenland News",))], id="capitals"),
        pytest.param("This story by Ida Voss was first published by the Fenland News.", [("Ida Voss", ())], id="this story by"),
        pytest.param("This article was written by Ida Voss for the Fenland News and is shared.", [("Ida Voss", ("Fenland News",))], id="was written by"),
        pytest.param("By Ida Voss, Fenland News. This story was originally published by the Fenland News.", [("Ida Voss", ("Fenland News",))], id="a second sentence on the source"),
        pytest.param("This article was authored by Ida Voss. It originally appeared on Fenland News.", [("Ida Voss", ())], id="was authored by, and a second sentence"),
        pytest.param("Von Ida Voss. Zuerst erschienen bei Fenland News.", [("Ida Voss", ())], id="a second sentence, in German"),
        pytest.param("The rain fell on Ida Voss. It originally appeared as snow.", [], id="two sentences"),
        pytest.param("This story is part of a series on the coast.", [], id="a sentence"),
        pytest.param("By Emily Sun", [("Emily Sun", ())], id="a family name that newspapers have"),
        pytest.param("By Linda Church and Tom Post", [("Linda Church", ()), ("Tom Post", ())], id="two of them"),
        pytest.param("By Jackson Sun", [], id="a town's newspaper"),
        pytest.param("By Prairie Beacon", [], id="a newspaper"),
        pytest.param("文=早瀬みどり", [("早瀬みどり", ())], id="an equals sign"),
        pytest.param("作者：奥黛尔·马罗", [("奥黛尔·马罗", ())], id="a point within a name"),
        pytest.param("Του Χρυσάνθη Βλαστού", [("Χρυσάνθη Βλαστού", ())], id="Greek, of"),
        pytest.param("Του λιμανιού", [], id="Greek, of the harbour"),
        pytest.param("di Ginevra Battistoni", [("Ginevra Battistoni", ())], id="Italian, by"),
        pytest.param("Na Salim Mwinyi na Neema Mwaka", [("Salim Mwinyi", ()), ("Neema Mwaka", ())], id="Swahili"),
        pytest.param("김하늘·이바다 기자", [("김하늘", ()), ("이바다", ())], id="two Koreans"),
        pytest.param("기자 페이지", [], id="a reporter's page"),
        pytest.param("기자 김하늘", [("김하늘", ())], id="a Korean reporter"),
        pytest.param("기자 김하늘(서울)", [("김하늘", ())], id="a Korean reporter, and where"),
        pytest.param("Tolga Demir, Bölge Muhabiri", [("Tolga Demir", ())], id="a Turkish job"),
        pytest.param("Reporter Lokales", [], id="a job and a department"),
        pytest.param("THAÍS MONTE E CAETANO VILAR", [("THAÍS MONTE", ()), ("CAETANO VILAR", ())], id="and, in capitals"),
        pytest.param("Gönderen Elif Demir", [("Elif Demir", ())], id="posted by, in Turkish"),
        pytest.param("Αναρτήθηκε από Ελένη Ρήγα", [("Ελένη Ρήγα", ())], id="posted by, in Greek"),
        pytest.param("作者：编辑部", [], id="the editors, in Chinese"),
        pytest.param("投稿者：早瀬遥", [("早瀬遥", ())], id="posted by, in Japanese"),
        pytest.param("Jean d'Anvers, Fenland News", [("Jean d'Anvers", ("Fenland News",))], id="an article in small letters"),
    ],
)  # fmt: skip
def test_a_line_names_its_writers_and_their_outlets(line, expected):
    assert pairs(line) == expected
