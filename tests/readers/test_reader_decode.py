"""Bytes become the text that their writer saw, and what was uncertain about it is told."""

import codecs

import pytest

from licheck.model.page import Encoding
from licheck.readers.decode import decode, meta_charset, notes

GERMAN = "Von Jörg Weiß – „Für uns ist das ein Schlag“, sagte Käthe Müller."
FRENCH = "Par Hélène Dupré : « C’est une décision difficile », a déclaré le maire à l’été."
POLISH = "Autor: Józef Łącki. Mieszkańcy są źli, bo książki trafią do magazynu."
CZECH = "Městská rada hlasovala o uzavření knihovny. Čtenáři jsou rozhořčeni, říká Květa Nováková."
RUSSIAN = "Автор: Иван Смирнов. Городской совет проголосовал за закрытие библиотеки."
UKRAINIAN = "Міська рада проголосувала за закриття бібліотеки. Їхній протест відбудеться у п’ятницю."
GREEK = "Το δημοτικό συμβούλιο ψήφισε τη Δευτέρα για το κλείσιμο της βιβλιοθήκης."
JAPANESE = "市議会は月曜日、図書館の閉鎖について採決を行った。文/記者 田中花子"
CHINESE = "市议会星期一就关闭图书馆进行了投票。居民们表示反对。记者王小明报道"
KOREAN = "시의회는 월요일 도서관 폐쇄를 표결했다. 주민들은 반대하고 있다. 글 김하나 기자"


def told(data, declared=""):
    text, encoding = decode(data, declared)
    return " ".join(notes(data, declared, text, encoding))


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        pytest.param(codecs.BOM_UTF8, "utf-8", "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le", id="utf-16 little-endian"),
        pytest.param(codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be", id="utf-16 big-endian"),
        pytest.param(codecs.BOM_UTF32_LE, "utf-32-le", "utf-32le", id="utf-32 little-endian"),
        pytest.param(codecs.BOM_UTF32_BE, "utf-32-be", "utf-32be", id="utf-32 big-endian"),
    ],
)
def test_a_byte_order_mark_decides_whatever_is_declared_and_is_taken_off(mark, codec, name):
    text, encoding = decode(mark + GERMAN.encode(codec), "windows-1251")
    assert (text, encoding) == (GERMAN, Encoding(name, "byte order mark"))


@pytest.mark.parametrize(
    ("text", "codec", "declared", "name"),
    [
        pytest.param(GERMAN, "utf-8", "UTF-8", "utf-8", id="utf-8"),
        pytest.param(GERMAN, "utf-8", "utf8", "utf-8", id="utf8"),
        pytest.param(GERMAN, "cp1252", "windows-1252", "windows-1252", id="windows-1252"),
        pytest.param(GERMAN, "cp1252", "ISO-8859-1", "windows-1252", id="iso-8859-1 is windows-1252"),
        pytest.param(GERMAN, "cp1252", "latin1", "windows-1252", id="latin1 is windows-1252"),
        pytest.param(GERMAN, "cp1252", "latin-1", "windows-1252", id="latin-1, as people write it"),
        pytest.param(GERMAN, "cp1252", " us-ascii ", "windows-1252", id="us-ascii is windows-1252"),
        pytest.param(POLISH, "iso8859-2", "iso-8859-2", "iso-8859-2", id="iso-8859-2"),
        pytest.param(RUSSIAN, "koi8-r", "koi8-r", "koi8-r", id="koi8-r"),
        pytest.param(JAPANESE, "shift_jis", "x-sjis", "shift_jis", id="x-sjis"),
        pytest.param(JAPANESE, "euc-jp", "euc-jp", "euc-jp", id="euc-jp"),
        pytest.param(JAPANESE, "iso2022_jp", "iso-2022-jp", "iso-2022-jp", id="iso-2022-jp"),
        pytest.param(CHINESE, "gb2312", "gb2312", "gbk", id="gb2312 is gbk"),
        pytest.param(KOREAN, "euc-kr", "ks_c_5601-1987", "euc-kr", id="ks_c_5601-1987"),
        pytest.param("plain", "ascii", "shift_jis", "shift_jis", id="ASCII is valid as anything"),
    ],
)
def test_a_declared_encoding_is_taken_by_the_browsers_meaning_of_its_label(text, codec, declared, name):
    data = text.encode(codec)
    assert decode(data, declared) == (text, Encoding(name, "declared"))
    assert told(data, declared) == ""


@pytest.mark.parametrize("declared", ["", "windows-1252", "windows-1251", "shift_jis", "utf-16", "nonsense"])
def test_utf_8_is_read_as_utf_8_whatever_is_declared(declared):
    assert decode(GERMAN.encode(), declared) == (GERMAN, Encoding("utf-8", "utf-8"))


