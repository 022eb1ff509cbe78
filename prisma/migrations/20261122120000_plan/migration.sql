-- What should happen with money: bills, planned expenses, expected incomes, debts and investments. What did happen
-- stands in the ledger and is linked from there.

-- CreateTable
CREATE TABLE "bills" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID,
    "name" VARCHAR(255) NOT NULL,
    "category_id" UUID NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "due_day" SMALLINT NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "recurring" BOOLEAN NOT NULL DEFAULT true,
    "adjusted" BOOLEAN NOT NULL DEFAULT false,
    "status" VARCHAR(16) NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bills_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "expenses" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID,
    "name" VARCHAR(255) NOT NULL,
    "category_id" UUID NOT NULL,
    "planned" DECIMAL(14,2) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "recurring" BOOLEAN NOT NULL DEFAULT false,
    "adjusted" BOOLEAN NOT NULL DEFAULT false,
    "status" VARCHAR(16) NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "expenses_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "incomes" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID,
    "name" VARCHAR(255) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "expected" DECIMAL(14,2) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "due_day" SMALLINT,
    "month" VARCHAR(7) NOT NULL,
    "recurring" BOOLEAN NOT NULL DEFAULT true,
    "adjusted" BOOLEAN NOT NULL DEFAULT false,
    "status" VARCHAR(16) NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incomes_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "debts" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "creditor" VARCHAR(255),
    "total_amount" DECIMAL(14,2) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "negotiated" BOOLEAN NOT NULL DEFAULT true,
    "installments" SMALLINT,
    "installment_amount" DECIMAL(14,2),
    "due_day" SMALLINT,
    "start_month" VARCHAR(7),
    "paid_installments" SMALLINT NOT NULL DEFAULT 0,
    "status" VARCHAR(16) NOT NULL DEFAULT 'active',
    "notes" VARCHAR(2000),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debts_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "debt_payments" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "debt_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "paid_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debt_payments_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "investments" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "type" VARCHAR(16) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "current_amount" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "goal_amount" DECIMAL(14,2),
    "monthly_contribution" DECIMAL(14,2),
    "deadline" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "investments_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "investment_values" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "investment_id" UUID NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "cause" VARCHAR(16) NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "investment_values_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE INDEX "bills_user_id_month_due_day_idx" ON "bills"("user_id", "month", "due_day");

-- CreateIndex
CREATE INDEX "bills_user_id_category_id_idx" ON "bills"("user_id", "category_id");

-- CreateIndex
CREATE UNIQUE INDEX "bills_user_id_group_id_month_key" ON "bills"("user_id", "group_id", "month");

-- CreateIndex
CREATE INDEX "expenses_user_id_month_idx" ON "expenses"("user_id", "month");

-- CreateIndex
CREATE INDEX "expenses_user_id_category_id_idx" ON "expenses"("user_id", "category_id");

-- CreateIndex
CREATE UNIQUE INDEX "expenses_user_id_group_id_month_key" ON "expenses"("user_id", "group_id", "month");

