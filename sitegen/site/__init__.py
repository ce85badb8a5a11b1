"""From all entries to the pages of one site: order, indexes, links, language."""
