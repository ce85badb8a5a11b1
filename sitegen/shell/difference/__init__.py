"""`sitegen diff`: in words, what publishing would change against the last build."""
