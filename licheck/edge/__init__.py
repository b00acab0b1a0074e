"""The edges of licheck: files, standard streams, signals and processes, for `licheck.app` alone.

`files` reads inputs and writes reports; `streams` writes to the terminal; `stop` turns signals into an
end; `workers` hands jobs to worker processes, `processes` starts and ends those, `worker` is what
runs in them, `judge` the job itself; `frames` carries messages between the two sides.
"""
