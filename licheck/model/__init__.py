"""The values that the rooms hand to one another: frozen, comparable, without behaviour of their own.

`page` what a reader sees; `original` the story as its publisher ran it; `alignment` and `zones` how
the two lie on each other; `credit` what a page says of a story's origin; `ruleset` what a publisher
asks for; `case` everything a requirement is judged on; `finding` the judgement; `report` all of it.
"""
