-- What the nightly learning read and cost, and the questions it has for the person.

CREATE TABLE "memory_nights" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "day" DATE,
    "read_up_to" TIMESTAMPTZ(3) NOT NULL,
    "read_up_to_id" UUID NOT NULL,
    "messages" INTEGER NOT NULL,
    "learnt" INTEGER NOT NULL,
    "superseded" INTEGER NOT NULL,
    "questions" INTEGER NOT NULL,
    "lines" INTEGER NOT NULL,
    "provider" VARCHAR(8) NOT NULL,
    "failure" VARCHAR(64),
    "input_tokens" INTEGER NOT NULL DEFAULT 0,
    "output_tokens" INTEGER NOT NULL DEFAULT 0,
    "cost_usd" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memory_nights_pkey" PRIMARY KEY ("user_id","id")
);
CREATE UNIQUE INDEX "memory_nights_user_id_day_key" ON "memory_nights"("user_id", "day");
CREATE INDEX "memory_nights_user_id_created_at_idx" ON "memory_nights"("user_id", "created_at" DESC);

CREATE TABLE "memory_questions" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "claim" VARCHAR(500) NOT NULL,
    "message_id" UUID,
    "status" VARCHAR(8) NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "memory_questions_pkey" PRIMARY KEY ("user_id","id")
);
CREATE INDEX "memory_questions_user_id_item_id_idx" ON "memory_questions"("user_id", "item_id");

ALTER TABLE memory_nights
  ADD CONSTRAINT memory_nights_provider_check CHECK (provider IN ('google', 'local'));
ALTER TABLE memory_questions
  ADD CONSTRAINT memory_questions_status_check CHECK (status IN ('open', 'changed', 'same', 'both')),
  ADD CONSTRAINT memory_questions_user_id_item_id_fkey FOREIGN KEY (user_id, item_id)
    REFERENCES knowledge_items (user_id, id) ON DELETE CASCADE ON UPDATE CASCADE DEFERRABLE;

SELECT protect_table(name, false) FROM unnest(ARRAY['memory_nights', 'memory_questions']) AS name;
