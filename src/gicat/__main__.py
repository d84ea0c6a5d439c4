"""`python -m gicat`."""

from gicat.cli import main

if __name__ == "__main__":  # a process that another starts may import this module again
    main()
