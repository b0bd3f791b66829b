"""The commands of `run_bot.py`: each file does one kind of work and prints for people."""
