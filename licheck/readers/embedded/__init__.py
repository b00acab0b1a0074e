"""HTML that stands inside other files: as a string of JSON, as text of XML, as a part of a MIME archive.

The HTML is taken out, read by the HTML reader, and every place in it is led back to the file it stood in
(`traced.py`). `story.py` makes one page of a story's title and body; `stories.py` is what a file of several
stories is to its reader.
"""
