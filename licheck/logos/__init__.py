"""What a logo looks like: pictures of strangers are read within bounds and brought down to a few comparable bytes.

Pillow and resvg are imported here alone, and only when a picture is looked at.
"""
