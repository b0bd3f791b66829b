"""One file a table: the SQL behind the Protocols of the rooms."""
