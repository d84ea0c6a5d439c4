"""The weights of the decoder: what evidence is worth for a piece of text being a cell of a column.

They add up over a text; a positive number speaks for a reading, a negative one against it. What a text looks like
is weighed in `recognise.shapes`.
"""

from __future__ import annotations

DOUBT = 1.0
"""How much less another reading may be worth to make the cells that it lacks doubtful."""
SKIPPED: dict[str, float] = {
    "number": -2.5, "level": -0.1, "name": -2.4, "content": -1.6, "legal_basis": -0.05, "deadline": -0.05,
    "publishers": -0.05, "responsible_units": -0.05, "contact_units": -0.05, "channels": -0.05, "forms": -0.05,
    "contacts": -0.05, "tick": -0.05, "ticks": -0.05, "extra": -0.05,
    "audiences": -0.05, "access_modes": -0.05, "levels": -0.05,
}  # fmt: skip
"""A column in which a row prints nothing: it is merged with the row above, or empty."""
SKIPPED_FIRST, SKIPPED_NEXT = -0.1, -0.8
"""What the first of neighbouring skipped columns costs besides, at the start of a row and behind a cell: what is
merged is mostly merged side by side."""
SKIPPED_THOUGH_PRINTED = -6.0
"""The same in a text that prints empty cells."""
EMPTY: dict[str, float] = {"name": -0.5, "number": -2.0, "content": -0.8}
EMPTY_OTHERWISE = 0.2
"""A cell that is printed and empty: that its column is just the one that may be so is no chance."""
OUTSIDE = -4.0
"""A line that is no cell; and one that reads like a note, a title or a page number."""
OUTSIDE_TOLD = 1.0
FULL_WIDTH = -2.2
"""A row of one cell over all columns; and one that begins with an ordinal."""
FULL_WIDTH_TOLD = 0.5
ROW, CATEGORY_ALONE = -0.4, -1.0
"""A row: two that are hardly filled are rather one; and one with a new category that prints nothing behind its content,
though a category mostly changes together with what is merged beside it."""
ROW_IN_LINE, CELL_IN_LINE, CELL_IN_LINE_RARE, CELL_IN_WORD = -5.0, -0.35, -1.5, -0.2
"""A row that starts in the middle of a line; a cell that does so behind white space, and where hardly any does; and
without any."""
WORDS_APART = -1.2
"""White space between Han characters inside a cell."""
WRAPPED, WRAPPED_KNOWN = 0.25, 0.5
"""A line end in a cell where the line is full: as wide as the cell's widest, and as wide as its column."""
BY_CHANCE = 0.35
"""What a full line in a column of a known width is worth besides, each time that is twice as wide."""
ENDED: dict[str, float] = {
    "level": -1.5, "name": -1.8, "deadline": -1.2, "publishers": -0.5, "responsible_units": -0.4,
    "contact_units": -0.4, "contacts": -0.4, "legal_basis": -0.8, "channels": -0.6, "forms": -0.6,
}  # fmt: skip
ENDED_OTHERWISE, ENDED_TOLD = -1.1, -0.15
"""A line end where the line is not full: an end of a paragraph; and where a new point or sentence begins."""
TOO_WIDE = -1.5
A_LITTLE_WIDE = -0.3
"""A line wider than its column; and by one character only, as of signs, digits and Latin letters more fit on a line."""
ACROSS_PAGE, ROW_CUT = -0.5, -1.0
"""The rest of a cell behind the edge of a page; and that the edge cuts a row at all."""
BEHIND_BASIS = -2.0
"""Words behind a finished title and number that no sign joins to them."""
BEFORE_TITLE = -0.6
"""A title in 《》 behind words of another column that nothing joins to it."""
BEHIND_PHONE = -2.0
BEHIND_DEADLINE = -1.5
"""Words behind a number, and behind a complete deadline."""
LIST, FOREIGN_LIST, OTHER_ALONE = 4.0, -1.5, 0.5
"""A list of boxes; one mostly of another column's options; and 其他 alone."""
NAMED_LIST = 2.5
"""A list of names that end like options of the column's codelist."""
OPTION, NO_OPTION = 4.5, -2.5
"""The name of an option of the column's codelist, and other words, in a column of options by name."""
OWN_OPTION, OTHER_OPTION, DOUBLED, OTHER_FIRST = 0.15, -0.8, -0.4, -0.5
"""An option of the column's codelist; of another; printed before; and 其他 at the head of a list."""
NEW_OPTION = -0.5
"""An option of no codelist that no other list of the column has either: rather a part of one."""
HEADLESS, TAILLESS = -3.0, -1.0
"""A list that does not begin, or end, like those of its column."""
REST_OF_BRACKET = -2.5
"""A cell that begins with a bracket that is no ordinal."""
BEFORE_BASIS = -1.5
"""A line before the first title of a legal basis."""
PROSE: dict[str, float] = {"level": 0.2, "name": 0.6, "content": 0.9}
"""Words that look like nothing else."""
LONG_FROM: dict[str, int] = {"level": 16, "name": 20}
LONG = -0.04
"""The width from which on a category or name is long, and what each further character costs."""
LATER = -0.05
"""A line more in a category, so that what may be its rest is rather the name's beginning."""
TWICE = -0.4
"""A category or name that has two characters in succession twice."""
UNBOXED = -4.0
"""A list without boxes in a column of boxes."""
AGAINST: dict[str, float] = {
    "legal_basis": -3.0, "publishers": -1.6, "responsible_units": -1.6, "deadline": -3.0, "contacts": -4.0,
    "channels": -3.5, "forms": -3.0,
}  # fmt: skip
"""Words in a column whose cells look otherwise; without cells there is less reason to believe it than in a table."""
TYPED_AS_WORDS, WORDED_AS_WORDS, NAMED_AS_CONTENT = -3.6, -0.4, -1.0
"""A category, name or content that looks like a number, basis, deadline or contact; and one that is an option of a
codelist or a worded deadline too (政策解读, 政务动态), or, as a content, the name of an office."""
DITTO = 0.5
"""同上, in a column of anything but words."""
WORDED_DEADLINE = 1.8
"""A deadline without a number (及时公开, 动态): its words stand in other columns too."""
REST_OF_WORDS = -1.0
"""A cell that begins with a sign or word that joins."""
POINT_FIRST = -2.5
"""A category or name that begins like a point of an enumeration (1., ●)."""
UNFINISHED = -2.0
"""A cell that ends with a sign or word that goes on, or leaves a bracket open."""
TOO_SHORT: dict[str, float] = {"level": -0.7, "name": -0.9, "content": -1.2}
ONE_CHARACTER = -2.5
"""A category, name or content of two characters, and of one."""
CLOSING_WORD_FIRST = -0.4
"""A category or name that begins with a word such as 指南, with which names end."""
REST, REST_UNLIKE, REST_OF_LABEL, REST_OF_TITLE, NO_REST = 3.0, 1.0, 5.0, 5.0, -4.0
"""The rest of a list that was cut, with the option that follows in other lists too, or with another; the rest of an
option's label, of a title in 《》, and what cannot be the rest of a cell."""
LATE, NOT_CUT = -0.5, -4.0
"""A cell behind a page's edge in a column that the row had passed, as where cells are centred; and, in a row that has
such a cell, one before the edge without a rest behind it: that is as short, and stands as high."""
LABEL_WHOLE, STRAY_IN_LIST = 0.8, -2.5
"""Words without a box that make the last label of a list an option; and behind one that is whole."""
LISTLESS = -8.0
"""Boxes in a column of words."""
COUNTED, UNCOUNTED = 1.5, -2.0
"""A row number that goes on with the count, and one that does not."""
TICKED, WORDS_FOR_TICKS, TICKS_TOO_MANY = 1.5, -1.0, -9.0
"""A tick, words, and more ticks than columns, in columns of ticks."""
NAMED = 1.3
"""A name of an organisation in its column: many categories and items end like one (内设机构)."""
LISTED_ABOVE = -0.6
"""A name which the last cell of its column lists with others: who answers for all rows of a merged cell is listed
there, who answers for one of them stands in another column."""
SEEN, SEEN_ELSEWHERE, UNSEEN = 0.9, -1.2, -0.8
"""A text that the column has in other rows; one that another column has there; one unlike those in a column of few."""