-- CreateIndex
CREATE INDEX "incomes_user_id_month_idx" ON "incomes"("user_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "incomes_user_id_group_id_month_key" ON "incomes"("user_id", "group_id", "month");

-- CreateIndex
CREATE INDEX "debts_user_id_created_at_idx" ON "debts"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "debt_payments_user_id_debt_id_number_key" ON "debt_payments"("user_id", "debt_id", "number");

-- CreateIndex
CREATE INDEX "investments_user_id_created_at_idx" ON "investments"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "investment_values_user_id_investment_id_created_at_idx" ON "investment_values"("user_id", "investment_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_bill_id_fkey" FOREIGN KEY ("user_id", "bill_id") REFERENCES "bills"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_planned_expense_id_fkey" FOREIGN KEY ("user_id", "planned_expense_id") REFERENCES "expenses"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_income_id_fkey" FOREIGN KEY ("user_id", "income_id") REFERENCES "incomes"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_debt_payment_id_fkey" FOREIGN KEY ("user_id", "debt_payment_id") REFERENCES "debt_payments"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_investment_id_fkey" FOREIGN KEY ("user_id", "investment_id") REFERENCES "investments"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "bills" ADD CONSTRAINT "bills_user_id_category_id_fkey" FOREIGN KEY ("user_id", "category_id") REFERENCES "categories"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "expenses" ADD CONSTRAINT "expenses_user_id_category_id_fkey" FOREIGN KEY ("user_id", "category_id") REFERENCES "categories"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "debt_payments" ADD CONSTRAINT "debt_payments_user_id_debt_id_fkey" FOREIGN KEY ("user_id", "debt_id") REFERENCES "debts"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "investment_values" ADD CONSTRAINT "investment_values_user_id_investment_id_fkey" FOREIGN KEY ("user_id", "investment_id") REFERENCES "investments"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

ALTER TABLE bills
  ADD CONSTRAINT bills_amount_check CHECK (amount > 0),
  ADD CONSTRAINT bills_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT bills_due_day_check CHECK (due_day BETWEEN 1 AND 31),
  ADD CONSTRAINT bills_month_check CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT bills_status_check CHECK (status IN ('active', 'canceled'));
ALTER TABLE expenses
  ADD CONSTRAINT expenses_planned_check CHECK (planned > 0),
  ADD CONSTRAINT expenses_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT expenses_month_check CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT expenses_status_check CHECK (status IN ('active', 'excluded'));
ALTER TABLE incomes
  ADD CONSTRAINT incomes_kind_check CHECK (kind IN ('salary', 'freelance', 'bonus', 'passive', 'investment', 'gift', 'other', 'other_income')),
  ADD CONSTRAINT incomes_expected_check CHECK (expected > 0),
  ADD CONSTRAINT incomes_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT incomes_due_day_check CHECK (due_day BETWEEN 1 AND 31),
  ADD CONSTRAINT incomes_month_check CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT incomes_status_check CHECK (status IN ('active', 'excluded'));
ALTER TABLE debts
  ADD CONSTRAINT debts_amount_check CHECK (total_amount > 0 AND installment_amount > 0),
  ADD CONSTRAINT debts_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT debts_due_day_check CHECK (due_day BETWEEN 1 AND 31),
  ADD CONSTRAINT debts_start_month_check CHECK (start_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT debts_status_check CHECK (status IN ('active', 'settled', 'defaulted', 'paid_off')),
  -- A negotiated debt has its plan and is counted; an open one has none.
  ADD CONSTRAINT debts_plan_check CHECK (
    CASE WHEN negotiated
      THEN installments IS NOT NULL AND installment_amount IS NOT NULL AND due_day IS NOT NULL AND start_month IS NOT NULL
           AND status <> 'paid_off' AND paid_installments BETWEEN 0 AND installments
      ELSE installments IS NULL AND installment_amount IS NULL AND due_day IS NULL AND start_month IS NULL
           AND paid_installments = 0 END);
ALTER TABLE debt_payments
  ADD CONSTRAINT debt_payments_number_check CHECK (number > 0),
  ADD CONSTRAINT debt_payments_amount_check CHECK (amount > 0);
ALTER TABLE investments
  ADD CONSTRAINT investments_type_check CHECK (type IN ('emergency_fund', 'retirement', 'short_term', 'long_term', 'education', 'custom')),
  ADD CONSTRAINT investments_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT investments_amounts_check CHECK (current_amount >= 0 AND goal_amount >= 0 AND monthly_contribution >= 0);
ALTER TABLE investment_values
  ADD CONSTRAINT investment_values_amount_check CHECK (amount >= 0),
  ADD CONSTRAINT investment_values_cause_check CHECK (cause IN ('created', 'updated', 'contributed'));

-- One transaction pays a bill, one receives an income, one pays an installment.
DROP INDEX transactions_bill_idx, transactions_income_idx, transactions_debt_payment_idx;
CREATE UNIQUE INDEX transactions_bill_key ON transactions (user_id, bill_id) WHERE bill_id IS NOT NULL;
CREATE UNIQUE INDEX transactions_income_key ON transactions (user_id, income_id) WHERE income_id IS NOT NULL;
CREATE UNIQUE INDEX transactions_debt_payment_key ON transactions (user_id, debt_payment_id) WHERE debt_payment_id IS NOT NULL;

SELECT protect_table(name, true) FROM unnest(ARRAY['bills', 'expenses', 'incomes', 'debts', 'debt_payments',
  'investments', 'investment_values']) AS name;
