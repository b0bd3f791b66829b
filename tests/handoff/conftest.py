"""The databases of these tests."""

from tests.databases import clock, database, sqlite_units, units, url  # noqa: F401 - fixtures are found by name
