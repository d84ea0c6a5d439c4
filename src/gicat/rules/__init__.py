"""The validator's rules: one file each, a registry, and what they share.

A rule sees documents only. Its class docstring is its documentation: the page in docs/rules, the text
of `gicat rules CODE` and the help in SARIF.
"""
