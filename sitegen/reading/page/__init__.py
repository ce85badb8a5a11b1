"""Which lines count: title, captions, headings, text, page furniture."""
