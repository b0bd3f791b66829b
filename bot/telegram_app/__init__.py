"""EDGE: Telegram. The only folder that imports the library `telegram`."""
