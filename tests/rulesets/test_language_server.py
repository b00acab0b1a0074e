"""The YAML language server completes and checks rule files by the schema.

Needs Node and yaml-language-server (`npm install --no-save yaml-language-server` in the checkout, or YAML_LANGUAGE_SERVER with
the path of its program); skipped without.
"""

import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from licheck.rulesets.shipped import folder

ROOT = Path(__file__).parents[2]
SERVER = Path(
    os.environ.get("YAML_LANGUAGE_SERVER") or ROOT / "node_modules" / ".bin" / "yaml-language-server"
)
pytestmark = pytest.mark.skipif(
    not (SERVER.is_file() and shutil.which("node")),
    reason="no yaml-language-server here: npm install --no-save yaml-language-server",
)
SECONDS = 30

GOOD = """\
# yaml-language-server: $schema=rule-set.schema.json
id: harbour
publisher:
  name: Harbour News Service
sources:
  - address: https://harbour.example/republish
    read: 2026-11-22
    seen: full
requirements:
  - byline:
  - link_back:
      level: should
      to: story
  - any_of:
      requirements:
        - canonical:
        - noindex:
"""
BAD = (
    GOOD.replace("seen: full", "seen: all")
    .replace("  - byline:", "  - bylien:")
    .replace("to: story", "too: story")
)


class Client:
    """Speaks the language server protocol with one server over its standard input and output."""

    def __init__(self):
        self._process = subprocess.Popen(
            [str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._heard = queue.Queue()
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        out = self._process.stdout
        while header := out.readline():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            while out.readline().strip():
                pass
            self._heard.put(json.loads(out.read(length)))

    def send(self, method, params, *, asks=False):
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if asks:
            self._number += 1
            message["id"] = self._number
        self._write(message)
        return self._number

    def _write(self, message):
        data = json.dumps(message).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._process.stdin.flush()

    def wait(self, wanted):
        while True:
            message = self._heard.get(timeout=SECONDS)
            if "id" in message and "method" in message:  # the server asks us for settings
                items = message.get("params", {}).get("items", [])
                self._write({"jsonrpc": "2.0", "id": message["id"], "result": [None] * len(items)})
            elif wanted(message):
                return message

    def end(self):
        self._process.kill()
        self._process.wait()


@pytest.fixture
def client(tmp_path):
    shutil.copy(Path(folder()) / "rule-set.schema.json", tmp_path)
    client = Client()
    root = tmp_path.as_uri()
    capabilities = {"textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}
    number = client.send(
        "initialize", {"processId": None, "rootUri": root, "capabilities": capabilities}, asks=True
    )
    client.wait(lambda message: message.get("id") == number)
    client.send("initialized", {})
    settings = {
        "yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
    }
    client.send("workspace/didChangeConfiguration", {"settings": settings})
    yield client
    client.end()


def opened(client, path, text):
    """The faults that the server tells of a file."""
    path.write_text(text)
    document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
    client.send("textDocument/didOpen", {"textDocument": document})
    told = client.wait(
        lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == path.as_uri()
        )
    )
    return told["params"]["diagnostics"]


def test_a_sound_rule_file_has_no_faults(client, tmp_path):
    assert opened(client, tmp_path / "good.yaml", GOOD) == []


def test_a_shipped_rule_file_is_held_against_the_schema_that_it_names(client, tmp_path):
    text = (Path(folder()) / "dcnf.yaml").read_text()
    assert opened(client, tmp_path / "dcnf.yaml", text) == []
    (fault,) = opened(client, tmp_path / "broken.yaml", text.replace("  - logo:", "  - lgoo:"))
    assert "lgoo" in fault["message"]


def test_each_fault_is_told_in_its_line(client, tmp_path):
    found = opened(client, tmp_path / "bad.yaml", BAD)
    lines = {fault["range"]["start"]["line"] for fault in found}
    assert {
        line
        for line, text in enumerate(BAD.splitlines())
        if any(word in text for word in ("all", "bylien", "too"))
    } <= lines


def test_kinds_are_completed_with_their_manual(client, tmp_path):
    text = GOOD + "  - "
    path = tmp_path / "open.yaml"
    opened(client, path, text)
    at = {"line": len(text.splitlines()) - 1, "character": 4}
    number = client.send(
        "textDocument/completion", {"textDocument": {"uri": path.as_uri()}, "position": at}, asks=True
    )
    items = client.wait(lambda message: message.get("id") == number)["result"]["items"]
    labels = {item["label"] for item in items}
    assert {"affiliation", "credit_line", "tracking_pixel", "any_of"} <= labels
