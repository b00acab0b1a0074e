"""What is known of an original: its story, authors, affiliations, address."""
