"""Web archives: what is read of them, and that damage costs only what is damaged."""

import gzip
import io
import zlib

import pytest
from archives import HTTP, http, identifier, packed, page, record, response, scanned
from fastwarc.stream_io import ZstdWriter

from licheck.audit import warc


def zstd(data):
    packed = io.BytesIO()
    with ZstdWriter(packed) as writer:
        writer.write(data)
    return packed.getvalue()


FIVE = [response(number) for number in range(5)]
MEMBERS = packed(*FIVE)
SITES = [f"https://one.example/{number}" for number in range(5)]
FLIPPED = MEMBERS[2][:60] + bytes([MEMBERS[2][60] ^ 255]) + MEMBERS[2][61:]

WHOLE = [
    pytest.param(b"".join(MEMBERS), "a.warc.gz", id="a member for each record"),
    pytest.param(b"".join(FIVE), "a.warc", id="not packed"),
    pytest.param(gzip.compress(b"".join(FIVE)), "a.warc.gz", id="one member for all"),
    pytest.param(b"".join(map(zstd, FIVE)), "a.warc.zst", id="Zstandard"),
]


@pytest.mark.parametrize("most", [1, 2, 64])
@pytest.mark.parametrize(("data", "name"), WHOLE)
def test_every_record_is_read_once_in_its_order_however_many_at_a_time(tmp_path, data, name, most):
    found = scanned(tmp_path / name, data, most)
    assert [one.address for one in found] == SITES
    assert [one.data for one in found] == [page(number) for number in range(5)]
    assert not any(one.trouble or one.counted for one in found)


@pytest.mark.parametrize(("data", "name"), WHOLE)
def test_reading_can_go_on_behind_any_record_in_another_process(tmp_path, data, name):
    path = tmp_path / name
    for at, one in enumerate(scanned(path, data)):
        warc._open.clear()
        following = warc.reader_at(str(path), *one.next).next()
        assert (following.address if following else None) == ([*SITES, None])[at + 1]


DAMAGED = [
    pytest.param(b"".join([*MEMBERS[:2], FLIPPED, *MEMBERS[3:]]), "a.warc.gz", [0, 1, 3, 4], id="a byte changed"),
    pytest.param(b"".join([*MEMBERS[:2], MEMBERS[2][:50], *MEMBERS[3:]]), "a.warc.gz", [0, 1, 3, 4], id="a member cut off"),
    pytest.param(b"".join([*MEMBERS[:2], b"garbage" * 30, *MEMBERS[2:]]), "a.warc.gz", [0, 1, 2, 3, 4], id="rubbish between"),
    pytest.param(b"".join([*MEMBERS, b"garbage" * 30]), "a.warc.gz", [0, 1, 2, 3, 4], id="rubbish at the end"),
    pytest.param(b"garbage" * 100 + b"".join(MEMBERS), "a.warc.gz", [0, 1, 2, 3, 4], id="rubbish at the beginning"),
    pytest.param(b"".join(MEMBERS)[:-40], "a.warc.gz", [0, 1, 2, 3], id="cut off"),
    pytest.param(b"".join(FIVE)[:-50], "a.warc", [0, 1, 2, 3], id="cut off, not packed"),
    pytest.param(b"".join([*FIVE[:2], b"xx" + FIVE[2][7:], *FIVE[3:]]), "a.warc", [0, 1, 3, 4], id="a head spoilt, not packed"),
    pytest.param(gzip.compress(b"".join(FIVE))[:-30], "a.warc.gz", None, id="one member for all, cut off"),
    pytest.param(b"garbage" * 100, "a.warc", [], id="no archive"),
]  # fmt: skip


@pytest.mark.parametrize("most", [1, 64])
@pytest.mark.parametrize(("data", "name", "left"), DAMAGED)
def test_damage_is_told_and_the_rest_is_read(tmp_path, data, name, left, most):
    found = scanned(tmp_path / name, data, most)
    assert any(one.trouble for one in found)
    read = [one.address for one in found if one.data]
    if left is None:
        assert read == SITES[: len(read)]
    else:
        assert read == [SITES[number] for number in left]


