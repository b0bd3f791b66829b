-- Promises to remind a client of a last day. What it is about is sealed; when and whose must be searched.
CREATE TABLE reminders (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    subject BYTEA NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    due_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX reminders_client ON reminders (client_id, due_at);
CREATE INDEX reminders_waiting ON reminders (due_at) WHERE state = 'waiting';
