"""`gicat schema`."""

from __future__ import annotations

import click

from gicat.cli.console import Console, console_options
from gicat.cli.files import open_output
from gicat.cli.options import output_option


@click.command("schema")
@output_option
@console_options
@click.pass_obj
def command(console: Console, output: str | None) -> None:
    """The JSON Schema of what `gicat parse` prints.

    Draft 2020-12. Within 1.x keys are only added.

    \b
    gicat schema
    gicat schema -o gicat.schema.json
    """
    import json

    from gicat.schema import json_schema

    with open_output(output, (), console) as out:
        out.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
