"""The edges of licheck: files, standard streams, signals and processes, for `licheck.app` alone.

`run` is one run, from names to a report. `workers` hands its jobs to worker processes, `processes` starts
and ends those, `early` starts one before it is needed, `worker` is what runs in them, `judge` the job itself;
`frames` carries messages between the two sides. `files` reads inputs and writes reports, `rulebook` knows
where rule files are and `describe` tells what they say, `streams` writes to the terminal, `stop` turns
signals into an end, `faults` says so when licheck is itself at fault.
"""
