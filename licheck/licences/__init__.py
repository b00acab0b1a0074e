"""Creative Commons licences, known by their addresses, their badges and their names in eight languages.

`value` is a licence as a value with its SPDX id; `addresses` and `words` find them in what a page holds.
"""
