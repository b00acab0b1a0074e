"""Rule files: YAML from strangers -> RuleSet, with every fault named by line and column.

text -> nodes (what stands where) -> fields (each option parses its own text) -> load (the whole makes sense)
"""
