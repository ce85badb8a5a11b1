"""How fast sitegen is beside other generators: `python -m benchmarks`."""
