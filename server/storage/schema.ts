/**
 * The statements that bring a store from one version of its schema to the next; the version (PRAGMA user_version) is how many
 * have been applied. A list only ever grows: what is published is not edited.
 *
 * Written so that PostgreSQL reads it alike, with two differences to make there: BLOB is BYTEA, and the version needs a table.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE store (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  );
  CREATE TABLE negotiation (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    settings TEXT NOT NULL
  );
  CREATE TABLE capacity (
    id TEXT PRIMARY KEY,
    negotiation TEXT NOT NULL REFERENCES negotiation (id),
    role TEXT NOT NULL,
    party TEXT,
    person TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    generation BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    closed_at BIGINT
  );
  CREATE INDEX capacity_of_negotiation ON capacity (negotiation, created_at, id);
  CREATE TABLE record (
    negotiation TEXT NOT NULL REFERENCES negotiation (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT NOT NULL,
    party TEXT,
    capacity TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    act TEXT NOT NULL,
    outcome TEXT NOT NULL,
    table_update BLOB NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (negotiation, seq)
  );
  CREATE UNIQUE INDEX record_by_key ON record (negotiation, capacity, idempotency_key) WHERE idempotency_key <> '';
  CREATE TABLE table_snapshot (
    negotiation TEXT PRIMARY KEY REFERENCES negotiation (id),
    seq BIGINT NOT NULL,
    state BLOB NOT NULL
  );
  CREATE TABLE desk (
    negotiation TEXT NOT NULL REFERENCES negotiation (id),
    party TEXT NOT NULL,
    last_number BIGINT NOT NULL,
    compacted_to BIGINT NOT NULL,
    snapshot BLOB,
    PRIMARY KEY (negotiation, party)
  );
  CREATE TABLE desk_update (
    negotiation TEXT NOT NULL,
    party TEXT NOT NULL,
    number BIGINT NOT NULL,
    desk_update BLOB NOT NULL,
    PRIMARY KEY (negotiation, party, number),
    FOREIGN KEY (negotiation, party) REFERENCES desk (negotiation, party)
  );
  `,
  `
  CREATE TABLE shelf_text (
    id TEXT PRIMARY KEY,
    added_at BIGINT NOT NULL,
    about TEXT NOT NULL,
    document TEXT NOT NULL
  );
  `,
]
