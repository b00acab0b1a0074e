"""Worker processes, both ways that a system may offer: an answer, or the news that there will be none."""

import os
import threading
import time

import pytest

from licheck.edge import workers
from licheck.edge.frames import BadFrame, Inbox, pack
from licheck.edge.jobs import Job, Source
from licheck.edge.processes import GONE, Forks, Spawns

WAYS = [
    pytest.param(
        Forks, id="forked", marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
    ),
    pytest.param(Spawns, id="spawned"),
]


def heard(ways, seconds=30):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if events := ways.wait(until - time.monotonic()):
            return events
    raise AssertionError("nothing was heard")


@pytest.mark.parametrize("way", WAYS)
def test_a_process_answers_one_job_after_the_other(desk, way):
    ways = way()
    process = ways.start()
    try:
        for name in ("failing.html", "nowhere.html"):
            process.send(
                (20, 40, Job(Source(str(desk / name)), (str(desk / "harbour.yaml"),), chosen_by="a test"))
            )
            ((who, answer),) = heard(ways)
            assert who is process
            assert bool(answer.page) != bool(answer.errors)
    finally:
        process.end()


@pytest.mark.parametrize("way", WAYS)
def test_a_process_that_dies_is_heard_of(way):
    ways = way()
    process = ways.start()
    process.send("no job at all")
    assert [event.message for event in heard(ways)] == [GONE]
    assert process.end() == 1


@pytest.mark.parametrize("way", WAYS)
def test_waiting_for_a_silent_process_ends_in_time(way):
    ways = way()
    process = ways.start()
    started = time.monotonic()
    assert ways.wait(0.2) == []
    assert 0.1 < time.monotonic() - started < 10
    process.end()


def test_the_job_of_a_process_that_died_unheard_is_answered_with_an_error(desk):
    jobs = [Job(Source(str(desk / "failing.html")), (str(desk / "harbour.yaml"),))]
    with workers.Workers() as crew:
        process = crew._start(jobs[0])
        crew._idle.append(process)
        os.kill(process._process, 9)
        (answer,) = crew.run(jobs)
        assert "stopped by the system (SIGKILL)" in answer.errors[0].message
        (answer,) = crew.run(jobs)
        assert answer.page


def test_where_the_system_starts_no_process_it_is_said(desk, monkeypatch):
    def none_left(*_):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", none_left)
    with workers.Workers() as crew:
        (answer,) = crew.run([Job(Source(str(desk / "failing.html")), ())])
    assert "the system started no process" in answer.errors[0].message


def test_the_time_limit_depends_on_the_size(desk):
    with (desk / "large.html").open("wb") as file:
        file.truncate(6 << 20)
    assert workers.time_limit(Source(str(desk / "failing.html"))) == 4
    assert workers.time_limit(Source(str(desk / "large.html"))) == 16
    assert workers.time_limit(Source("-", b"x" * (6 << 20))) == 16
    assert workers.time_limit(Source(str(desk / "nowhere.html"))) == 4


FRAMES = [
    pytest.param(b"\xff" * 100, id="a length beyond all limits"),
    pytest.param(b"\0" * 7 + b"\5hello", id="no pickle"),
]


@pytest.mark.parametrize("data", FRAMES)
def test_a_garbled_message_is_found_out(data):
    read, write = os.pipe()
    os.write(write, data)
    inbox = Inbox(read)
    inbox.read()
    with pytest.raises(BadFrame):
        inbox.take()
    os.close(read)
    os.close(write)


def test_a_message_arrives_whole_however_it_is_cut():
    read, write = os.pipe()
    message = {"text": "x" * 200_000, "number": 7}
    frame = pack(message) * 2

    def trickle():
        for start in range(0, len(frame), 997):
            os.write(write, frame[start : start + 997])

    thread = threading.Thread(target=trickle)
    thread.start()
    inbox = Inbox(read)
    assert inbox.receive() == inbox.receive() == message
    thread.join()
    os.close(write)
    with pytest.raises(EOFError):
        inbox.receive()
    os.close(read)


def test_too_long_a_message_is_not_sent(monkeypatch):
    from licheck.edge import frames

    monkeypatch.setattr(frames, "LONGEST", 1000)
    with pytest.raises(BadFrame):
        frames.pack("x" * 2000)
