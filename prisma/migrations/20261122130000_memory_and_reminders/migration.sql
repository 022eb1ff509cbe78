-- What is known about a person over time, what was forgotten, reminders and notices.

-- CreateTable
CREATE TABLE "knowledge_items" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" VARCHAR(16) NOT NULL,
    "area" VARCHAR(16),
    "sub_area" VARCHAR(16),
    "title" VARCHAR(255),
    "content" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "source" VARCHAR(16) NOT NULL,
    "message_id" UUID,
    "evidence" TEXT,
    "confidence" DECIMAL(3,2) NOT NULL DEFAULT 0.9,
    "validated" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "superseded_by_id" UUID,
    "superseded_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "plain_text" TEXT GENERATED ALWAYS AS (plain(coalesce(title, '') || ' ' || content)) STORED,
    "search" tsvector GENERATED ALWAYS AS (to_tsvector('portuguese', plain(coalesce(title, '') || ' ' || content))) STORED,

    CONSTRAINT "knowledge_items_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "memory_profiles" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "bio" TEXT,
    "occupation" VARCHAR(255),
    "family_context" TEXT,
    "communication_style" VARCHAR(255),
    "feedback_preferences" TEXT,
    "lists" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memory_profiles_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "forgotten_items" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "word_hashes" TEXT[],
    "forgotten_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forgotten_items_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "reminders" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "notes" VARCHAR(2000),
    "remind_at" VARCHAR(19) NOT NULL,
    "repeat" VARCHAR(500),
    "next_at" VARCHAR(19),
    "status" VARCHAR(8) NOT NULL DEFAULT 'pending',
    "last_fired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "body" VARCHAR(2000),
    "records" JSONB NOT NULL DEFAULT '[]',
    "key" VARCHAR(200) NOT NULL,
    "day" DATE NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "dismissed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "knowledge_items_user_id_recorded_at_idx" ON "knowledge_items"("user_id", "recorded_at" DESC);

-- CreateIndex
CREATE INDEX "knowledge_items_user_id_type_area_idx" ON "knowledge_items"("user_id", "type", "area");

-- CreateIndex
CREATE INDEX "knowledge_items_user_id_message_id_idx" ON "knowledge_items"("user_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "memory_profiles_user_id_key" ON "memory_profiles"("user_id");

-- CreateIndex
CREATE INDEX "reminders_user_id_status_next_at_idx" ON "reminders"("user_id", "status", "next_at");

-- CreateIndex
CREATE INDEX "notifications_user_id_created_at_idx" ON "notifications"("user_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notifications_user_id_kind_key_day_key" ON "notifications"("user_id", "kind", "key", "day");

ALTER TABLE knowledge_items
  ADD CONSTRAINT knowledge_items_type_check CHECK (type IN ('fact', 'preference', 'memory', 'insight', 'person')),
  ADD CONSTRAINT knowledge_items_area_check CHECK (area IN ('health', 'finance', 'professional', 'learning', 'spiritual', 'relationships')),
  ADD CONSTRAINT knowledge_items_source_check CHECK (source IN ('conversation', 'user_input', 'ai_inference')),
  ADD CONSTRAINT knowledge_items_confidence_check CHECK (confidence BETWEEN 0 AND 1),
  ADD CONSTRAINT knowledge_items_validity_check CHECK (valid_to >= valid_from),
  ADD CONSTRAINT knowledge_items_user_id_superseded_by_id_fkey FOREIGN KEY (user_id, superseded_by_id)
    REFERENCES knowledge_items (user_id, id) ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;
ALTER TABLE reminders
  ADD CONSTRAINT reminders_status_check CHECK (status IN ('pending', 'done')),
  ADD CONSTRAINT reminders_remind_at_check CHECK (remind_at ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$'),
  ADD CONSTRAINT reminders_next_at_check CHECK (next_at ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$');

SELECT protect_table(name, true) FROM unnest(ARRAY['knowledge_items', 'memory_profiles', 'reminders']) AS name;
SELECT protect_table(name, false) FROM unnest(ARRAY['forgotten_items', 'notifications']) AS name;

-- Who is due crosses people.
GRANT SELECT (user_id, id, status, next_at) ON reminders TO vida_worker;
CREATE POLICY worker_sweeps ON reminders FOR SELECT TO vida_worker USING (true);
CREATE INDEX reminders_due_idx ON reminders (next_at) WHERE status = 'pending' AND next_at IS NOT NULL;
