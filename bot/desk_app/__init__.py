"""EDGE: the caseworker's desk in the browser."""
