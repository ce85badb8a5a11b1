"""Reading one article as a careful editor would: which lines count, who, where, when, whose words."""
