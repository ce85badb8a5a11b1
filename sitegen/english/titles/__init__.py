"""Titles, and what is told as the headline."""
