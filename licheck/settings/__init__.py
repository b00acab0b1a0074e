"""A newsroom's configuration: text -> settings, which of them hold for a page, what is waived and what is known.

keys (what may stand in a file) -> load (text to values, all faults at once) -> effective (the values for one page,
each with where it comes from); waivers and baseline stand beside the verdicts of a report.
"""
