"""`python -m gicat`."""

from gicat.cli import main

main()
