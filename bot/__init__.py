"""The support bot: rooms in the middle, edges outside (see docs/paths.md)."""
