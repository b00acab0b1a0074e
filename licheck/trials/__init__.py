"""Trying rule sets: their examples as they are, broken on purpose, and as other systems would write them.

example -> page and original -> report; a passing page broken in one way must fail, and only there; the same page in
another dress must still pass.
"""
