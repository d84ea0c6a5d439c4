"""A round bracket with what stands in it, one further pair inside included, as a part of patterns."""

BRACKET = r"[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]"
"""Its one group is the inside."""
