"""Readers: bytes to a `Reading`, one module or folder per format.

A reader says only what is printed. It never imports schema, recover, interpret or rules, and imports
its document library when it is asked to read.
"""
