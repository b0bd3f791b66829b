"""Questions: which checked text answers a message, or who can help instead."""
