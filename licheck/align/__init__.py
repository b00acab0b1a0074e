"""Article x original -> Alignment: which blocks are the original's."""
