"""Configurations for tests: text in, files of settings out."""

from licheck.settings.load import load


def plainly(_key, text):
    """Resolve nothing."""
    return text


def file(text, path="licheck.yaml", folder="/desk", resolve=plainly):
    found = load(path, text.encode(), folder, resolve)
    assert found is not None
    return found
