"""Figures: digits and number words, what they count, how exact they are."""
