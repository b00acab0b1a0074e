"""What people make of an audit's results: one page to look through, letters to republishers, what changed since.

    results (SQLite) -> reading (cases, one after the other) -> figures, page, letters
                     -> compare (two results)                -> compare_tell

Everything here only reads the results, and never holds more than a few cases at a time.
"""
