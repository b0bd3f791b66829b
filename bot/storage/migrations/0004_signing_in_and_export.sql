-- Signing in with an account of the municipality: only a hash says which account belongs to whom.
CREATE TABLE accounts (
    account_hash TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    joined_at TEXT NOT NULL
);
CREATE INDEX accounts_staff ON accounts (staff_id);

-- When a session was last used, how it began, and (as a hash) the provider's own session behind it.
ALTER TABLE sessions ADD COLUMN seen_at TEXT;
ALTER TABLE sessions ADD COLUMN how TEXT NOT NULL DEFAULT 'link';
ALTER TABLE sessions ADD COLUMN sid_hash TEXT;
CREATE INDEX sessions_staff ON sessions (staff_id);
CREATE INDEX sessions_sid ON sessions (sid_hash) WHERE sid_hash IS NOT NULL;

-- The income consultant who settles the wages of this caseworker's clients.
ALTER TABLE staff ADD COLUMN consultant_id TEXT REFERENCES staff (id);

-- What was done to the list of staff, and by whom; without `actor_id` it was done on the command line.
CREATE TABLE staff_log (
    id TEXT PRIMARY KEY,
    actor_id TEXT REFERENCES staff (id) ON DELETE SET NULL,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX staff_log_at ON staff_log (at);

-- Which payslips an income consultant took out of the bot, and when.
CREATE TABLE exports (
    id TEXT PRIMARY KEY,
    paper_id TEXT NOT NULL,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    staff_id TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX exports_paper ON exports (paper_id, at);
CREATE INDEX papers_month ON papers (month) WHERE month IS NOT NULL;
