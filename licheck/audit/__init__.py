"""Many pages: what a publisher, a press office or a network asks once a month.

    sources -> units (one for each page, in their order) -> workers -> outcomes -> results (SQLite) -> exports

What a page is (`values`) and how a web archive is cut into pages (`warc`), judged (`judging`) and fetched (`fetching`)
runs in worker processes; the order, the results and the checkpoint are kept by one process (`run`).
"""
