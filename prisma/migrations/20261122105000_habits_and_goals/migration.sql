-- Habits with what was said of them day by day, and goals with their milestones.

-- CreateTable
CREATE TABLE "goals" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "description" VARCHAR(2000),
    "area" VARCHAR(16) NOT NULL,
    "sub_area" VARCHAR(16),
    "unit" VARCHAR(50) NOT NULL,
    "direction" VARCHAR(8) NOT NULL DEFAULT 'increase',
    "baseline" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "target_value" DECIMAL(12,2) NOT NULL,
    "current_value" DECIMAL(12,2) NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "goals_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "goal_milestones" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "title" VARCHAR(255) NOT NULL,
    "target_value" DECIMAL(12,2),
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "completed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "goal_milestones_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "habits" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "description" VARCHAR(500),
    "icon" VARCHAR(50) NOT NULL DEFAULT '✓',
    "color" VARCHAR(7),
    "frequency" VARCHAR(16) NOT NULL DEFAULT 'daily',
    "frequency_days" SMALLINT[] DEFAULT ARRAY[]::SMALLINT[],
    "times" SMALLINT,
    "times_days" SMALLINT,
    "target_value" DECIMAL(10,2),
    "target_unit" VARCHAR(20),
    "target_direction" VARCHAR(8),
    "period_of_day" VARCHAR(16) NOT NULL DEFAULT 'anytime',
    "reminder_at" VARCHAR(5),
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "start_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "habits_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "habit_days" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "habit_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "status" VARCHAR(8) NOT NULL,
    "met" BOOLEAN NOT NULL DEFAULT true,
    "value" DECIMAL(10,2),
    "notes" VARCHAR(2000),
    "source" VARCHAR(16) NOT NULL DEFAULT 'form',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "habit_days_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "goals_user_id_end_date_idx" ON "goals"("user_id", "end_date");

-- CreateIndex
CREATE INDEX "goal_milestones_user_id_goal_id_sort_order_idx" ON "goal_milestones"("user_id", "goal_id", "sort_order");

-- CreateIndex
CREATE INDEX "habits_user_id_sort_order_idx" ON "habits"("user_id", "sort_order");

-- CreateIndex
CREATE INDEX "habit_days_user_id_day_idx" ON "habit_days"("user_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "habit_days_user_id_habit_id_day_key" ON "habit_days"("user_id", "habit_id", "day");

-- AddForeignKey
ALTER TABLE "goal_milestones" ADD CONSTRAINT "goal_milestones_user_id_goal_id_fkey" FOREIGN KEY ("user_id", "goal_id") REFERENCES "goals"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "habit_days" ADD CONSTRAINT "habit_days_user_id_habit_id_fkey" FOREIGN KEY ("user_id", "habit_id") REFERENCES "habits"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

ALTER TABLE habits
  ADD CONSTRAINT habits_frequency_check CHECK (frequency IN ('daily', 'weekdays', 'weekends', 'custom', 'times')),
  ADD CONSTRAINT habits_custom_check CHECK (frequency <> 'custom' OR cardinality(frequency_days) > 0),
  ADD CONSTRAINT habits_times_check CHECK ((frequency = 'times') = (times IS NOT NULL AND times_days IS NOT NULL) AND times BETWEEN 1 AND times_days),
  ADD CONSTRAINT habits_target_check CHECK ((target_value IS NULL) = (target_unit IS NULL) AND (target_value IS NULL) = (target_direction IS NULL)),
  ADD CONSTRAINT habits_direction_check CHECK (target_direction IN ('atLeast', 'atMost')),
  ADD CONSTRAINT habits_period_check CHECK (period_of_day IN ('morning', 'afternoon', 'evening', 'anytime')),
  ADD CONSTRAINT habits_reminder_check CHECK (reminder_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
ALTER TABLE habit_days
  ADD CONSTRAINT habit_days_status_check CHECK (status IN ('done', 'skipped')),
  ADD CONSTRAINT habit_days_source_check CHECK (source IN ('form', 'chat', 'job', 'import'));
ALTER TABLE goals
  ADD CONSTRAINT goals_area_check CHECK (area IN ('health', 'finance', 'professional', 'learning', 'spiritual', 'relationships')),
  ADD CONSTRAINT goals_direction_check CHECK (direction IN ('increase', 'decrease')),
  ADD CONSTRAINT goals_dates_check CHECK (start_date < end_date),
  ADD CONSTRAINT goals_target_check CHECK (CASE direction WHEN 'increase' THEN target_value > baseline ELSE target_value < baseline END);

CREATE UNIQUE INDEX habits_name_key ON habits (user_id, plain(name)) WHERE deleted_at IS NULL;

SELECT protect_table(name, true) FROM unnest(ARRAY['habits', 'habit_days', 'goals', 'goal_milestones']) AS name;
