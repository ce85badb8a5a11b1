"""Lighthouse over the example site: `python -m benchmarks.lighthouse` and read LIGHTHOUSE.md."""
