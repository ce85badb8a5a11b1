"""The parts of a sentence: who, what, to whom, where, when, why, and with what caution."""
