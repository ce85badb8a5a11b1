"""When: dates as newsrooms write them, and the day an article was published."""
