-- Contact after a client left bijstand: since when, how it is kept, and when the next contact is due.
CREATE TABLE aftercare (
    client_id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
    left_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    next_on TEXT NOT NULL,
    changed_at TEXT NOT NULL
);
