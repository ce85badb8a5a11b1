"""Below the I/O line: disk, terminal, network and the commands that users type."""
