-- What the transactions of a month come to per account, kept by a trigger, so that a balance does not add up
-- ten years of rows each time somebody looks at it.

CREATE TABLE "ledger_months" (
    "user_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "month" VARCHAR(7) NOT NULL,
    "moved" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "moves" INTEGER NOT NULL DEFAULT 0,
    "billed" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "settled" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "lines" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_months_pkey" PRIMARY KEY ("user_id","account_id","month")
);

SELECT protect_table('ledger_months', false);

/*
 * What one transaction adds to the months it touches: to its account and, of a transfer, to the other one;
 * on a card also to the statement it stands in, and paying one to the statement it settles.
 */
CREATE FUNCTION ledger_parts(t transactions)
RETURNS TABLE (account_id uuid, month text, moved numeric, moves int, billed numeric, settled numeric, lines int)
LANGUAGE sql STABLE AS $$
  SELECT t.account_id, to_char(t.day, 'YYYY-MM'), CASE t.kind WHEN 'income' THEN t.amount ELSE -t.amount END, 1, 0::numeric, 0::numeric, 0
  UNION ALL
  SELECT t.to_account_id, to_char(t.day, 'YYYY-MM'), t.amount, 1, 0, 0, 0 WHERE t.to_account_id IS NOT NULL
  UNION ALL
  SELECT t.account_id, t.statement_month, 0, 0, CASE t.kind WHEN 'income' THEN -t.amount ELSE t.amount END, 0, 1
   WHERE t.statement_month IS NOT NULL
  UNION ALL
  SELECT t.to_account_id, t.settles_month, 0, 0, 0, t.amount, 1
   WHERE t.to_account_id IS NOT NULL AND t.settles_month IS NOT NULL
$$;

CREATE FUNCTION keep_ledger_months() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE ledger_months m
       SET moved = m.moved - p.moved, moves = m.moves - p.moves, billed = m.billed - p.billed,
           settled = m.settled - p.settled, lines = m.lines - p.lines
      FROM (SELECT account_id, month, sum(moved) AS moved, sum(moves) AS moves, sum(billed) AS billed,
                   sum(settled) AS settled, sum(lines) AS lines
              FROM ledger_parts(OLD) GROUP BY account_id, month) p
     WHERE m.user_id = OLD.user_id AND m.account_id = p.account_id AND m.month = p.month;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO ledger_months AS m (user_id, account_id, month, moved, moves, billed, settled, lines)
    SELECT NEW.user_id, account_id, month, sum(moved), sum(moves), sum(billed), sum(settled), sum(lines)
      FROM ledger_parts(NEW) GROUP BY account_id, month
    ON CONFLICT (user_id, account_id, month) DO UPDATE
       SET moved = m.moved + excluded.moved, moves = m.moves + excluded.moves, billed = m.billed + excluded.billed,
           settled = m.settled + excluded.settled, lines = m.lines + excluded.lines;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM ledger_months m WHERE m.user_id = OLD.user_id AND m.moves = 0 AND m.lines = 0;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER ledger_months AFTER INSERT OR UPDATE OR DELETE ON transactions
  FOR EACH ROW EXECUTE FUNCTION keep_ledger_months();

-- Rows that are there already. The owner is bound by the policies too, so they rest for this statement.
ALTER TABLE transactions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_months NO FORCE ROW LEVEL SECURITY;
INSERT INTO ledger_months (user_id, account_id, month, moved, moves, billed, settled, lines)
SELECT t.user_id, p.account_id, p.month, sum(p.moved), sum(p.moves), sum(p.billed), sum(p.settled), sum(p.lines)
  FROM transactions t CROSS JOIN LATERAL ledger_parts(t) p
 GROUP BY t.user_id, p.account_id, p.month;
ALTER TABLE transactions FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger_months FORCE ROW LEVEL SECURITY;
