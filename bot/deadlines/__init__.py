"""Terms of Dutch law: the last day for an objection, WW, BTW, KOR and toeslagen, and being reminded of it."""
