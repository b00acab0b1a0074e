"""The store of originals: it grows, survives what can happen to it, and says what did."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path

import pytest
from invented_stories import paragraphs, put

from licheck.edge import originals_index, originals_write
from licheck.edge.originals_find import Finder
from licheck.edge.originals_place import DATABASE
from licheck.edge.originals_store import Store
from licheck.edge.originals_write import Writer
from licheck.errors import InputError, LicheckError, OutputError, UsageError
from licheck.originals.fingerprint import sums, words_in

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def place(tmp_path):
    """The folder of a store with stories 0 to 9."""
    folder = str(tmp_path / "store")
    with Writer(folder, make=True) as writer:
        put(writer, range(10))
    return folder


def found(folder, number, **more):
    """The paths of the originals that the text of a story comes from, and what the store says of itself."""
    finder = Finder(folder, whole=more.pop("whole", True))
    hits = finder.by_text(sums(words_in(paragraphs(f"story {number}", more.pop("count", 10)))), **more)
    paths = [finder.card(hit.number).path for hit in hits]
    finder.store.close()
    return paths, finder.notices


def segments(folder):
    return sorted(Path(folder, "index").iterdir())


def test_what_was_added_is_found_and_nothing_else(place):
    assert [found(place, number)[0] for number in range(10)] == [[f"{number}.html"] for number in range(10)]
    assert found(place, 99) == ([], ())


def test_the_index_grows_without_being_made_anew_and_stays_in_few_files(tmp_path):
    folder = str(tmp_path / "store")
    names: list[set[Path]] = []
    with Writer(folder, make=True) as writer:
        for number in range(60):
            put(writer, [number])
            names.append({*segments(folder)})
    assert max(map(len, names)) <= 5
    kept = sum(bool(after & before) for before, after in pairwise(names))
    assert kept > 30  # most additions left what was there
    assert all(found(folder, number)[0] == [f"{number}.html"] for number in (0, 17, 59))


def test_the_same_original_is_kept_once_and_new_facts_take_the_place_of_old_ones(place):
    with Writer(place) as writer:
        assert put(writer, [3]) == (0, 0, 1)
        assert put(writer, [3], title="Another title") == (0, 1, 0)
        assert [row.card.title for row in writer.store.rows() if row.card.path == "3.html"] == [
            "Another title"
        ]
        assert writer.store.count() == 10
    assert found(place, 3)[0] == ["3.html"]


def test_an_original_that_was_removed_is_found_no_more_even_when_segments_are_merged(place):
    with Writer(place) as writer:
        writer.remove([row.number for row in writer.store.rows() if row.card.path == "4.html"])
    assert found(place, 4)[0] == []
    with Writer(place) as writer:
        put(writer, range(20, 40))
        assert writer.store.ask("SELECT count(*) FROM gone") == [(0,)]
    assert found(place, 4)[0] == [] and found(place, 5)[0] == ["5.html"]
    with Writer(place) as writer:
        assert put(writer, [4]).added == 1
    assert found(place, 4)[0] == ["4.html"]


def test_short_stories_are_found_too(tmp_path):
    folder = str(tmp_path / "store")
    with Writer(folder, make=True) as writer:
        put(writer, range(20), count=1)
        put(writer, range(100, 110))
    assert [found(folder, number, count=1)[0] for number in range(20)] == [[f"{n}.html"] for n in range(20)]


def damage_cut(path):
    path.write_bytes(path.read_bytes()[:-9])


def damage_empty(path):
    path.write_bytes(b"")


def damage_gone(path):
    path.unlink()


def damage_flip(path):
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def damage_other(path):
    path.write_bytes(b"x" * path.stat().st_size)


DAMAGES = [damage_cut, damage_empty, damage_gone, damage_flip, damage_other]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_again_from_the_store_and_that_is_said(place, damage):
    (segment,) = segments(place)
    damage(segment)
    paths, notices = found(place, 7)
    assert paths == ["7.html"]
    assert "made again from the store" in notices[0] and "nothing is lost" in notices[0]
    assert found(place, 7) == (["7.html"], ())  # and it stays right


@pytest.mark.parametrize("damage", DAMAGES)
def test_who_adds_to_a_store_with_a_damaged_index_makes_it_again_too(place, damage):
    damage(segments(place)[0])
    with Writer(place) as writer:
        put(writer, [50])
        assert "made again" in writer.notices[0]
    assert found(place, 7) == (["7.html"], ()) and found(place, 50)[0] == ["50.html"]


def test_the_whole_index_can_be_missing(place):
    for path in segments(place):
        path.unlink()
    Path(place, "index").rmdir()
    assert found(place, 7)[0] == ["7.html"]


def test_an_index_of_an_older_version_is_made_again(place):
    with sqlite3.connect(Path(place, DATABASE)) as database:
        database.execute("UPDATE about SET prints = 0")
        database.execute("UPDATE originals SET prints = x''")
    database.close()
    paths, notices = found(place, 7)
    assert paths == ["7.html"] and "older version" in notices[0]


def test_what_a_killed_run_left_is_swept_up_by_the_next_one(place):
    index = Path(place, "index")
    (index / "0123.lichkidx").write_bytes(b"x")
    (index / "4567.lichkidx.tmp").write_bytes(b"x")
    with Writer(place) as writer:
        put(writer, [50])
    assert len(segments(place)) <= 2 and found(place, 50)[0] == ["50.html"]


def read_only(folder, yes=True):
    for path in [Path(folder), *Path(folder).rglob("*")]:
        mode = 0o555 if path.is_dir() else 0o444
        path.chmod(mode if yes else mode | stat.S_IWUSR)


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_store_that_may_not_be_written_to_can_be_read_but_not_added_to(place):
    read_only(place)
    try:
        assert found(place, 7) == (["7.html"], ())
        with pytest.raises(OutputError, match="may not be written to"), Writer(place) as writer:
            put(writer, [50])
    finally:
        read_only(place, yes=False)


def test_a_damaged_index_that_may_not_be_written_to_is_made_in_memory(place, monkeypatch):
    segments(place)[0].write_bytes(b"")

    def refuse(*_):
        raise OutputError("no")

    monkeypatch.setattr(originals_write.Writer, "repair", refuse)
    paths, notices = found(place, 7)
    assert paths == ["7.html"] and "in memory" in notices[0]
    assert segments(place)[0].stat().st_size == 0


def no_folder(folder):
    return folder / "nowhere"


def empty_folder(folder):
    (folder / "empty").mkdir()
    return folder / "empty"


def a_file(folder):
    (folder / "file").write_text("x")
    return folder / "file"


def another_file_of_that_name(folder):
    (folder / DATABASE).write_text("This is a diary and no database. " * 99)
    return folder


def another_database(folder):
    with sqlite3.connect(folder / DATABASE) as database:
        database.execute("CREATE TABLE diary (day)")
    database.close()
    return folder


def a_newer_store(folder):
    with Writer(str(folder / "new"), make=True) as writer:
        writer.store.database.execute("PRAGMA user_version = 99")
    return folder / "new"


def an_unfinished_store(folder):
    (folder / DATABASE).write_bytes(b"")
    return folder


NO_STORES = [
    pytest.param(no_folder, "there is no store of originals in .*nowhere", id="nothing there"),
    pytest.param(empty_folder, "there is no store of originals in", id="an empty folder"),
    pytest.param(a_file, "is a file, and no store", id="a file"),
    pytest.param(another_file_of_that_name, "is no store of originals", id="something else of that name"),
    pytest.param(another_database, "is no store of originals", id="somebody else's database"),
    pytest.param(a_newer_store, "newer version of licheck", id="a newer version's"),
    pytest.param(an_unfinished_store, "never finished", id="one whose making was stopped"),
]


@pytest.mark.parametrize(("make", "says"), NO_STORES)
def test_what_is_no_store_of_ours_is_refused_with_a_sentence(tmp_path, make, says):
    folder = str(make(tmp_path))
    with pytest.raises(UsageError, match=says):
        Store(folder)


def test_one_whose_making_was_stopped_is_made_by_the_next_to_add(tmp_path):
    folder = str(an_unfinished_store(tmp_path))
    with Writer(folder, make=True) as writer:
        put(writer, [1])
    assert found(folder, 1)[0] == ["1.html"]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(a_file, "is a file, and no folder", id="a file"),
        pytest.param(another_file_of_that_name, "is no store of originals", id="something else of that name"),
        pytest.param(another_database, "is no store of originals", id="somebody else's database"),
        pytest.param(
            lambda folder: a_file(folder).parent, "holds other files", id="a folder with files in it"
        ),
    ],
)
def test_a_store_is_made_nowhere_but_in_a_folder_of_its_own(tmp_path, make, says):
    folder = make(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=says):
        Writer(str(folder), make=True)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_damaged_database_is_an_error_that_says_what_to_do(place):
    path = Path(place, DATABASE)
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(InputError, match="backup"):
        found(place, 7)


def fail_after(writes):
    """write_all, but the disk is full after so many calls."""
    left = [writes]
    real = originals_index.write_all

    def write(handle, data):
        left[0] -= 1
        if left[0] < 0:
            real(handle, bytes(data)[: len(data) // 2])
            raise OSError(28, "No space left on device")
        real(handle, data)

    return write


@pytest.mark.parametrize("writes", [0, 1, 2])
def test_a_full_disk_is_said_and_nothing_of_what_was_there_is_lost(place, monkeypatch, writes):
    with monkeypatch.context() as patch:
        patch.setattr(originals_index, "write_all", fail_after(writes))
        says = "no space left on device; what was in the store is safe"
        with pytest.raises(OutputError, match=says), Writer(place) as writer:
            put(writer, range(20, 30))
    assert found(place, 7) == (["7.html"], ()) and found(place, 25)[0] == []
    with Writer(place) as writer:
        assert put(writer, range(20, 30)).added == 10
    assert found(place, 25) == (["25.html"], ())


LIMITED = """
import resource, sys
sys.path[:0] = sys.argv[3:]
from invented_stories import put
from licheck.edge.originals_write import Writer
from licheck.errors import LicheckError
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    with Writer(sys.argv[1]) as writer:
        for number in range(1000, 1400, 10):
            put(writer, range(number, number + 10))
