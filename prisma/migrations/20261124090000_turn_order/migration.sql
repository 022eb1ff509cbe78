-- The order of messages and of runs comes from counters: a greatest value plus one, read before a
-- conversation's lock was granted, would be taken twice.
ALTER TABLE messages ALTER COLUMN seq TYPE bigint;
ALTER TABLE runs ALTER COLUMN seq TYPE bigint;

CREATE SEQUENCE messages_seq_seq OWNED BY messages.seq;
CREATE SEQUENCE runs_seq_seq OWNED BY runs.seq;
SELECT setval('messages_seq_seq', (SELECT coalesce(max(seq), 0) + 1 FROM messages), false),
       setval('runs_seq_seq', (SELECT coalesce(max(seq), 0) + 1 FROM runs), false);
ALTER TABLE messages ALTER COLUMN seq SET DEFAULT nextval('messages_seq_seq');
ALTER TABLE runs ALTER COLUMN seq SET DEFAULT nextval('runs_seq_seq');
GRANT USAGE ON SEQUENCE messages_seq_seq, runs_seq_seq TO vida_app;
