"""`sitegen import`: articles from pages, feeds, tables and the web into `content/articles/`."""
