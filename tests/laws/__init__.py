"""One catalogue, every encoding: whatever is printed, in whatever format, parses to what was printed.

`losses` says, as data, what each format cannot carry; `formats` and `producers` print a case in each; `law` compares.
The examples are 1,000 for each format of this process and one in twenty of that for each external producer of PDF;
GICAT_FUZZ sets another number: `GICAT_FUZZ=10000 pytest tests/laws`.
"""

import os

EXAMPLES = int(os.environ.get("GICAT_FUZZ", "1000"))
PRINTED = max(3, EXAMPLES // 20)
