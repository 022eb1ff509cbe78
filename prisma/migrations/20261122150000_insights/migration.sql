-- What is noticed in a person's own numbers.

CREATE TABLE "insights" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "text" VARCHAR(500) NOT NULL,
    "data" JSONB NOT NULL,
    "verdict" VARCHAR(8),
    "current" BOOLEAN NOT NULL DEFAULT true,
    "computed_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "insights_pkey" PRIMARY KEY ("user_id","id")
);
CREATE UNIQUE INDEX "insights_user_id_key_key" ON "insights"("user_id", "key");

ALTER TABLE insights
  ADD CONSTRAINT insights_kind_check CHECK (kind IN ('correlation', 'streak', 'spending')),
  ADD CONSTRAINT insights_verdict_check CHECK (verdict IN ('useful', 'wrong', 'mute'));

SELECT protect_table('insights', false);
