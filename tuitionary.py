"""The command's way in: this checkout comes before anything else that is installed under the names of its packages.

`db`, `crawler` and `pipelines` are names that any stray module may have, and an editable install does not win over it.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from crawler.cli import main

if __name__ == "__main__":
    main()
