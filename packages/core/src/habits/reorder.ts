import { z } from "zod";

import { fail } from "../errors.ts";
import { write } from "../operation.ts";
import { ReorderInput } from "./schemas.ts";

/** Puts habits into the given order. Each must be one of the person's, once (`habits.notFound`). */
export const reorderHabits = write({
  name: "habits.reorder",
  input: ReorderInput,
  output: z.object({ habitIds: ReorderInput.shape.habitIds }),
  touches: ["habits", "dashboard"],
  async run(ctx, { habitIds }) {
    const changed = await ctx.tx.$executeRaw`
      update habits h set sort_order = o.place, updated_at = ${ctx.nowDate}
        from unnest(${habitIds}::uuid[]) with ordinality as o (id, place)
       where h.user_id = ${ctx.userId}::uuid and h.id = o.id and h.deleted_at is null`;
    if (changed !== habitIds.length) fail("not_found", "habits.notFound");
    return { habitIds };
  },
});
