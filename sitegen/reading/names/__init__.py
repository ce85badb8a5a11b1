"""Who: names of persons in a line, and the persons of an article."""
