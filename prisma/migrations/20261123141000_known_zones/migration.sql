-- Sweeps compare the local time of everybody in one statement: one zone that PostgreSQL does not know would
-- stop them for all. Reading a fixed moment in the zone raises 22023 for such a name, so none is stored.
ALTER TABLE users
  ADD CONSTRAINT users_timezone_check CHECK ((timestamptz '2000-01-01 00:00:00+00' AT TIME ZONE timezone) IS NOT NULL);
