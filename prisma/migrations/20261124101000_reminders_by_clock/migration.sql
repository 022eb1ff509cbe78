-- Reminders are found by their person's clock as well, so that a sweep reads none that is not due.

ALTER TABLE person_clocks NO FORCE ROW LEVEL SECURITY;
UPDATE person_clocks SET next_at = '-infinity';
ALTER TABLE person_clocks FORCE ROW LEVEL SECURITY;
DROP INDEX reminders_due_idx;

/* Whose zone, wishes or state change is looked at by the next sweep; reminders need no finished start. */
CREATE OR REPLACE FUNCTION wind_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_clocks (user_id, timezone, next_at) VALUES (NEW.id, NEW.timezone, '-infinity')
    ON CONFLICT (user_id) DO UPDATE SET timezone = excluded.timezone, next_at = excluded.next_at;
  RETURN NULL;
END $$;

/* Whose reminders change is looked at by the next sweep. */
CREATE FUNCTION wind_clock_for_reminder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE person_clocks SET next_at = '-infinity' WHERE user_id = NEW.user_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION wind_clock_for_reminder FROM PUBLIC;
CREATE TRIGGER wind_clock AFTER INSERT OR UPDATE OF next_at, status ON reminders
  FOR EACH ROW EXECUTE FUNCTION wind_clock_for_reminder();
