import { dateToDay, monthOf } from "../dates.ts";
import { read } from "../operation.ts";
import { factsOf, findDebt, findPayments } from "./rows.ts";
import { project } from "./rules.ts";
import { DebtIdInput, ProjectionView } from "./schemas.ts";

/** When a debt will be paid off at the pace of its payments. */
export const projectDebt = read({
  name: "debts.projection",
  input: DebtIdInput,
  output: ProjectionView,
  async run(ctx, { debtId }) {
    const debt = await findDebt(ctx, debtId);
    const payments = await findPayments(ctx, debtId, 600, null);
    const months = payments.map(({ paidOn }) => monthOf(dateToDay(paidOn)));
    return { debtId, ...project(factsOf(debt), months, ctx.today) };
  },
});
