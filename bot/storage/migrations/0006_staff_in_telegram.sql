-- Staff in Telegram: in which private chat a member of staff gets notices, and one-time codes to link it.
CREATE TABLE staff_chats (
    staff_id TEXT PRIMARY KEY REFERENCES staff (id) ON DELETE CASCADE,
    account BIGINT NOT NULL UNIQUE,
    linked_at TEXT NOT NULL,
    blocked_at TEXT
);

CREATE TABLE staff_codes (
    code_hash TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX staff_codes_staff ON staff_codes (staff_id, created_at);

-- What is between a member of staff and one client in that chat: the topic, and since when a notice lies unread.
CREATE TABLE staff_threads (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    topic BIGINT,
    told_at TEXT
);
CREATE UNIQUE INDEX staff_threads_pair ON staff_threads (staff_id, client_id);
CREATE UNIQUE INDEX staff_threads_topic ON staff_threads (staff_id, topic) WHERE topic IS NOT NULL;

-- A reply that was written there and waits for the button with the client's name.
CREATE TABLE staff_drafts (
    id TEXT PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    words BYTEA NOT NULL,
    message_id BIGINT NOT NULL,
    seen TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX staff_drafts_message ON staff_drafts (staff_id, message_id);

-- A message to a member of staff about the client of the same row.
ALTER TABLE outbox ADD COLUMN staff_id TEXT;
CREATE INDEX outbox_cards ON outbox (chat_id, message_id) WHERE staff_id IS NOT NULL;
