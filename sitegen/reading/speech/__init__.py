"""Whose words: reporting verbs, speakers, quotations, indirect speech."""
