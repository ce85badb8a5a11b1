"""sitegen: a folder of scraped Arabic news in, a bilingual static site out.

The whole site is one pure function from bytes to bytes (`sitegen.pipeline`);
everything else is plumbing around it.  The ladder below is the map of the
code: a module imports only from rows above its own, never sideways, never
down.  Everything above the row that starts with `shell` is pure: it touches no
disk, clock, network, environment or terminal.  `tests/test_layers.py` holds
both rules.
"""

__version__ = "0.1.0"

#: Row by row from the ground up; read it like the build itself.
LADDER: tuple[tuple[str, ...], ...] = (
    # -- values --------------------------------------------------------------
    ("errors",),  # every problem a user can cause, with path:line and hint
    ("model",),  # the values that flow; frozen, no behaviour
    ("data",),  # the tables that ship with the package, loaded once
    # -- text: Arabic as small total functions, never an error -----------------
    ("text.fold",),  # one key for the spellings of one word
    ("text.tokens",),  # words with their offsets, clitics taken off
    ("text.sentences", "text.phrases"),  # where sentences end; known phrases in a line
    # -- desk: what the editor wrote, parsed -----------------------------------
    ("desk.tables",),  # TOML with line numbers and "did you mean"
    ("desk.config", "desk.lexicon", "desk.sidecar"),
)
