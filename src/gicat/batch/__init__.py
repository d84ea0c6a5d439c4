"""Folders of files, converted without anybody watching: plan, executors, manifest.

`plan` says what is read and where its result goes; an executor (`local`, `cluster`) has `work` done in processes that
may die; `run` writes the results and the manifest. Nothing but the two executors knows where the work is done.
"""
