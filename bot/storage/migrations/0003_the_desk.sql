-- The desk: failures that were dealt with, where a case stands, who takes whose place, questions to colleagues.
ALTER TABLE outbox ADD COLUMN settled_at TEXT;
CREATE INDEX outbox_failed ON outbox (client_id) WHERE state = 'failed' AND settled_at IS NULL;

-- From which topic of the library the bot answered.
ALTER TABLE thread ADD COLUMN topic TEXT;

-- `stage` is who must act: own caseworker, substitute, team. `helper_id` is who helps in the caseworker's place.
ALTER TABLE cases ADD COLUMN stage TEXT NOT NULL DEFAULT 'own';
ALTER TABLE cases ADD COLUMN helper_id TEXT;
ALTER TABLE cases ADD COLUMN moved_at TEXT;
ALTER TABLE cases ADD COLUMN outcome TEXT;
ALTER TABLE cases ADD COLUMN helped TEXT;
CREATE INDEX cases_helper ON cases (helper_id) WHERE state = 'open' AND helper_id IS NOT NULL;
CREATE INDEX cases_waiting ON cases (waiting_since) WHERE state = 'open' AND waiting_since IS NOT NULL;

-- A colleague takes the place of somebody who is away; both days count.
CREATE TABLE absences (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    substitute_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    created_at TEXT NOT NULL,
    told_at TEXT,
    told_back_at TEXT
);
CREATE INDEX absences_staff ON absences (staff_id, first_day);
CREATE INDEX absences_substitute ON absences (substitute_id, last_day);

-- Who takes over what is not answered in time, also without absence.
CREATE TABLE substitutes (
    staff_id TEXT PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    substitute_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE
);

-- A question to a colleague. The words are notes in the thread.
CREATE TABLE consults (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    case_id TEXT,
    asked_by TEXT NOT NULL,
    asked_of TEXT NOT NULL,
    question_id TEXT NOT NULL,
    answer_id TEXT,
    asked_at TEXT NOT NULL,
    answered_at TEXT
);
CREATE INDEX consults_client ON consults (client_id, asked_at);
CREATE INDEX consults_open ON consults (asked_of) WHERE answered_at IS NULL;
