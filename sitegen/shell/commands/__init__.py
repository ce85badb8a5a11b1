"""The commands that users type, one module for each step of an editor's day."""
