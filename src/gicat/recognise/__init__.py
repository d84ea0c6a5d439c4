"""Small pure recognisers of what a cell says, shared by recover and interpret; they know only the lexicon."""
