"""Sample catalogues of invented agencies, one file per format, with what gicat makes of each beside it."""
