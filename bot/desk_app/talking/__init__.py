"""Writing first at the desk: to one client or to many, now or later, and what became of it."""
