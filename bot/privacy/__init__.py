"""WHAT WE KEEP: periods, erasure, export, and who looked."""
