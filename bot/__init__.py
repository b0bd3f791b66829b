"""The support bot: rooms in the middle, edges outside (see docs/paths.md)."""

import os

# The finder's sums are small: threads for them wait for each other, and on a busy machine learning then takes
# twenty times as long. Read when numpy is first imported, so it stands before everything else.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # noqa: TID251  (not a setting of ours)
