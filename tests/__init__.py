"""A package, so that no `tests` of an installed package comes before it."""
