-- The ledger: accounts, moved statement closings, categories and transactions, and what a new person starts with.

-- CreateTable
CREATE TABLE "accounts" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" VARCHAR(100) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "opening_balance" DECIMAL(14,2) NOT NULL DEFAULT 0,
    "closing_day" SMALLINT,
    "due_day" SMALLINT,
    "credit_limit" DECIMAL(14,2),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "statement_closings" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "closes_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statement_closings_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "categories" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "key" VARCHAR(60) NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "parent_id" UUID,
    "icon" VARCHAR(50) NOT NULL DEFAULT '🏷️',
    "color" VARCHAR(7),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateTable
CREATE TABLE "transactions" (
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "amount" DECIMAL(14,2) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "day" DATE NOT NULL,
    "purchase_day" DATE NOT NULL,
    "description" VARCHAR(255) NOT NULL,
    "description_plain" VARCHAR(255) NOT NULL,
    "merchant" VARCHAR(255) NOT NULL,
    "notes" VARCHAR(2000),
    "category_id" UUID,
    "account_id" UUID NOT NULL,
    "to_account_id" UUID,
    "source" VARCHAR(16) NOT NULL DEFAULT 'form',
    "statement_month" VARCHAR(7),
    "settles_month" VARCHAR(7),
    "group_id" UUID,
    "installment" SMALLINT,
    "installments" SMALLINT,
    "bill_id" UUID,
    "planned_expense_id" UUID,
    "income_id" UUID,
    "debt_payment_id" UUID,
    "investment_id" UUID,
    "import_key" VARCHAR(200),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "transactions_pkey" PRIMARY KEY ("user_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "statement_closings_user_id_account_id_month_key" ON "statement_closings"("user_id", "account_id", "month");

-- CreateIndex
CREATE INDEX "categories_user_id_parent_id_idx" ON "categories"("user_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "categories_user_id_kind_key_key" ON "categories"("user_id", "kind", "key");

-- CreateIndex
CREATE INDEX "transactions_user_id_day_created_at_id_idx" ON "transactions"("user_id", "day" DESC, "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "transactions_user_id_account_id_day_idx" ON "transactions"("user_id", "account_id", "day");

-- CreateIndex
CREATE INDEX "transactions_user_id_category_id_idx" ON "transactions"("user_id", "category_id");

-- CreateIndex
CREATE INDEX "transactions_user_id_merchant_updated_at_idx" ON "transactions"("user_id", "merchant", "updated_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "transactions_user_id_account_id_import_key_key" ON "transactions"("user_id", "account_id", "import_key");

-- AddForeignKey
ALTER TABLE "statement_closings" ADD CONSTRAINT "statement_closings_user_id_account_id_fkey" FOREIGN KEY ("user_id", "account_id") REFERENCES "accounts"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "categories" ADD CONSTRAINT "categories_user_id_parent_id_fkey" FOREIGN KEY ("user_id", "parent_id") REFERENCES "categories"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_account_id_fkey" FOREIGN KEY ("user_id", "account_id") REFERENCES "accounts"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_to_account_id_fkey" FOREIGN KEY ("user_id", "to_account_id") REFERENCES "accounts"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

-- AddForeignKey
ALTER TABLE "transactions" ADD CONSTRAINT "transactions_user_id_category_id_fkey" FOREIGN KEY ("user_id", "category_id") REFERENCES "categories"("user_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE DEFERRABLE;

ALTER TABLE accounts
  ADD CONSTRAINT accounts_kind_check CHECK (kind IN ('cash', 'checking', 'savings', 'card')),
  ADD CONSTRAINT accounts_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT accounts_days_check CHECK (closing_day BETWEEN 1 AND 31 AND due_day BETWEEN 1 AND 31),
  ADD CONSTRAINT accounts_limit_check CHECK (credit_limit >= 0),
  ADD CONSTRAINT accounts_card_check CHECK (
    (kind = 'card') = (closing_day IS NOT NULL) AND (kind = 'card') = (due_day IS NOT NULL)
    AND (kind = 'card' OR credit_limit IS NULL));
ALTER TABLE statement_closings
  ADD CONSTRAINT statement_closings_month_check CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$');
ALTER TABLE categories
  ADD CONSTRAINT categories_kind_check CHECK (kind IN ('expense', 'income')),
  ADD CONSTRAINT categories_parent_check CHECK (parent_id <> id);
ALTER TABLE transactions
  ADD CONSTRAINT transactions_kind_check CHECK (kind IN ('expense', 'income', 'transfer')),
  ADD CONSTRAINT transactions_amount_check CHECK (amount > 0),
  ADD CONSTRAINT transactions_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT transactions_source_check CHECK (source IN ('form', 'chat', 'job', 'import')),
  -- A transfer has a second account, or puts money into an investment; nothing else does. Only a transfer has no category.
  ADD CONSTRAINT transactions_transfer_check CHECK (
    CASE WHEN kind = 'transfer' THEN (to_account_id IS NOT NULL OR investment_id IS NOT NULL) AND category_id IS NULL
         ELSE to_account_id IS NULL AND category_id IS NOT NULL END),
  ADD CONSTRAINT transactions_accounts_check CHECK (to_account_id <> account_id),
  ADD CONSTRAINT transactions_statement_check CHECK (
    statement_month ~ '^\d{4}-(0[1-9]|1[0-2])$' AND settles_month ~ '^\d{4}-(0[1-9]|1[0-2])$'
    AND (settles_month IS NULL OR to_account_id IS NOT NULL)),
  ADD CONSTRAINT transactions_installments_check CHECK (
    (group_id IS NULL) = (installment IS NULL) AND (group_id IS NULL) = (installments IS NULL)
    AND (group_id IS NULL OR (kind = 'expense' AND statement_month IS NOT NULL))
    AND installment BETWEEN 1 AND installments);

CREATE UNIQUE INDEX accounts_name_key ON accounts (user_id, plain(name)) WHERE archived_at IS NULL;
CREATE UNIQUE INDEX categories_name_key ON categories (user_id, kind, plain(name));
CREATE INDEX transactions_to_account_idx ON transactions (user_id, to_account_id, day) WHERE to_account_id IS NOT NULL;
CREATE INDEX transactions_statement_idx ON transactions (user_id, statement_month) WHERE statement_month IS NOT NULL;
CREATE INDEX transactions_group_idx ON transactions (user_id, group_id) WHERE group_id IS NOT NULL;
CREATE INDEX transactions_bill_idx ON transactions (user_id, bill_id) WHERE bill_id IS NOT NULL;
CREATE INDEX transactions_planned_expense_idx ON transactions (user_id, planned_expense_id) WHERE planned_expense_id IS NOT NULL;
CREATE INDEX transactions_income_idx ON transactions (user_id, income_id) WHERE income_id IS NOT NULL;
CREATE INDEX transactions_debt_payment_idx ON transactions (user_id, debt_payment_id) WHERE debt_payment_id IS NOT NULL;
CREATE INDEX transactions_investment_idx ON transactions (user_id, investment_id) WHERE investment_id IS NOT NULL;

/* What everybody starts with: a wallet and the usual categories. */
CREATE FUNCTION make_default_ledger(p_user uuid, p_currency text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO accounts (user_id, id, name, kind, currency, created_at, updated_at)
  VALUES (p_user, gen_random_uuid(), 'Carteira', 'cash', p_currency, p_at, p_at);

  INSERT INTO categories (user_id, id, kind, key, name, icon, color, created_at, updated_at)
  SELECT p_user, gen_random_uuid(), c.kind, c.key, c.name, c.icon, c.color, p_at, p_at FROM (VALUES
    ('expense', 'food', 'Alimentação', '🍽️', '#e07a3f'),
    ('expense', 'transport', 'Transporte', '🚌', '#3f7fe0'),
    ('expense', 'housing', 'Moradia', '🏠', '#8a6d5a'),
    ('expense', 'utilities', 'Água, luz e gás', '💡', '#d9a514'),
    ('expense', 'health', 'Saúde', '🩺', '#d6455d'),
    ('expense', 'education', 'Educação', '📚', '#6a5acd'),
    ('expense', 'entertainment', 'Lazer', '🎬', '#b5479e'),
    ('expense', 'shopping', 'Compras', '🛍️', '#c2577a'),
    ('expense', 'bills', 'Contas', '🧾', '#5f7a8c'),
    ('expense', 'subscriptions', 'Assinaturas', '🔁', '#2f9e8f'),
    ('expense', 'insurance', 'Seguros', '🛡️', '#4f6d9a'),
    ('expense', 'travel', 'Viagem', '✈️', '#1f9ac2'),
    ('expense', 'gifts', 'Presentes', '🎁', '#d05aa8'),
    ('expense', 'debts', 'Dívidas', '💳', '#a14a4a'),
    ('expense', 'investments', 'Investimentos', '📈', '#3c8f4d'),
    ('expense', 'other', 'Outros', '🏷️', '#7d7d7d'),
    ('income', 'salary', 'Salário', '💼', '#2f8f57'),
    ('income', 'freelance', 'Freelance', '🧑‍💻', '#3f9f7a'),
    ('income', 'bonus', 'Bônus', '🏅', '#b08a1e'),
    ('income', 'passive', 'Renda passiva', '🌱', '#5a9a3c'),
    ('income', 'investment', 'Investimento', '📈', '#3c8f4d'),
    ('income', 'gift', 'Presente', '🎁', '#d05aa8'),
    ('income', 'other_income', 'Outras receitas', '🏷️', '#7d7d7d')
  ) AS c (kind, key, name, icon, color);

  INSERT INTO categories (user_id, id, kind, key, name, parent_id, icon, color, created_at, updated_at)
  SELECT p_user, gen_random_uuid(), 'expense', c.key, c.name, p.id, c.icon, p.color, p_at, p_at
    FROM (VALUES
      ('food', 'groceries', 'Mercado', '🛒'),
      ('food', 'restaurants', 'Restaurantes', '🍕'),
      ('health', 'personal_care', 'Cuidados pessoais', '💇'),
      ('other', 'pets', 'Pets', '🐾'),
      ('other', 'taxes', 'Impostos', '🏛️'),
      ('gifts', 'donations', 'Doações', '🤝')
    ) AS c (parent, key, name, icon)
    JOIN categories p ON p.user_id = p_user AND p.kind = 'expense' AND p.key = c.parent;
END $$;
REVOKE ALL ON FUNCTION make_default_ledger FROM PUBLIC;

-- The people who are already here. The new tables are not protected yet; users is, for its owner too.
ALTER TABLE users NO FORCE ROW LEVEL SECURITY;
SELECT make_default_ledger(id, currency, created_at) FROM users;
SELECT protect_table(name, true) FROM unnest(ARRAY['accounts', 'statement_closings', 'categories', 'transactions']) AS name;
ALTER TABLE users FORCE ROW LEVEL SECURITY;

/* A wallet that holds nothing yet follows its person to another currency; amounts that exist keep theirs. */
CREATE FUNCTION follow_currency() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  v_audit text := current_setting('app.audit', true);
BEGIN
  PERFORM set_config('app.audit', 'off', true);
  UPDATE accounts a SET currency = NEW.currency
    WHERE a.user_id = NEW.id AND a.currency = OLD.currency AND a.kind = 'cash' AND a.opening_balance = 0
      AND NOT EXISTS (SELECT 1 FROM transactions t WHERE t.user_id = a.user_id AND a.id IN (t.account_id, t.to_account_id));
  PERFORM set_config('app.audit', coalesce(v_audit, ''), true);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION follow_currency FROM PUBLIC;
CREATE TRIGGER follow_currency AFTER UPDATE OF currency ON users
  FOR EACH ROW WHEN (OLD.currency IS DISTINCT FROM NEW.currency) EXECUTE FUNCTION follow_currency();

/* Makes, renames and removes the person behind a log-in. */
CREATE OR REPLACE FUNCTION login.sync_person() RETURNS trigger
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
    PERFORM make_default_ledger(NEW.id, 'BRL', NEW.created_at);
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE users SET email = lower(NEW.email), name = left(NEW.name, 100), updated_at = NEW.updated_at
      WHERE id = NEW.id AND (email, name) IS DISTINCT FROM (lower(NEW.email)::varchar, left(NEW.name, 100)::varchar);
  ELSE
    DELETE FROM users WHERE id = OLD.id;
  END IF;
  PERFORM set_config('app.current_user_id', coalesce(v_previous, ''), true), set_config('app.audit', '', true);
  RETURN NULL;
END $$;
