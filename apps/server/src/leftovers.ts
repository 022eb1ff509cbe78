import { instantToDate, type Services } from "@vida/core/context";

const outcomeDays = 90;

/** Drops what nobody can use any more: expired sessions, links and invitations, old job outcomes. */
export async function pruneLeftovers({ db, clock }: Services): Promise<void> {
  const now = clock();
  const expired = { where: { expiresAt: { lt: instantToDate(now) } } };
  await db.auth.loginSession.deleteMany(expired);
  await db.auth.loginVerification.deleteMany(expired);
  await db.auth.loginInvite.deleteMany(expired);
  const old = instantToDate(now.subtract({ hours: 24 * outcomeDays }));
  const asked = instantToDate(now.subtract({ hours: 24 }));
  await db.workerPool.query(
    "delete from job_runs where started_at < $1 or (user_id is null and started_at < $2)",
    [old, asked],
  );
}
