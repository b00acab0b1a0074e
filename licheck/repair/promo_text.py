"""Adds the prescribed sentence; what only the original says of itself is a person's to copy."""

from __future__ import annotations

from licheck.repair._sentences import repairs

__all__ = ["repairs"]
