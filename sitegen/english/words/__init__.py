"""Single words of a sentence: looked up, with their forms, and in which of their senses."""