except LicheckError as error:
    print(error)
    sys.exit(3)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_files_that_may_not_grow_are_said_and_nothing_of_what_was_there_is_lost(place):
    limit = Path(place, DATABASE).stat().st_size + 100_000
    command = [sys.executable, "-c", LIMITED, place, str(limit), str(Path(__file__).parents[1]), *sys.path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3 and "could not be written" in done.stdout, done
    assert found(place, 7)[0] == ["7.html"]
    with Writer(place) as writer:
        put(writer, [50])
        assert writer.store.ask("PRAGMA integrity_check") == [("ok",)]
    assert found(place, 50) == (["50.html"], ())


def test_two_who_write_at_the_same_time_wait_for_each_other(place):
    errors: list[LicheckError] = []

    def add(start):
        try:
            with Writer(place, make=True) as writer:
                for number in range(start, start + 15):
                    put(writer, [number])
        except LicheckError as error:
            errors.append(error)

    threads = [threading.Thread(target=add, args=(start,)) for start in (100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Store(place) as store:
        assert store.count() == 55
        store.segments(whole=True)
    assert all(found(place, number)[0] == [f"{number}.html"] for number in (0, 100, 214, 305))


def test_two_can_make_the_same_store_at_the_same_time(tmp_path):
    folder, ready, errors = str(tmp_path / "store"), threading.Barrier(4), []

    def make(number):
        ready.wait()
        try:
            with Writer(folder, make=True) as writer:
                put(writer, [number])
        except LicheckError as error:
            errors.append(error)

    threads = [threading.Thread(target=make, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert [found(folder, number)[0] for number in range(4)] == [[f"{number}.html"] for number in range(4)]


def test_who_reads_while_segments_are_merged_sees_a_whole_index(place, monkeypatch):
    store = Store(place)
    real, calls = Store.ask, []

    def ask(self, question, *values):
        rows = real(self, question, *values)
        if self is store and "FROM segments" in question and not calls:
            calls.append(question)
            with Writer(place) as writer:
                put(writer, range(20, 60))  # replaces the segment that was just named
        return rows

    monkeypatch.setattr(Store, "ask", ask)
    assert sum(len(segment.entries) for segment in store.segments(whole=True)) > 0
    assert calls
    store.close()


def test_a_locked_store_is_said(place, monkeypatch):
    monkeypatch.setattr(originals_write, "PATIENCE", 0.2)
    with sqlite3.connect(Path(place, DATABASE), isolation_level=None) as database:
        database.execute("BEGIN IMMEDIATE")
        with Writer(place) as writer, pytest.raises(InputError, match="another licheck is writing"):
            put(writer, [50])
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_who_is_killed_while_writing_leaves_a_store_with_all_that_was_done(monkeypatch):
    """`python tests/originals/kill.py 50` does it more often."""
    import kill

    assert kill.main(4, seed="suite", longest=0.4)["stories"] > 0
