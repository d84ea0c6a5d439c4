"""The version, alone, so that neither the build nor `gicat --version` imports the package."""

__version__ = "0.1.0"
