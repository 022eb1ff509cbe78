-- When something of a person is due next, by their own wall clock, so that a sweep reads who is due and nobody
-- else. Wall times are kept, no instants: a change of offset changes nothing here.

CREATE TABLE "person_clocks" (
    "user_id" UUID NOT NULL,
    "timezone" VARCHAR(64) NOT NULL,
    "next_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "person_clocks_pkey" PRIMARY KEY ("user_id")
);
CREATE INDEX "person_clocks_timezone_next_at_idx" ON "person_clocks"("timezone", "next_at");

SELECT protect_table('person_clocks', false);
GRANT SELECT, UPDATE (next_at) ON person_clocks TO vida_worker;
CREATE POLICY worker_sweeps ON person_clocks TO vida_worker USING (true) WITH CHECK (true);

-- After the reference to users: adding it to rows that are there would look them up under its owner's policies.
ALTER TABLE users NO FORCE ROW LEVEL SECURITY;
ALTER TABLE person_clocks NO FORCE ROW LEVEL SECURITY;
INSERT INTO person_clocks (user_id, timezone, next_at)
  SELECT id, timezone, CASE status WHEN 'active' THEN timestamp '-infinity' ELSE 'infinity' END FROM users;
ALTER TABLE person_clocks FORCE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;

/* Whose zone, wishes or state change is looked at by the next sweep; who has not begun yet has no nights. */
CREATE FUNCTION wind_clock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_clocks (user_id, timezone, next_at)
    VALUES (NEW.id, NEW.timezone, CASE NEW.status WHEN 'active' THEN timestamp '-infinity' ELSE 'infinity' END)
    ON CONFLICT (user_id) DO UPDATE SET timezone = excluded.timezone, next_at = excluded.next_at;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION wind_clock FROM PUBLIC;
CREATE TRIGGER wind_clock AFTER INSERT OR UPDATE OF timezone, preferences, status ON users
  FOR EACH ROW EXECUTE FUNCTION wind_clock();

-- The sweep looks for cards whose time is over among everybody's open ones.
CREATE INDEX confirmations_open_idx ON confirmations (expires_at) WHERE status = 'pending';
