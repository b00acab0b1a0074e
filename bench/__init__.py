"""How fast licheck is, measured side by side with what it is held against. See `bench/README.md`."""
