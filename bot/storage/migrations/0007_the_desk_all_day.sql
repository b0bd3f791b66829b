-- The desk, all day: in which language an employee reads it, what a client in need withdrew, who has a client open.
ALTER TABLE staff ADD COLUMN language TEXT NOT NULL DEFAULT '';

-- An urgent question that the client withdrew stays open until the caseworker has looked and closed it.
ALTER TABLE cases ADD COLUMN withdrawn_at TEXT;

-- Who has a client's page open now; a row counts for a minute and a half.
CREATE TABLE presences (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    seen_at TEXT NOT NULL
);
CREATE UNIQUE INDEX presences_once ON presences (client_id, staff_id);
