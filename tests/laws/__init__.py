"""One catalogue, every encoding: whatever is printed, in whatever format, parses to what was printed.

`losses` says, as data, what each format cannot carry; `formats` prints a case in each; `law` compares.
"""
