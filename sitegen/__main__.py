"""`python -m sitegen` is the command `sitegen`."""

from sitegen.shell.cli import main

main(prog_name="sitegen")
