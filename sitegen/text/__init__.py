"""Arabic text as small total functions: any string in, never an error."""
