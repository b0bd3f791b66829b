"""TO A PERSON: cases, the desk's actions, and what the client hears about them."""
