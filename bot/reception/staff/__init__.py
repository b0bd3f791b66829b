"""The private chat of a member of staff: linking, notices, replies. Nothing of it is ever a client's message."""
