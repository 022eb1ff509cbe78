-- The tables of log-in, conversations, the event log, tracking, the trail and jobs, and the functions that
-- every later migration relies on: app_begin, protect_table, the audit trigger, undo_action, append_events.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "login";

-- CreateTable
CREATE TABLE "conversations" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" VARCHAR(16) NOT NULL DEFAULT 'general',
    "title" VARCHAR(255),
    "titled_by" VARCHAR(8),
    "temporary" BOOLEAN NOT NULL DEFAULT false,
    "head_id" UUID,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "parent_id" UUID,
    "role" VARCHAR(16) NOT NULL,
    "parts" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "run_id" UUID,
    "feedback" VARCHAR(8),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "runs" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "message_id" UUID,
    "confirmation_id" UUID,
    "status" VARCHAR(16) NOT NULL DEFAULT 'queued',
    "reason" VARCHAR(80),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "worker_id" VARCHAR(64),
    "stop_requested_at" TIMESTAMPTZ(3),
    "usage" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "confirmations" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "message_id" UUID,
    "status" VARCHAR(16) NOT NULL DEFAULT 'pending',
    "actions" JSONB NOT NULL,
    "decisions" JSONB,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "confirmations_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "tool_actions" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "confirmation_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "tool" VARCHAR(64) NOT NULL,
    "args" JSONB NOT NULL,
    "args_hash" VARCHAR(64) NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "reason" TEXT,
    "result" JSONB,
    "summary" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "tool_actions_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "checkpoints" (
    "user_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "state" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoints_pkey" PRIMARY KEY ("user_id","run_id")
);

-- CreateTable
CREATE TABLE "job_runs" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "name" VARCHAR(64) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "result" JSONB,
    "error" VARCHAR(500),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeats" (
    "worker_id" VARCHAR(64) NOT NULL,
    "pid" INTEGER NOT NULL,
    "host" VARCHAR(255) NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("worker_id")
);

