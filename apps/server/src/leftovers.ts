import { instantToDate, type Services } from "@vida/core/context";

const outcomeDays = 90;

/** Drops what nobody can use any more: expired sessions, links and invitations, old outcomes and images. */
export async function pruneLeftovers({ db, clock }: Services): Promise<void> {
  const now = clock();
  const expired = { where: { expiresAt: { lt: instantToDate(now) } } };
  await db.auth.loginSession.deleteMany(expired);
  await db.auth.loginVerification.deleteMany(expired);
  await db.auth.loginInvite.deleteMany(expired);
  const old = instantToDate(now.subtract({ hours: 24 * outcomeDays }));
  const asked = instantToDate(now.subtract({ hours: 24 }));
  await db.workerPool.query(
    "delete from job_runs where started_at < $1 or (user_id is null and name <> 'upkeep.backup' and started_at < $2)",
    [old, asked],
  );
  // How old the trail's images may be is the policy's to say; see the migration.
  await db.workerPool.query(
    "update audit_log set before = null, after = null where (before is not null or after is not null) and created_at < $1",
    [old],
  );
}
