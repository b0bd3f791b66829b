"""A person in Telegram: who of the staff hears what about which client, and the replies that wait for a button."""
