"""licheck with readers that do what the worst parser could do, where a page or a rule file asks for it.

Run as a program: `python sabotage.py check ...`. All else is as it is.
"""

import ctypes
import os
import re
import sys
import time

import licheck.readers
import licheck.rulesets.yaml_nodes
from licheck.cli import main


def hang():
    re.match(r"(a+)+$", "a" * 60 + "b")  # in C, where no signal handler of Python's gets a turn


def wait_for_ever():
    while True:
        time.sleep(10)


def crash():
    ctypes.string_at(0)


def leave():
    os._exit(5)


def swallow_memory():
    hoard = []
    while True:
        hoard.append(bytes(50_000_000))


def overflow():
    overflow()


def mistake():
    raise ZeroDivisionError("a mistake of our own")


def chatter():
    print("NOISE", flush=True)
    os.write(1, b"NOISE")
    os.write(2, b"NOISE")


def read_standard_input():
    assert os.read(0, 10) == b""


def dawdle():
    time.sleep(0.3)


DEEDS = (
    hang,
    wait_for_ever,
    crash,
    leave,
    swallow_memory,
    overflow,
    mistake,
    chatter,
    read_standard_input,
    dawdle,
)


def do_as_asked(text):
    for asked in re.findall(r"SABOTAGE (\w+)", text):
        {deed.__name__: deed for deed in DEEDS}[asked]()


opened, parse = licheck.readers.opened, licheck.rulesets.yaml_nodes.parse


def sabotaged_opened(path, data, format=""):
    do_as_asked(data.decode("utf-8", "replace"))
    return opened(path, data, format)


def sabotaged_parse(reading):
    do_as_asked(reading.text)
    return parse(reading)


licheck.readers.opened, licheck.rulesets.yaml_nodes.parse = sabotaged_opened, sabotaged_parse


def children():
    """How many processes that this one started are still there, running or not collected."""
    found = 0
    try:
        while os.waitpid(-1, os.WNOHANG):
            found += 1
            if found > 20:
                break
    except ChildProcessError:
        pass
    return found


if __name__ == "__main__":
    code = main()
    print(f"children left: {children()}", file=sys.stderr)
    sys.exit(code)
