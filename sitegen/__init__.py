"""sitegen: a folder of scraped Arabic news in, a bilingual static site out.

The whole site is one pure function from bytes to bytes (`sitegen.pipeline`);
everything else is plumbing around it.  The ladder below is the map of the
code: a module imports only from rows above its own, never sideways, never
down.  Everything above the row that starts with `shell` is pure: it touches no
disk, clock, network, environment or terminal.  `tests/test_layers.py` holds
both rules.
"""

__version__ = "0.1.0"

#: Row by row from the ground up; read it like the build itself.  An indented row goes on with the one above.
_ROWS = """
# values and constants
errors memo model.page
data model.desk
model
# text: Arabic as small total functions, never an error
text.chunks text.fold text.remembered text.repair text.slug
text.alike text.near text.quote_marks text.search text.spelling text.tokens
text.finders text.listed_names
text.nationalities text.phrases text.romanise text.sentences text.sounds
# desk: what the editor wrote, parsed
desk.formats.source desk.formats.wrapping desk.tables
desk.engines desk.formats.html desk.formats.markdown desk.formats.plain desk.lexicon desk.sidecar
desk.config desk.formats
desk.sources
# reading: which lines of a page count
reading.kept reading.page.language reading.page.lines
reading.page.families reading.page.signs
reading.page.words
reading.page.days
reading.page.dateline reading.page.furniture reading.page.headlines reading.page.hints
    reading.page.stamps reading.page.standing
reading.page.foot
reading.page.bylines reading.page.ends
reading.page.layout
reading.page.body reading.page.fused reading.page.gauges reading.page.head reading.page.letters
    reading.page.outside reading.page.rates reading.page.repeats reading.page.sheets
    reading.page.site_names reading.page.title_text
reading.page.blocks reading.page.candidates reading.page.cuts reading.page.evidence
    reading.page.rivals reading.page.shapes reading.page.stories
    reading.page.leads reading.page.long_titles reading.page.page_clock reading.page.strips
reading.page.kind reading.page.odds reading.page.title
reading.page.tail
reading.page.boxes reading.page.readers
reading.page.clean
# reading: who, where, when, how many, what about, whose words
reading.dates.windows reading.dates.words reading.names.cues reading.names.lists reading.names.origin
    reading.names.roles reading.numbers.words reading.places.gazetteer reading.speech.event_words
    reading.speech.words reading.topics.model reading.topics.rules reading.traces
reading.dates.resolve reading.dates.role_bounds reading.names.groups reading.names.shapes reading.names.works
    reading.numbers.values reading.places.outlets reading.places.state_bodies reading.speech.scene
    reading.speech.wording reading.topics.evidence
reading.dates.scan reading.dates.solver reading.names.words reading.numbers.units reading.speech.offices
    reading.topics.find
reading.dates.hints reading.dates.rules reading.dates.tense reading.names.office_words reading.names.units
    reading.numbers.find reading.places.cues reading.speech.speakers
reading.dates.clock reading.dates.friends reading.dates.publication reading.dates.years
    reading.names.beginning reading.names.ending reading.names.namesakes reading.names.office_text
    reading.names.sons reading.names.slots reading.names.syllables reading.places.clubs
    reading.places.parts reading.places.seats reading.speech.stage reading.speech.subjects
reading.names.unfinished reading.names.unlisted
reading.dates.pairs reading.dates.periods reading.names.chain reading.places.find reading.speech.events
    reading.speech.reports
reading.dates.find reading.names.judge reading.names.misread reading.speech.attribution
    reading.speech.statements
reading.names.spans reading.speech.quotes
reading.names.longer
reading.names.ties
reading.names.people
reading.analyze
# english: single words, their forms and senses
english.words.led_rows english.words.lines english.words.tables english.words.word_forms
    english.words.wording
english.words.adjectives english.words.desks english.words.mention_words english.words.noun_lists
    english.words.verbs
english.words.nouns english.words.overall
english.words.doings english.words.tagging
english.words.before english.words.grammar english.words.senses
english.words.adverbs english.words.central english.words.lookup english.words.same
# english: phrases of nouns, names and figures
english.phrases.edges english.phrases.phrase
english.phrases.adjective english.phrases.articles english.phrases.games english.phrases.inflection
english.phrases.qualities
english.phrases.borders english.phrases.counted english.phrases.posts
english.phrases.completed english.phrases.measured english.phrases.phrase_parts english.phrases.settled
    english.phrases.sorts english.phrases.wants english.phrases.weights
english.phrases.belonging english.phrases.calling english.phrases.determined english.phrases.doubts
    english.phrases.idafa english.phrases.name_phrases
english.phrases.complements english.phrases.joined english.phrases.sportsmen
english.phrases.noun_phrases
english.phrases.mentions
# english: the parts of a sentence
english.parts.adjuncts english.parts.amounts english.parts.between english.parts.callers
    english.parts.caution english.parts.penalties english.parts.scores english.parts.speakers
    english.parts.subjects english.parts.verb_groups
english.parts.fields english.parts.objects english.parts.sources english.parts.victims
english.parts.extras
english.parts.done
english.parts.predicates
# english: sentences, understood to the last word
english.sentences.modes english.sentences.passives english.sentences.states
english.sentences.clauses english.sentences.ourselves
english.sentences.reports
english.sentences.counts english.sentences.inverted english.sentences.lasting
    english.sentences.shapes
    english.sentences.talks english.sentences.telling english.sentences.trust
english.sentences.frames english.sentences.spoken
english.sentences.heads
english.sentences.later
# english: titles and headlines
english.titles.gist english.titles.headings english.titles.whole
english.titles.announced
english.titles.told
# english: which facts are told; an editor's words, engines and their gate
english.cache english.card english.editor english.facts english.gate.likeness english.gate.sides
    english.gate.vocabulary english.lead
english.draft english.gate.calendar english.gate.figures english.gate.shape english.gate.tables
english.gate.negation english.gate.places english.gate.turns
english.gate.names
english.gate.anchors
english.gate.clauses english.gate.nations english.gate.speakers
english.gate.agents
english.gate.check
english.machine
english.stub
# site: from entries to pages
site.clues site.deferred site.language site.postings site.urls
site.chronology site.record site.views
site.date_views site.happenings site.one_language site.paging
site.cards site.groups
site.arrange site.article_view
site.article_words site.term_pages
site.date_pages site.word_index
site.pages
# library: all articles of a site
complaints
work
shelf.answers
shelf
library
library.project
# web: from pages to bytes, and checks on them
web.bidi web.folding web.fonts web.lettering web.markdown_pages web.page_facts web.search web.sitemap
    web.stylesheet
web.anchors web.check web.compiling web.descriptions web.documents web.feed_items web.helpers web.menu
    web.tags web.timeline
web.feeds web.html_facts web.linked_data web.survey
web.facts web.ledger web.share
web.outputs web.render
web.fingerprints
# pipeline: the whole build as one pure function
pipeline
# shell: below the I/O line
shell.difference.facts shell.difference.pages shell.distributions shell.engines.base shell.halving
    shell.heap shell.intake.fetch shell.intake.item shell.intake.journal shell.listing shell.locking
    shell.manifest shell.new shell.occurrences shell.panel shell.paths shell.records shell.reload
    shell.review.finding shell.state shell.store shell.writing
shell.check shell.difference.site shell.engines.ct2 shell.engines.fx shell.engines.openai shell.english
    shell.explain shell.inputs shell.intake.pages shell.intake.shelf shell.output shell.preview
    shell.program shell.review.articles shell.review.names
shell.engines.choose shell.intake.feeds shell.keeping shell.pages_doctor shell.report shell.watch
shell.intake.rows shell.maker shell.read shell.shelving shell.tables shell.terminal shell.untouched
shell.commands.options shell.desk shell.intake.sources shell.making shell.pool shell.scouting
shell.commands.check shell.commands.diff shell.commands.english shell.commands.names shell.commands.new
    shell.commands.read shell.intake.run shell.rebuild shell.review.run
shell.build shell.commands.importing shell.commands.review
shell.commands.build shell.live
shell.serve
shell.commands.serve
shell.cli
"""

LADDER: tuple[tuple[str, ...], ...] = tuple(
    tuple(row.split()) for row in _ROWS.replace("\n    ", " ").splitlines() if row and not row.startswith("#")
)
