"""Page -> zones: headline, credit zones, article, furniture."""
