"""Pictures and what else a page shows beside its words: which are a story's, and which are the same on two pages."""
