-- Everything that happens to a chat passes through its inbox, in order.
CREATE TABLE inbox (
    seq SERIAL_KEY,
    source TEXT NOT NULL UNIQUE,
    chat_id BIGINT NOT NULL,
    payload BYTEA,
    state TEXT NOT NULL DEFAULT 'open',
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    handled_at TEXT,
    error TEXT
);
CREATE INDEX inbox_open ON inbox (chat_id, seq) WHERE state = 'open';
CREATE INDEX inbox_handled ON inbox (handled_at) WHERE state <> 'open';

CREATE TABLE outbox (
    seq SERIAL_KEY,
    chat_id BIGINT NOT NULL,
    client_id TEXT,
    thread_id TEXT,
    payload BYTEA,
    tag TEXT,
    part INTEGER NOT NULL DEFAULT 1,
    state TEXT NOT NULL DEFAULT 'queued',
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at TEXT NOT NULL,
    lease_until TEXT,
    created_at TEXT NOT NULL,
    finished_at TEXT,
    message_id BIGINT,
    reason TEXT
);
CREATE INDEX outbox_open ON outbox (chat_id, seq) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_tag ON outbox (chat_id, tag) WHERE tag IS NOT NULL;
CREATE INDEX outbox_thread ON outbox (thread_id) WHERE thread_id IS NOT NULL;
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    chat_id BIGINT NOT NULL,
    payload BYTEA,
    state TEXT NOT NULL DEFAULT 'open',
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at TEXT NOT NULL,
    lease_until TEXT,
    created_at TEXT NOT NULL,
    finished_at TEXT,
    error TEXT
);
CREATE INDEX jobs_open ON jobs (due_at) WHERE state IN ('open', 'running');

CREATE TABLE staff (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL
);

CREATE TABLE clients (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    name BYTEA NOT NULL,
    language TEXT NOT NULL,
    caseworker_id TEXT NOT NULL REFERENCES staff (id),
    chat_id BIGINT UNIQUE,
    state TEXT NOT NULL DEFAULT 'invited',
    consented_at TEXT,
    blocked_at TEXT,
    created_at TEXT NOT NULL,
    last_contact_at TEXT NOT NULL
);
CREATE INDEX clients_caseworker ON clients (caseworker_id);

CREATE TABLE invitations (
    code_hash TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    created_at TEXT NOT NULL
);

CREATE TABLE conversations (
    chat_id BIGINT PRIMARY KEY,
    state BYTEA NOT NULL,
    changed_at TEXT NOT NULL
);
CREATE INDEX conversations_changed ON conversations (changed_at);

CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    caseworker_id TEXT NOT NULL REFERENCES staff (id),
    state TEXT NOT NULL,
    urgency TEXT NOT NULL,
    reason TEXT NOT NULL,
    subject BYTEA NOT NULL,
    opened_at TEXT NOT NULL,
    waiting_since TEXT,
    closed_at TEXT,
    note BYTEA
);
CREATE INDEX cases_client ON cases (client_id, opened_at);
CREATE INDEX cases_open ON cases (caseworker_id) WHERE state = 'open';

CREATE TABLE files (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    created_at TEXT NOT NULL
);
CREATE INDEX files_client ON files (client_id, sha256);

CREATE TABLE thread (
    id TEXT PRIMARY KEY,
    seq BIGINT NOT NULL,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    case_id TEXT,
    author TEXT NOT NULL,
    staff_id TEXT,
    body BYTEA NOT NULL,
    file_id TEXT,
    message_id BIGINT,
    earlier_id TEXT,
    at TEXT NOT NULL
);
CREATE INDEX thread_client ON thread (client_id, seq);
CREATE INDEX thread_message ON thread (client_id, message_id);
CREATE INDEX thread_at ON thread (at);

CREATE TABLE papers (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    month TEXT,
    pages INTEGER NOT NULL,
    file_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    reading BYTEA,
    received_at TEXT NOT NULL,
    confirmed_at TEXT
);
CREATE INDEX papers_client ON papers (client_id, received_at);

CREATE TABLE ledger (
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    month TEXT NOT NULL,
    state TEXT NOT NULL,
    number TEXT NOT NULL,
    paper_id TEXT,
    changed_at TEXT NOT NULL,
    PRIMARY KEY (client_id, month)
);

CREATE TABLE login_links (
    token_hash TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL,
    used_at TEXT
);

CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    csrf TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE TABLE access_log (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX access_log_client ON access_log (client_id, at);

-- Anonymous counts: how often something happened on a day, never to whom.
CREATE TABLE counts (
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (day, name)
);

-- What the open desks must redraw: one row a change, swept after a day.
CREATE TABLE changes (
    seq SERIAL_KEY,
    caseworker_id TEXT NOT NULL,
    client_id TEXT NOT NULL,
    at TEXT NOT NULL
);
