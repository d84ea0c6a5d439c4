"""One catalogue, every encoding: whatever is printed, in whatever format, parses to what was printed.

`losses` says, as data, what each format cannot carry; `formats` and `producers` print a case in each; `law` compares.
The examples are 500 for each format of this process and one in twenty of that for each external producer of PDF;
GICAT_FUZZ sets another number, and lets the whole of docs/matrix.md be compared: `GICAT_FUZZ=1000 pytest tests/laws`.
"""

import os

EXAMPLES = int(os.environ.get("GICAT_FUZZ", "500"))
PRINTED = max(3, EXAMPLES // 20)
