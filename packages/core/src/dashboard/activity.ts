import { isoInstant } from "../context.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { quickRead } from "../operation.ts";
import { ActivityInput, ActivityPage, ActivityView } from "./schemas.ts";

type Row = {
  actionId: string;
  operation: string;
  title: string;
  actor: string;
  at: Date;
  undone: boolean;
  tables: string[];
  undoable: boolean;
};

/** The trail in words, newest first. */
export const listActivity = quickRead({
  name: "dashboard.activity",
  input: ActivityInput,
  output: ActivityPage,
  async run(db, input, userId) {
    const [before, beforeId] = input.cursor ? decodeCursor(input.cursor, ["instant", "id"]) : [];
    const rows = await db.$queryRaw<Row[]>`
      select a.id as "actionId", a.operation, a.title, a.actor, a.created_at as at, a.undone_by is not null as undone,
             coalesce(l.tables, '{}') as tables, a.undone_by is null and coalesce(l.images, false) as undoable
        from actions a
        left join lateral (
          select array_agg(distinct l.table_name::text) as tables, bool_or(l.before is not null or l.after is not null) as images
            from audit_log l where l.user_id = a.user_id and l.action_id = a.id
        ) l on true
       where a.user_id = ${userId}::uuid and a.title is not null
         and (${before ?? null}::timestamptz is null or (a.created_at, a.id) < (${before ?? null}::timestamptz, ${beforeId ?? null}::uuid))
       order by a.created_at desc, a.id desc limit ${input.limit + 1}`;
    const items = rows
      .slice(0, input.limit)
      .map((row) => ActivityView.parse({ ...row, at: isoInstant(row.at) }));
    const last = items.at(-1);
    const more = rows.length > input.limit && last !== undefined;
    return { items, nextCursor: more ? encodeCursor([last.at, last.actionId]) : null };
  },
});
