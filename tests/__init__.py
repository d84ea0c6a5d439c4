"""The tests; they mirror src, and share the renderer in `tests.rendering`."""
