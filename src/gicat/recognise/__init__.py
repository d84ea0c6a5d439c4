"""Small pure recognisers of what a cell says, shared by recover and interpret; they know the lexicon and nothing else."""
