"""From the bytes of a paper to the printed facts: sniffing, words, rows, labels, fields, checks.

Everything here is pure and runs inside the limited worker process; only sniffing also runs outside it.
"""
