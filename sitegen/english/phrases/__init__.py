"""Phrases: what is understood to its end of nouns, names, figures and what belongs to them."""
