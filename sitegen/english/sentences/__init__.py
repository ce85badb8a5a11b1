"""Sentences of all shapes: what somebody did or said, and the words it is told in."""
