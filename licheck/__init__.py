"""licheck: does a republished story carry what its publisher asks for?

    bytes -> Page -> zones -> alignment with the original -> requirements judged -> findings -> report

`licheck.app` is the door to files and processes, `licheck.check` the pure pipeline.
"""

__version__ = "0.1.0"
