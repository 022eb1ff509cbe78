import { parseInput } from "@vida/core/operation";
import {
  listInvites,
  listPeople,
  mustOperate,
  readOverview,
  retryJob,
  revokeInvite,
} from "@vida/core/upkeep/operator";
import { InviteInput, NoInput, RetryInput } from "@vida/core/upkeep/operator-schemas";

import { personProcedure, router, typed } from "../trpc.ts";

/** Only for the person who runs the installation. */
const operatorProcedure = personProcedure.use(async ({ ctx, next }) => {
  await mustOperate(ctx.services, ctx.person.userId);
  return next();
});

/** Of those, what takes no input and says so when there is one. */
const nothingProcedure = operatorProcedure.input(typed(NoInput)).use(({ input, next }) => {
  parseInput(NoInput, input);
  return next();
});

export const operatorRouter = router({
  overview: nothingProcedure.query(({ ctx }) => readOverview(ctx.services)),
  retry: operatorProcedure
    .input(typed(RetryInput))
    .mutation(({ ctx, input }) => retryJob(ctx.services, parseInput(RetryInput, input))),
  people: nothingProcedure.query(({ ctx }) => listPeople(ctx.services)),
  invites: nothingProcedure.query(({ ctx }) => listInvites(ctx.services)),
  revokeInvite: operatorProcedure
    .input(typed(InviteInput))
    .mutation(({ ctx, input }) =>
      revokeInvite(ctx.services, parseInput(InviteInput, input).inviteId),
    ),
});
