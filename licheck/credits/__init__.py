"""Page and zones -> credits: what the page says of the story's origin."""
