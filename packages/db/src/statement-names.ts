const MAX_NAMES = 150;
const MAX_LENGTH = 9_000;
const USES_BEFORE_NAME = 3;
const MAX_COUNTED = 2_000;

/**
 * Names the statements that come again and again, so that PostgreSQL parses and plans them once per
 * connection.
 *
 * A server-side statement is kept as long as its connection, so only a bounded number gets a name, and
 * only after a few uses: lists of changing length make ever new texts. Answers '' for the others.
 */
export function statementNames(prefix = "vida"): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  const uses = new Map<string, number>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MAX_NAMES || sql.length > MAX_LENGTH) return "";
    const count = (uses.get(sql) ?? 0) + 1;
    if (count < USES_BEFORE_NAME) {
      if (uses.size >= MAX_COUNTED) uses.clear();
      uses.set(sql, count);
      return "";
    }
    uses.delete(sql);
    const name = `${prefix}_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
