import type { Services } from "../context.ts";
import { fail } from "../errors.ts";
import { translateFailure } from "../failures.ts";
import { inSession, parseInput } from "../operation.ts";
import { DeleteAccountInput } from "./schemas.ts";

/**
 * Deletes a person at once and completely: log-in and sessions, and with them every row, event, trail image,
 * checkpoint and waiting job. The typed address must be the account's (`account.emailMismatch`).
 *
 * No operation of the person's own role, because log-in is out of its reach; a second call finds nobody.
 */
export async function deleteAccount(
  services: Services,
  userId: string,
  rawInput: unknown,
): Promise<{ deleted: true }> {
  const { confirmEmail } = parseInput(DeleteAccountInput, rawInput);
  const email = await inSession(services, { userId }, (ctx) => Promise.resolve(ctx.person.email));
  if (confirmEmail.trim().toLowerCase() !== email.toLowerCase()) {
    fail("invalid", "account.emailMismatch", {
      fields: { confirmEmail: ["não é o e-mail desta conta"] },
    });
  }
  await translateFailure(async () => {
    await services.db.auth.loginVerification.deleteMany({ where: { value: userId } });
    await services.db.auth.loginUser.deleteMany({ where: { id: userId } });
    await services.db.workerPool.query(
      "delete from graphile_worker._private_jobs where payload ->> 'userId' = $1 and locked_at is null",
      [userId],
    );
  });
  return { deleted: true };
}