-- CreateTable
CREATE TABLE "events" (
    "user_id" UUID NOT NULL,
    "id" BIGINT NOT NULL,
    "conversation_id" UUID,
    "type" VARCHAR(40) NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "event_heads" (
    "user_id" UUID NOT NULL,
    "last_id" BIGINT NOT NULL DEFAULT 0,
    "pruned_id" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "event_heads_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "login"."user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "is_owner" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login"."session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login"."account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login"."invites" (
    "id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" UUID,

    CONSTRAINT "invites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login"."verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login"."rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "timezone" VARCHAR(64) NOT NULL DEFAULT 'America/Sao_Paulo',
    "locale" VARCHAR(10) NOT NULL DEFAULT 'pt-BR',
    "currency" VARCHAR(3) NOT NULL DEFAULT 'BRL',
    "preferences" JSONB NOT NULL DEFAULT '{}',
    "status" VARCHAR(16) NOT NULL DEFAULT 'pending',
    "role" VARCHAR(16) NOT NULL DEFAULT 'member',
    "height" DECIMAL(5,2),
    "birth_date" DATE,
    "onboarded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tracking_entries" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" VARCHAR(16) NOT NULL,
    "metric_id" UUID,
    "area" VARCHAR(16) NOT NULL,
    "sub_area" VARCHAR(16),
    "value" DECIMAL(10,2) NOT NULL,
    "unit" VARCHAR(20) NOT NULL,
    "day" DATE NOT NULL,
    "time" VARCHAR(5),
    "notes" VARCHAR(2000),
    "quality" SMALLINT,
    "source" VARCHAR(16) NOT NULL DEFAULT 'form',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tracking_entries_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "custom_metrics" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "description" VARCHAR(500),
    "icon" VARCHAR(50) NOT NULL DEFAULT '📊',
    "color" VARCHAR(7),
    "unit" VARCHAR(20) NOT NULL,
    "min_value" DECIMAL(10,2),
    "max_value" DECIMAL(10,2),
    "area" VARCHAR(16) NOT NULL DEFAULT 'learning',
    "sub_area" VARCHAR(16),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "custom_metrics_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "user_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "action_id" UUID NOT NULL,
    "actor" VARCHAR(16) NOT NULL,
    "table_name" VARCHAR(64) NOT NULL,
    "row_id" UUID NOT NULL,
    "change" VARCHAR(8) NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "undone_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "actions" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "operation" VARCHAR(64) NOT NULL,
    "input_hash" VARCHAR(64) NOT NULL,
    "output" JSONB,
    "title" VARCHAR(300),
    "actor" VARCHAR(16) NOT NULL,
    "conversation_id" UUID,
    "undone_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "actions_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "conversations_user_id_last_activity_at_idx" ON "conversations"("user_id", "last_activity_at" DESC);

-- CreateIndex
CREATE INDEX "messages_user_id_conversation_id_parent_id_idx" ON "messages"("user_id", "conversation_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "messages_user_id_conversation_id_seq_key" ON "messages"("user_id", "conversation_id", "seq");

-- CreateIndex
CREATE INDEX "runs_user_id_status_idx" ON "runs"("user_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "runs_user_id_conversation_id_seq_key" ON "runs"("user_id", "conversation_id", "seq");

-- CreateIndex
CREATE INDEX "confirmations_user_id_status_expires_at_idx" ON "confirmations"("user_id", "status", "expires_at");

-- CreateIndex
CREATE INDEX "confirmations_user_id_conversation_id_idx" ON "confirmations"("user_id", "conversation_id");

-- CreateIndex
CREATE INDEX "tool_actions_user_id_confirmation_id_idx" ON "tool_actions"("user_id", "confirmation_id");

-- CreateIndex
CREATE INDEX "job_runs_user_id_name_started_at_idx" ON "job_runs"("user_id", "name", "started_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "job_runs_user_id_name_key_key" ON "job_runs"("user_id", "name", "key") NULLS NOT DISTINCT;

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "login"."user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "login"."session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "login"."session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "login"."account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "login"."account"("provider_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "invites_code_hash_key" ON "login"."invites"("code_hash");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "login"."verification"("identifier");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "login"."rate_limits"("expire");

-- CreateIndex
CREATE INDEX "tracking_entries_user_id_day_created_at_idx" ON "tracking_entries"("user_id", "day" DESC, "created_at" DESC);

-- CreateIndex
CREATE INDEX "tracking_entries_user_id_type_day_idx" ON "tracking_entries"("user_id", "type", "day" DESC);

-- CreateIndex
CREATE INDEX "tracking_entries_user_id_metric_id_day_idx" ON "tracking_entries"("user_id", "metric_id", "day" DESC);

-- CreateIndex
CREATE INDEX "audit_log_user_id_action_id_idx" ON "audit_log"("user_id", "action_id");

-- CreateIndex
CREATE INDEX "audit_log_user_id_created_at_idx" ON "audit_log"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "actions_user_id_created_at_idx" ON "actions"("user_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_user_id_conversation_id_fkey" FOREIGN KEY ("user_id", "conversation_id") REFERENCES "conversations"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_user_id_conversation_id_fkey" FOREIGN KEY ("user_id", "conversation_id") REFERENCES "conversations"("user_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login"."session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "login"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login"."account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "login"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login"."invites" ADD CONSTRAINT "invites_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "login"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tracking_entries" ADD CONSTRAINT "tracking_entries_user_id_metric_id_fkey" FOREIGN KEY ("user_id", "metric_id") REFERENCES "custom_metrics"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- Closed value sets: text + CHECK, because enum equality is not leakproof and so finds no index under a policy.
ALTER TABLE users
  ADD CONSTRAINT users_status_check CHECK (status IN ('pending', 'active')),
  ADD CONSTRAINT users_role_check CHECK (role IN ('owner', 'member')),
  ADD CONSTRAINT users_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT users_height_check CHECK (height > 0);
ALTER TABLE conversations
  ADD CONSTRAINT conversations_kind_check CHECK (kind IN ('general', 'counselor')),
  ADD CONSTRAINT conversations_titled_by_check CHECK (titled_by IN ('auto', 'person'));
ALTER TABLE messages
  ADD CONSTRAINT messages_role_check CHECK (role IN ('user', 'assistant')),
  ADD CONSTRAINT messages_feedback_check CHECK (feedback IN ('up', 'down'));
ALTER TABLE runs
  ADD CONSTRAINT runs_kind_check CHECK (kind IN ('message', 'decision')),
  ADD CONSTRAINT runs_status_check CHECK (status IN ('queued', 'running', 'waiting', 'completed', 'stopped', 'failed'));
ALTER TABLE confirmations
  ADD CONSTRAINT confirmations_status_check CHECK (status IN ('pending', 'decided', 'expired', 'superseded'));
ALTER TABLE tool_actions
  ADD CONSTRAINT tool_actions_status_check CHECK (status IN ('confirmed', 'done', 'failed', 'rejected'));
ALTER TABLE job_runs
  ADD CONSTRAINT job_runs_status_check CHECK (status IN ('running', 'done', 'failed'));
ALTER TABLE actions
  ADD CONSTRAINT actions_actor_check CHECK (actor IN ('user', 'assistant', 'job'));
ALTER TABLE audit_log
  ADD CONSTRAINT audit_log_change_check CHECK (change IN ('insert', 'update', 'delete'));
ALTER TABLE tracking_entries
  ADD CONSTRAINT tracking_entries_type_check CHECK (type IN ('weight', 'water', 'sleep', 'exercise', 'mood', 'energy', 'custom')),
  ADD CONSTRAINT tracking_entries_area_check CHECK (area IN ('health', 'finance', 'professional', 'learning', 'spiritual', 'relationships')),
  ADD CONSTRAINT tracking_entries_metric_check CHECK ((type = 'custom') = (metric_id IS NOT NULL)),
  ADD CONSTRAINT tracking_entries_quality_check CHECK (quality BETWEEN 1 AND 10),
  ADD CONSTRAINT tracking_entries_source_check CHECK (source IN ('form', 'chat', 'job', 'import')),
  ADD CONSTRAINT tracking_entries_time_check CHECK (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE custom_metrics
  ADD CONSTRAINT custom_metrics_area_check CHECK (area IN ('health', 'finance', 'professional', 'learning', 'spiritual', 'relationships')),
  ADD CONSTRAINT custom_metrics_range_check CHECK (min_value <= max_value);

/* Accent- and case-free form of a name. Immutable by naming the dictionary, so indexes may use it. */
CREATE FUNCTION plain(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, value));

CREATE UNIQUE INDEX custom_metrics_name_key ON custom_metrics (user_id, plain(name)) WHERE deleted_at IS NULL;
CREATE INDEX runs_open_idx ON runs (user_id, conversation_id, seq) WHERE status IN ('queued', 'running');
CREATE INDEX runs_running_idx ON runs (worker_id) WHERE status = 'running';

/* Whose rows this transaction may touch; NULL outside a session. A used setting comes back as ''. */
CREATE FUNCTION current_person() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.current_user_id', true), '')::uuid;

/*
 * Opens a person's session inside the running transaction: sets who acts, and answers the person with the
 * outcome of an earlier run of the same action. No row: there is no such person.
 */
CREATE FUNCTION app_begin(p_user uuid, p_actor text, p_action uuid)
RETURNS TABLE (person jsonb, prior jsonb)
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.current_user_id', p_user::text, true),
          set_config('app.actor', p_actor, true),
          set_config('app.action_id', p_action::text, true);
  RETURN QUERY
    SELECT jsonb_build_object(
             'userId', u.id, 'name', u.name, 'email', u.email, 'timezone', u.timezone, 'locale', u.locale,
             'currency', u.currency, 'preferences', u.preferences, 'status', u.status, 'role', u.role),
           (SELECT jsonb_build_object('operation', a.operation, 'inputHash', a.input_hash, 'output', a.output)
              FROM actions a WHERE a.user_id = p_user AND a.id = p_action)
      FROM users u WHERE u.id = p_user;
END $$;

/* Writes the trail: one row per changed row of a domain table, with the whole row before and after. */
CREATE FUNCTION audit_row() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  v_before jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  v_after jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  v_row jsonb := coalesce(v_after, v_before);
BEGIN
  IF current_setting('app.audit', true) = 'off' OR v_before = v_after THEN
    RETURN NULL;
  END IF;
  INSERT INTO audit_log (user_id, action_id, actor, table_name, row_id, change, before, after)
  VALUES ((v_row ->> 'user_id')::uuid, current_setting('app.action_id')::uuid, current_setting('app.actor'),
          TG_TABLE_NAME, (v_row ->> 'id')::uuid, lower(TG_OP), v_before, v_after);
  RETURN NULL;
END $$;

/*
 * Takes back every change of one action, newest first, in this transaction, and returns the tables touched.
 * Raises VC001 when a row has moved on since, VN001 when there is nothing to take back.
 */
CREATE FUNCTION undo_action(p_action uuid, p_undo uuid) RETURNS text[]
LANGUAGE plpgsql AS $$
DECLARE
  v_user uuid := current_person();
  v_change record;
  v_now jsonb;
  v_columns text;
  v_tables text[] := '{}';
BEGIN
  PERFORM set_config('app.audit', 'off', true);
  SET CONSTRAINTS ALL DEFERRED;
  FOR v_change IN
    SELECT * FROM audit_log
     WHERE user_id = v_user AND action_id = p_action AND undone_by IS NULL
       AND (before IS NOT NULL OR after IS NOT NULL)
     ORDER BY id DESC FOR UPDATE
  LOOP
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE user_id = $1 AND id = $2 FOR UPDATE', v_change.table_name)
       INTO v_now USING v_user, v_change.row_id;
    IF v_now IS DISTINCT FROM v_change.after THEN
      RAISE EXCEPTION 'row % of % has changed since', v_change.row_id, v_change.table_name USING ERRCODE = 'VC001';
    END IF;
    SELECT string_agg(format('%I', attname), ', ') INTO v_columns FROM pg_attribute
     WHERE attrelid = v_change.table_name::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    IF v_change.change = 'insert' THEN
      EXECUTE format('DELETE FROM %I WHERE user_id = $1 AND id = $2', v_change.table_name)
        USING v_user, v_change.row_id;
    ELSIF v_change.change = 'delete' THEN
      EXECUTE format('INSERT INTO %1$I (%2$s) SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)',
                     v_change.table_name, v_columns) USING v_change.before;
    ELSE
      EXECUTE format('UPDATE %1$I SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1))
                       WHERE user_id = $2 AND id = $3', v_change.table_name, v_columns)
        USING v_change.before, v_user, v_change.row_id;
    END IF;
    UPDATE audit_log SET undone_by = p_undo WHERE user_id = v_user AND id = v_change.id;
    IF NOT v_change.table_name = ANY (v_tables) THEN
      v_tables := v_tables || v_change.table_name::text;
    END IF;
  END LOOP;
  IF v_tables = '{}' THEN
    RAISE EXCEPTION 'nothing to undo' USING ERRCODE = 'VN001';
  END IF;
  SET CONSTRAINTS ALL IMMEDIATE;
  UPDATE actions SET undone_by = p_undo WHERE user_id = v_user AND id = p_action;
  PERFORM set_config('app.audit', '', true);
  RETURN v_tables;
END $$;

/*
 * Appends events to the current person's log. It takes that person's lock until COMMIT, so it is the last
 * statement of a transaction. Ids follow commit order: a reader that saw n has seen all up to n.
 */
CREATE FUNCTION append_events(p_events jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  v_user uuid := current_person();
  v_count int := jsonb_array_length(p_events);
  v_last bigint;
BEGIN
  IF v_count = 0 THEN
    RETURN NULL;
  END IF;
  UPDATE event_heads SET last_id = last_id + v_count WHERE user_id = v_user RETURNING last_id INTO v_last;
  INSERT INTO events (user_id, id, conversation_id, type, data)
  SELECT v_user, v_last - v_count + e.n, (e.event ->> 'conversationId')::uuid, e.event ->> 'type', coalesce(e.event -> 'data', '{}')
    FROM jsonb_array_elements(p_events) WITH ORDINALITY AS e (event, n);
  PERFORM pg_notify('vida_events', v_user || ':' || v_last);
  RETURN v_last;
END $$;

/*
 * The end of a write: stores its action with its output and appends its events, in one statement.
 * The primary key of actions makes the second of two simultaneous runs of one action fail as a whole.
 */
CREATE FUNCTION finish_action(p_action jsonb, p_events jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO actions (user_id, id, operation, input_hash, output, title, actor, conversation_id, created_at)
  VALUES (current_person(), current_setting('app.action_id')::uuid, p_action ->> 'operation',
          p_action ->> 'inputHash', p_action -> 'output', p_action ->> 'title', current_setting('app.actor'),
          (p_action ->> 'conversationId')::uuid, (p_action ->> 'at')::timestamptz);
  RETURN append_events(p_events);
END $$;

/*
 * Appends events of many people in one transaction: [{"userId", "events": [...]}]. For the worker role,
 * whose text flusher serves all runs of a process. Locks are taken in the order of user ids.
 */
CREATE FUNCTION append_events_bulk(p_batch jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  v_told int;
BEGIN
  PERFORM 1 FROM event_heads
    WHERE user_id IN (SELECT (b ->> 'userId')::uuid FROM jsonb_array_elements(p_batch) b)
    ORDER BY user_id FOR UPDATE;
  WITH batch AS (
    SELECT (b ->> 'userId')::uuid AS user_id, b -> 'events' AS events, jsonb_array_length(b -> 'events') AS size
      FROM jsonb_array_elements(p_batch) b
  ), heads AS (
    UPDATE event_heads h SET last_id = h.last_id + batch.size
      FROM batch WHERE h.user_id = batch.user_id
    RETURNING h.user_id, h.last_id, batch.size, batch.events
  ), stored AS (
    INSERT INTO events (user_id, id, conversation_id, type, data)
    SELECT h.user_id, h.last_id - h.size + e.n, (e.event ->> 'conversationId')::uuid, e.event ->> 'type', coalesce(e.event -> 'data', '{}')
      FROM heads h, jsonb_array_elements(h.events) WITH ORDINALITY AS e (event, n)
  )
  SELECT count(pg_notify('vida_events', user_id || ':' || last_id)::text) INTO v_told FROM heads;
END $$;

/*
 * Gives a table of user data everything such a table must have: the link to its person, forced row-level
 * security, the app role's rights and, for a domain table, the trail. Every migration calls it for its tables.
 */
CREATE FUNCTION protect_table(p_table text, p_audited boolean) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE',
                 p_table, p_table || '_person_fkey');
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', p_table);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', p_table);
  EXECUTE format('CREATE POLICY own_rows ON %I
      USING (user_id = (SELECT nullif(current_setting(''app.current_user_id'', true), '''')::uuid))
      WITH CHECK (user_id = (SELECT nullif(current_setting(''app.current_user_id'', true), '''')::uuid))', p_table);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO vida_app', p_table);
  IF p_audited THEN
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I
        FOR EACH ROW EXECUTE FUNCTION audit_row()', p_table);
  END IF;
END $$;

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON users
  USING (id = (SELECT nullif(current_setting('app.current_user_id', true), '')::uuid))
  WITH CHECK (id = (SELECT nullif(current_setting('app.current_user_id', true), '')::uuid));
GRANT SELECT, UPDATE ON users TO vida_app;

SELECT protect_table(name, false) FROM unnest(ARRAY['conversations', 'messages', 'runs', 'confirmations',
  'tool_actions', 'checkpoints', 'events', 'event_heads', 'audit_log', 'actions', 'job_runs']) AS name;
SELECT protect_table(name, true) FROM unnest(ARRAY['tracking_entries', 'custom_metrics']) AS name;

GRANT USAGE ON SCHEMA public TO vida_app, vida_worker;
GRANT USAGE ON SEQUENCE audit_log_id_seq TO vida_app;
REVOKE DELETE ON audit_log, actions, events FROM vida_app;
REVOKE INSERT, UPDATE, DELETE ON job_runs FROM vida_app;

-- What must cross people belongs to the worker, on these tables and columns only.
GRANT SELECT (id, timezone, status, preferences) ON users TO vida_worker;
CREATE POLICY worker_sweeps ON users FOR SELECT TO vida_worker USING (true);
GRANT SELECT (user_id, id, conversation_id, seq, status, worker_id, stop_requested_at, created_at),
      UPDATE (status, worker_id) ON runs TO vida_worker;
CREATE POLICY worker_takes_over ON runs TO vida_worker USING (true) WITH CHECK (true);
GRANT SELECT (user_id, id, status, expires_at) ON confirmations TO vida_worker;
CREATE POLICY worker_expires ON confirmations FOR SELECT TO vida_worker USING (true);
GRANT SELECT, INSERT, DELETE ON events TO vida_worker;
CREATE POLICY worker_flushes ON events TO vida_worker USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON event_heads TO vida_worker;
CREATE POLICY worker_flushes ON event_heads TO vida_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON job_runs TO vida_worker;
CREATE POLICY worker_records ON job_runs TO vida_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_heartbeats TO vida_worker;
-- A claim must know whether a run's worker still lives.
GRANT SELECT (worker_id, beat_at) ON worker_heartbeats TO vida_app;

REVOKE ALL ON FUNCTION app_begin, undo_action, append_events, finish_action, append_events_bulk, protect_table FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_begin, undo_action, append_events, finish_action TO vida_app;
GRANT EXECUTE ON FUNCTION append_events_bulk TO vida_worker;

-- Log-in is a room of its own: one role reaches it, and it reaches nothing else.
GRANT USAGE ON SCHEMA login TO vida_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA login TO vida_auth;

CREATE UNIQUE INDEX user_one_owner ON login."user" ((true)) WHERE is_owner;

/* The first person who signs up, the demo person aside, runs the installation. */
CREATE FUNCTION login.choose_owner() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = login, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('vida.first_person'));
  NEW.is_owner := NEW.email <> 'demo@vida.local' AND NOT EXISTS (SELECT 1 FROM "user" WHERE is_owner);
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION login.choose_owner FROM PUBLIC;
CREATE TRIGGER owner BEFORE INSERT ON login."user" FOR EACH ROW EXECUTE FUNCTION login.choose_owner();

/* Makes, renames and removes the person behind a log-in. */
CREATE FUNCTION login.sync_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  v_previous text := current_setting('app.current_user_id', true);
BEGIN
  PERFORM set_config('app.current_user_id', coalesce(NEW.id, OLD.id)::text, true),
          set_config('app.audit', 'off', true);
  IF TG_OP = 'INSERT' THEN
    INSERT INTO users (id, email, name, role, created_at, updated_at)
    VALUES (NEW.id, lower(NEW.email), left(coalesce(nullif(NEW.name, ''), NEW.email), 100),
            CASE WHEN NEW.is_owner THEN 'owner' ELSE 'member' END, NEW.created_at, NEW.created_at);
    INSERT INTO event_heads (user_id) VALUES (NEW.id);
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE users SET email = lower(NEW.email), name = left(NEW.name, 100), updated_at = NEW.updated_at
      WHERE id = NEW.id AND (email, name) IS DISTINCT FROM (lower(NEW.email)::varchar, left(NEW.name, 100)::varchar);
  ELSE
    DELETE FROM users WHERE id = OLD.id;
  END IF;
  PERFORM set_config('app.current_user_id', coalesce(v_previous, ''), true), set_config('app.audit', '', true);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION login.sync_person FROM PUBLIC;
CREATE TRIGGER person AFTER INSERT OR UPDATE OR DELETE ON login."user"
  FOR EACH ROW EXECUTE FUNCTION login.sync_person();
