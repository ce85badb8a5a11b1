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
    # -- values and constants
    ("data", "errors", "memo", "model.page"),
    ("model",),
    # -- text: Arabic as small total functions, never an error
    ("text.chunks", "text.fold", "text.repair", "text.slug"),
    ("text.alike", "text.near", "text.quote_marks", "text.spelling", "text.tokens"),
    ("text.nationalities", "text.phrases", "text.romanise", "text.sentences"),
    # -- desk: what the editor wrote, parsed
    ("desk.formats.source", "desk.tables"),
    (
        "desk.config",
        "desk.formats.html",
        "desk.formats.markdown",
        "desk.formats.plain",
        "desk.lexicon",
        "desk.sidecar",
    ),
    ("desk.formats",),
    ("desk.sources",),
    # -- reading: which lines of a page count
    ("reading.kept", "reading.page.language", "reading.page.lines"),
    ("reading.page.furniture", "reading.page.words"),
    ("reading.page.layout",),
    (
        "reading.page.body",
        "reading.page.boxes",
        "reading.page.fused",
        "reading.page.head",
        "reading.page.outside",
        "reading.page.repeats",
        "reading.page.shapes",
    ),
    ("reading.page.blocks", "reading.page.kind", "reading.page.title"),
    ("reading.page.clean",),
    # -- reading: who, where, when, how many, what about, whose words
    (
        "reading.dates.windows",
        "reading.dates.words",
        "reading.names.cues",
        "reading.names.lists",
        "reading.names.roles",
        "reading.numbers.words",
        "reading.places.gazetteer",
        "reading.speech.event_words",
        "reading.speech.words",
        "reading.topics.model",
        "reading.topics.rules",
    ),
    (
        "reading.dates.resolve",
        "reading.dates.role_bounds",
        "reading.dates.scan",
        "reading.names.shapes",
        "reading.numbers.values",
        "reading.places.outlets",
        "reading.places.state_bodies",
        "reading.speech.scene",
        "reading.speech.wording",
        "reading.topics.find",
    ),
    (
        "reading.dates.clock",
        "reading.dates.rules",
        "reading.dates.solver",
        "reading.dates.tense",
        "reading.names.words",
        "reading.numbers.units",
        "reading.places.cues",
        "reading.speech.offices",
    ),
    (
        "reading.dates.friends",
        "reading.dates.hints",
        "reading.dates.years",
        "reading.names.units",
        "reading.numbers.find",
        "reading.places.find",
        "reading.speech.speakers",
    ),
    (
        "reading.dates.pairs",
        "reading.dates.periods",
        "reading.dates.publication",
        "reading.names.chain",
        "reading.speech.events",
        "reading.speech.subjects",
    ),
    ("reading.dates.find", "reading.names.judge", "reading.speech.reports"),
    ("reading.names.spans", "reading.speech.attribution", "reading.speech.statements"),
    ("reading.names.people", "reading.speech.quotes"),
    ("reading.analyze",),
    # -- english: only what was understood
    (
        "english.editor",
        "english.gate.likeness",
        "english.gate.sides",
        "english.gate.vocabulary",
        "english.tagging",
        "english.wording",
    ),
    (
        "english.gate.calendar",
        "english.gate.figures",
        "english.gate.places",
        "english.gate.turns",
        "english.grammar",
        "english.verbs",
        "english.words",
    ),
    ("english.adverbs", "english.gate.names", "english.lookup"),
    ("english.borders", "english.card", "english.gate.agents", "english.inflection"),
    ("english.gate.check", "english.noun_phrases"),
    ("english.predicates",),
    ("english.clauses",),
    ("english.reports",),
    ("english.counts", "english.quotations", "english.telling", "english.trust"),
    ("english.frames",),
    ("english.facts",),
    ("english.stub",),
    # -- site: from entries to pages
    ("site.clues", "site.language", "site.record", "site.urls", "site.views"),
    ("site.chronology", "site.date_views", "site.happenings", "site.paging"),
    ("site.cards",),
    ("site.arrange", "site.article_view"),
    ("site.date_pages",),
    ("site.pages",),
    # -- library: all articles of a site
    ("library",),
    # -- web: from pages to bytes, and checks on them
    ("web.bidi", "web.documents", "web.facts", "web.fonts", "web.sitemap"),
    ("web.anchors", "web.check", "web.feed_items", "web.helpers"),
    ("web.feeds", "web.render"),
    # -- pipeline: the whole build as one pure function
    ("pipeline",),
    # -- shell: below the I/O line
    (
        "shell.inputs",
        "shell.intake.fetch",
        "shell.intake.item",
        "shell.intake.journal",
        "shell.listing",
        "shell.locking",
        "shell.new",
        "shell.occurrences",
        "shell.paths",
        "shell.program",
        "shell.records",
        "shell.reload",
        "shell.review.finding",
        "shell.settings",
        "shell.store",
        "shell.typefaces",
    ),
    (
        "shell.intake.pages",
        "shell.intake.shelf",
        "shell.manifest",
        "shell.preview",
        "shell.review.articles",
        "shell.review.names",
        "shell.watch",
    ),
    ("shell.check", "shell.explain", "shell.intake.feeds", "shell.output"),
    ("shell.build", "shell.intake.rows"),
    ("shell.desk", "shell.intake.sources", "shell.read", "shell.terminal"),
    ("shell.commands.options", "shell.intake.run", "shell.review.run", "shell.serve"),
    (
        "shell.commands.build",
        "shell.commands.check",
        "shell.commands.importing",
        "shell.commands.names",
        "shell.commands.new",
        "shell.commands.read",
        "shell.commands.review",
        "shell.commands.serve",
    ),
    ("shell.cli",),
)
