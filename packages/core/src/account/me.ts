import type { Ctx } from "../context.ts";
import { read } from "../operation.ts";
import { MeInput, MeNowView, MeView } from "./schemas.ts";

/** The person as their own session sees them. */
export function meOf(ctx: Ctx): MeView {
  const { userId: id, name, email, timezone, locale, currency, status, role } = ctx.person;
  return MeView.parse({
    id,
    name,
    email,
    timezone,
    locale,
    currency,
    status,
    role,
    preferences: ctx.preferences,
    today: ctx.today,
  });
}

export const readMe = read({
  name: "account.me",
  input: MeInput,
  output: MeNowView,
  async run(ctx) {
    const head = await ctx.tx.eventHead.findUnique({
      where: { userId: ctx.userId },
      select: { lastId: true },
    });
    return { ...meOf(ctx), position: String(head?.lastId ?? 0) };
  },
});