def test_text_that_is_valid_both_as_utf_8_and_as_declared_follows_the_declaration():
    data = "ﾃｯ".encode("shift_jis")  # two half-width letters whose bytes are ï in UTF-8
    assert data.decode() == "ï"
    assert decode(data, "shift_jis") == ("ﾃｯ", Encoding("shift_jis", "declared"))


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        pytest.param(GERMAN, "cp1252", id="German"),
        pytest.param("Von Jörg Weiß", "cp1252", id="German, three words"),
        pytest.param(FRENCH, "cp1252", id="French"),
        pytest.param(POLISH, "cp1250", id="Polish, Windows"),
        pytest.param(POLISH, "iso8859-2", id="Polish, ISO"),
        pytest.param(CZECH, "cp1250", id="Czech, Windows"),
        pytest.param(CZECH, "iso8859-2", id="Czech, ISO"),
        pytest.param(RUSSIAN, "cp1251", id="Russian, Windows"),
        pytest.param(RUSSIAN, "koi8-r", id="Russian, KOI8"),
        pytest.param(UKRAINIAN, "cp1251", id="Ukrainian"),
        pytest.param(GREEK, "cp1253", id="Greek"),
        pytest.param(JAPANESE, "shift_jis", id="Japanese, Shift JIS"),
        pytest.param(JAPANESE, "euc-jp", id="Japanese, EUC"),
        pytest.param(JAPANESE, "iso2022_jp", id="Japanese, ISO 2022"),
        pytest.param(CHINESE, "gb18030", id="Chinese"),
        pytest.param(KOREAN, "euc-kr", id="Korean"),
        pytest.param(GERMAN, "utf-16-le", id="UTF-16 without a mark"),
        pytest.param(GERMAN, "utf-16-be", id="UTF-16 without a mark, big-endian"),
        pytest.param(GERMAN, "utf-32-le", id="UTF-32 without a mark"),
    ],
)
def test_what_is_not_declared_is_guessed_and_the_guess_is_told(text, codec):
    data = text.encode(codec)
    read, encoding = decode(data)
    assert (read, encoding.how) == (text, "guessed")
    assert f"licheck guessed {encoding.name}" in told(data)


def test_a_declaration_of_utf_8_that_no_byte_keeps_gives_way_to_a_guess():
    data = GERMAN.encode("cp1252")
    assert decode(data, "utf-8") == (GERMAN, Encoding("windows-1252", "guessed"))
    assert told(data, "utf-8") == (
        "The file declares the encoding utf-8, but its bytes are windows-1252: read as that."
    )


def test_a_meta_element_does_not_sway_the_guess_once_it_was_found_wrong():
    data = b'<meta charset="utf-8"><p>' + RUSSIAN.encode("cp1251")
    assert RUSSIAN in decode(data, meta_charset(data))[0]


@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1252"])
def test_utf_8_with_a_damaged_place_stays_utf_8(declared):
    data = GERMAN.encode() + b"\nline two \xff\xfe here\n" + GERMAN.encode()
    text, encoding = decode(data, declared)
    assert text == f"{GERMAN}\nline two \ufffd\ufffd here\n{GERMAN}"
    assert encoding.name == "utf-8"
    assert "Bytes that are no utf-8 text stand in 2 places, first in line 2." in told(data, declared)


def test_a_file_cut_within_a_letter_loses_that_letter_only():
    data = GERMAN.encode() + "ß".encode()[:1]
    assert decode(data)[0] == GERMAN + "\ufffd"
    assert "in 1 place, first in line 1" in told(data)


def test_replacement_characters_that_the_file_itself_holds_are_no_loss():
    assert told("J\ufffdrg".encode()) == ""


@pytest.mark.parametrize(
    "label", ["nonsense", "utf-7", "rot13", "hex", "unicode_escape", "\0", "é", "x" * 10_000]
)
def test_labels_that_browsers_do_not_know_are_told_and_not_used(label):
    assert decode(b"+AGE- \\u0041", label) == ("+AGE- \\u0041", Encoding("utf-8", "utf-8"))
    assert "which browsers do not know" in told(b"plain", label)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"a\r\nb", "a\nb", id="Windows"),
        pytest.param(b"a\rb", "a\nb", id="old Mac"),
        pytest.param(b"a\r\n\rb\r\r\nc\n", "a\n\nb\n\nc\n", id="mixed"),
        pytest.param("a\r\nb".encode("utf-16"), "a\nb", id="UTF-16"),
    ],
)
def test_line_ends_are_normalised(data, text):
    assert decode(data)[0] == text


def test_no_nul_and_no_half_of_a_pair_comes_back():
    text = decode("a\ud800b".encode("utf-16-le", "surrogatepass") * 50)[0] + decode(b"a\0b \xed\xa0\x80")[0]
    assert "\0" not in text
    text.encode()


@pytest.mark.parametrize(
    ("head", "label"),
    [
        pytest.param(b'<meta charset="ISO-8859-1">', "iso-8859-1", id="charset"),
        pytest.param(b"<meta charset=koi8-r>", "koi8-r", id="without quotes"),
        pytest.param(b"<META  CHARSET = 'Big5' />", "big5", id="capitals and spaces"),
        pytest.param(b'<meta name=a content="x"><meta charset=gbk>', "gbk", id="after another"),
        pytest.param(
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
            "windows-1251",
            id="http-equiv",
        ),
        pytest.param(
            b"<meta content='text/html;charset=x-sjis' http-equiv=content-type>", "x-sjis", id="other order"
        ),
        pytest.param(b'<meta name="description" content="charset=gbk">', "", id="a description only"),
        pytest.param(b'<meta data-charset="gbk">', "", id="another attribute"),
        pytest.param(b'<!-- <meta charset="gbk"> --><meta charset=big5>', "big5", id="a comment before"),
        pytest.param(b'<!-- <meta charset="gbk">', "", id="an unclosed comment"),
        pytest.param(b'<?xml version="1.0" encoding="ISO-8859-2"?><html>', "iso-8859-2", id="XML"),
        pytest.param(b'\xef\xbb\xbf<?xml version="1.0" encoding="gbk"?>', "gbk", id="XML after a mark"),
        pytest.param(b'<meta charset="utf-16">', "utf-8", id="UTF-16 cannot say so itself"),
        pytest.param(b"<meta charset=x-user-defined>", "windows-1252", id="x-user-defined"),
        pytest.param(b" " * 1024 + b"<meta charset=gbk>", "", id="after 1024 bytes"),
        pytest.param(b"<metadata charset=gbk>", "", id="another element"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_what_html_and_xml_declare_is_found_in_their_first_1024_bytes(head, label):
    assert meta_charset(head) == label