COUNTED = [
    pytest.param(response(1, b"", status="301 Moved"), "redirect", id="redirect"),
    pytest.param(response(1, status="404 Not Found"), "http_error", id="not found"),
    pytest.param(response(1, status="206 Partial Content"), "http_error", id="a part"),
    pytest.param(response(1, b"\x89PNG", "image/png"), "not_html", id="picture"),
    pytest.param(response(1, b"{}", "application/json"), "not_html", id="data"),
    pytest.param(record("request", "https://one.example/", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request", 1), "other_record", id="request"),
    pytest.param(record("resource", "https://one.example/", page(1), "text/html", 1), "other_record", id="resource"),
    pytest.param(record("response", "dns:one.example", b"1.2.3.4", "text/dns", 1), "other_record", id="dns"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "counted"), COUNTED)
def test_what_is_no_page_is_named_and_counted(tmp_path, one, counted):
    (found,) = scanned(tmp_path / "a.warc.gz", b"".join(packed(one)))
    assert (found.counted, found.data) == (counted, b"")


def _sent(body, **headers):
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=Shift_JIS\r\n{lines}\r\n".encode() + body
    return record("response", "https://one.example/1", answer, HTTP, 1)


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(1)), page(1))
PACKED = [
    pytest.param(_sent(page(1)), id="plain"),
    pytest.param(_sent(CHUNKED, Transfer_Encoding="chunked"), id="in chunks"),
    pytest.param(_sent(page(1), Transfer_Encoding="chunked"), id="no longer in chunks"),
    pytest.param(_sent(gzip.compress(page(1)), Content_Encoding="gzip"), id="gzip"),
    pytest.param(_sent(page(1), Content_Encoding="gzip"), id="no longer gzip"),
    pytest.param(_sent(zlib.compress(page(1)), Content_Encoding="deflate"), id="deflate"),
]


@pytest.mark.parametrize("one", PACKED)
def test_a_page_is_taken_out_of_what_its_server_packed_it_in(tmp_path, one):
    (found,) = scanned(tmp_path / "a.warc.gz", b"".join(packed(one)))
    assert (found.data, found.charset, found.trouble) == (page(1), "shift_jis", "")


TROUBLE = [
    pytest.param(_sent(gzip.compress(bytes(40_000_000)), Content_Encoding="gzip"), "30 MB", id="a bomb"),
    pytest.param(_sent(gzip.compress(page(1))[:-30], Content_Encoding="gzip"), "unpacked", id="half a gzip"),
    pytest.param(_sent(CHUNKED[:-200], Transfer_Encoding="chunked"), "unpacked", id="not all chunks"),
    pytest.param(response(1, bytes(30_000_001)), "too large", id="too large"),
    pytest.param(
        response(1, more="WARC-Truncated: length\r\n"),
        "cut off when it was archived",
        id="cut by the crawler",
    ),
    pytest.param(response(1, b""), "is empty", id="empty"),
]


@pytest.mark.parametrize(("one", "says"), TROUBLE)
def test_a_page_that_is_not_there_as_a_whole_is_told(tmp_path, one, says):
    (found,) = scanned(tmp_path / "a.warc.gz", b"".join(packed(one)))
    assert says in found.trouble
    assert found.data == b""


def test_a_revisit_names_its_record_by_the_same_keys_that_this_one_has(tmp_path):
    digest = "WARC-Payload-Digest: sha1:AB\r\n"
    again = record(
        "revisit",
        "https://one.example/1",
        http(b"", "text/html"),
        HTTP,
        2,
        f"WARC-Refers-To: {identifier(1)}\r\n",
    )
    by_digest = record("revisit", "https://one.example/1", http(b"", "text/html"), HTTP, 3, digest)
    first, *others = scanned(
        tmp_path / "a.warc.gz", b"".join(packed(response(1, more=digest), again, by_digest))
    )
    assert all(set(other.refers_to) & set(first.names) for other in others)


def test_without_fastwarc_a_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "fastwarc.warc", None)
    warc._open.clear()
    (tmp_path / "a.warc").write_bytes(FIVE[0])
    from licheck.edge.jobs import Job, Source
    from licheck.edge.judge import work

    (error,) = work(Job(Source(str(tmp_path / "a.warc")), (), task=warc.Scan(0))).errors
    assert "pip install fastwarc" in error.message
