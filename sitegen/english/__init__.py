"""English about an article: only what the reading fully understood, each sentence with its lines."""
