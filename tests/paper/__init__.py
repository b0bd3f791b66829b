"""Invented papers for tests: nobody on them exists, every number is out of a test range."""
