-- A caseworker writes first: one message to a selection of clients, a row for each of them.
CREATE TABLE mailings (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    ask TEXT NOT NULL,
    due_at TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX mailings_staff ON mailings (staff_id, created_at);

CREATE TABLE postings (
    id TEXT PRIMARY KEY,
    mailing_id TEXT NOT NULL REFERENCES mailings (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    body BYTEA NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    due_at TEXT NOT NULL,
    sent_at TEXT,
    thread_id TEXT
);
CREATE UNIQUE INDEX postings_once ON postings (mailing_id, client_id);
CREATE INDEX postings_client ON postings (client_id, due_at);
CREATE INDEX postings_waiting ON postings (due_at) WHERE state = 'waiting';
