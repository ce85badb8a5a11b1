"""From pages to bytes, and the checks on those bytes."""
