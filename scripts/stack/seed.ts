import { newId, systemClock } from "@vida/core/context";
import { seedDemo } from "@vida/core/demo/seed";
import { openDb } from "@vida/db/db";
import type { DbUrls } from "@vida/db/urls";

import { demoEmail } from "../../apps/server/src/auth-endpoints.ts";

/**
 * Fills an empty database with the demo person, so that there is something to look at.
 *
 * Nobody can log in as her with a password: the button on the log-in page is the only way. A seeding that
 * was cut off is made again from nothing.
 */
export async function seedWhenEmpty(urls: DbUrls): Promise<void> {
  const db = openDb({ appUrl: urls.app, workerUrl: urls.worker, authUrl: urls.auth });
  try {
    const people = await db.auth.loginUser.findMany({
      take: 2,
      select: { id: true, email: true, emailVerified: true },
    });
    const [only] = people;
    if (people.length > 1 || (only && (only.email !== demoEmail || only.emailVerified))) return;
    if (only) await db.auth.loginUser.delete({ where: { id: only.id } });
    const id = newId();
    await db.auth.loginUser.create({ data: { id, name: "Marina", email: demoEmail } });
    await seedDemo({ db, clock: systemClock }, id);
    // Marks that her life is complete.
    await db.auth.loginUser.update({ where: { id }, data: { emailVerified: true } });
  } finally {
    await db.close();
  }
}
