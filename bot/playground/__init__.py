"""A local stand-in for Telegram, with invented people and a phone in the browser.

It speaks the Bot API truthfully enough for the real bot to notice no difference, and is
strict where Telegram is strict. Everything stays on this machine.
"""
