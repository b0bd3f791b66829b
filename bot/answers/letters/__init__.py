"""Letters: who sent one, what it means, what to do and before when (content/letters.yaml)."""
