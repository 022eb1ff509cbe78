-- Which agents said a message, so that its label survives a reload.
ALTER TABLE "messages" ADD COLUMN "agents" VARCHAR(16)[] DEFAULT ARRAY[]::VARCHAR(16)[];

-- Verdicts that a person gave once for all records of one kind.
CREATE TABLE "standing_rules" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tool" VARCHAR(64) NOT NULL,
    "kind" VARCHAR(80) NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "allowed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "suspended_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "standing_rules_pkey" PRIMARY KEY ("user_id","id")
);
CREATE UNIQUE INDEX "standing_rules_user_id_tool_kind_key" ON "standing_rules"("user_id", "tool", "kind");

ALTER TABLE standing_rules
  ADD CONSTRAINT standing_rules_tool_check CHECK (tool IN ('record_metric', 'record_habit', 'create_reminder'));

SELECT protect_table('standing_rules', false);
