"""EDGE: the database and the encrypted files. The only folder with SQL."""
